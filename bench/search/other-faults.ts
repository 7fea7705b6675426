import fc from 'fast-check';
import { geometric, grid, seeds, whole } from '../../properties/arbitraries.js';
import { kappa } from '../../src/limit/arc-cosine.js';
import { reducedStep } from '../../src/limit/reduced-model.js';
import { cos } from '../../src/portable/cos.js';
import { sin } from '../../src/portable/sin.js';
import { derive, rootKey, type StreamKey } from '../../src/random/key.js';
import { fillNormals } from '../../src/random/normal.js';
import { centredCosines, simplexCosine } from './centred.js';
import { always, often, type Planted } from './planted.js';
import { exist, starts } from './wrong-constants.js';

/** Without "the points differ": cosines of three points in one place are none. */
function coincidence(): Planted {
  const place = fc.tuple(whole(-20, 20), whole(-20, 20));
  const subject = always(fc.record({ places: fc.tuple(place, place, place) }), ({ places }) => {
    const spread = Math.max(...places.flatMap((a) => places.map((b) => Math.hypot(a[0] - b[0], a[1] - b[1]))));
    const cosines = centredCosines(places);
    return { 'a cosine': spread === 0 ? NaN : 1.5 + Math.max(...cosines.map((c) => (Number.isNaN(c) ? 1 : c))) };
  });
  return { name: 'points that coincide', fault: 'missing hypothesis', dimensions: 6, subject };
}

/** Without "seven points or more": many layers keep an odd point. */
function fewPoints(): Planted {
  const subject = always(
    starts(geometric(6, 4000, 150)),
    (start) => {
      let state = start.r > 1.5 ? reducedStep(start, start.points) : undefined;
      for (let t = 0; t < 400 && state !== undefined; t++) state = reducedStep(state, start.points);
      const apart = start.r > 8 && start.tau < -0.1 && start.rho > 0.4;
      return { 'odd for long': state === undefined || !apart ? 1 : state.r - 1.5 };
    },
    exist,
  );
  return { name: 'six points are too few', fault: 'missing hypothesis', dimensions: 4, subject };
}

/** Without "the angle is at most a right one": the second-order bound on the angle after a layer, for three angles at once. */
function obtuse(): Planted {
  const angle = grid(0, 180, 0.1);
  const after = (degrees: number): number => kappa(cos((degrees / 180) * Math.PI));
  const subject = always(fc.record({ a: angle, b: angle, c: angle, d: angle }), (at) => ({
    sum: after(at.a) + after(at.b) + after(at.c) + after(at.d) - 0.0002,
  }));
  return { name: 'four angles at most right', fault: 'missing hypothesis', dimensions: 4, subject };
}

/** n - 2 for n - 1. */
function ratioBelow(): Planted {
  const subject = always(
    starts(geometric(24, 3000, 90)),
    (start) => ({ 'norm ratio': start.points - 2 - reducedStep(start, start.points).r }),
    exist,
  );
  return { name: 'outlier norm ratio at most n - 2', fault: 'off by one', dimensions: 4, subject };
}

/** -1/n for -1/(n-1). */
function obtuseAngles(): Planted {
  const place = fc.tuple(whole(-50, 50), whole(-50, 50), whole(-50, 50));
  const subject = always(fc.record({ places: fc.tuple(place, place, place, place) }), ({ places }) => {
    const largest = Math.max(...centredCosines(places));
    return { 'some cosine': Number.isNaN(largest) ? 1 : largest - simplexCosine(5) };
  });
  return { name: 'four points, some cosine at least -1/n', fault: 'off by one', dimensions: 12, subject };
}

/** (n-1)/(n+1) for n/(n+2), within what eleven digits of a plot show: the error 2/((n+1)(n+2)) ends at few points. */
function rateOfFewer(): Planted {
  const subject = always(fc.record({ points: geometric(2, 1_000_000, 400) }), ({ points }) => ({
    rate: 0.03 - points / (points + 2) + (points - 1) / (points + 1),
  }));
  return { name: 'rate (n-1)/(n+1)', fault: 'off by one', dimensions: 1, subject };
}

/** The cosine of two points after ReLU layers of this width, weights drawn. */
function finiteCosine(degrees: number, width: number, depth: number, key: StreamKey): number {
  const radians = (degrees / 180) * Math.PI;
  let [x, y] = [1, 0];
  let [u, v] = [cos(radians), sin(radians)];
  for (let layer = 0; layer < depth; layer++) {
    // Only inner products count: each layer sees the two points in the plane that they span.
    const normals = new Float64Array(2 * width);
    fillNormals(derive(key, layer), normals);
    let [xx, xy, yy] = [0, 0, 0];
    for (let k = 0; k < width; k++) {
      const [g, h] = [normals[2 * k] ?? NaN, normals[2 * k + 1] ?? NaN];
      const [a, b] = [Math.max(0, g * x + h * y), Math.max(0, g * u + h * v)];
      [xx, xy, yy] = [xx + a * a, xy + a * b, yy + b * b];
    }
    const cosine = xy / Math.sqrt(xx * yy);
    [x, y] = [1, 0];
    [u, v] = [cosine, Math.sqrt(Math.max(0, 1 - cosine * cosine))];
  }
  return u;
}

function limitCosine(degrees: number, depth: number): number {
  let cosine = cos((degrees / 180) * Math.PI);
  for (let layer = 0; layer < depth; layer++) cosine = kappa(cosine);
  return cosine;
}

/** Of one draw of the weights, which the instance names. */
function oneDraw(): Planted {
  const given = fc.record({ angle: whole(0, 180), width: geometric(16, 1024, 24), depth: whole(1, 4), draw: seeds() });
  const subject = always(given, ({ angle, width, depth, draw }) => {
    const cosine = finiteCosine(angle, width, depth, rootKeyOf(draw));
    return { 'near the limit': 0.42 - Math.abs(cosine - limitCosine(angle, depth)) };
  });
  return { name: 'a cosine of one draw', fault: 'true only at infinite width', dimensions: 4, subject };
}

function rootKeyOf(draw: number): StreamKey {
  return derive(rootKey('planted'), draw);
}

/** Of most draws: false for few neurons and a certain range of angles. */
function mostDraws(): Planted {
  const given = fc.record({ angle: whole(0, 180), width: geometric(12, 2048, 120) });
  const subject = often(given, 0.8, ({ angle, width }, key) => ({
    'near the limit': 0.19 - Math.abs(finiteCosine(angle, width, 1, key) - limitCosine(angle, 1)),
  }));
  return { name: 'a cosine of most draws', fault: 'true only at infinite width', dimensions: 2, subject };
}

function needleInLine(): Planted {
  const subject = always(fc.record({ x: whole(0, 1_000_000) }), ({ x }) => ({ missed: Math.abs(x - 618_034) - 0.5 }));
  return { name: 'one of a million, with a slope', fault: 'needle', dimensions: 1, subject };
}

function needleInSpace(): Planted {
  const side = whole(0, 1000);
  const subject = always(fc.record({ a: side, b: side, c: side }), ({ a, b, c }) => ({
    missed: Math.abs(a - 577) + Math.abs(b - 302) + Math.abs(c - 866) - 0.5,
  }));
  return { name: 'one of 1e9, with a slope', fault: 'needle', dimensions: 3, subject };
}

function flatNeedle(size: number, name: string): Planted {
  const side = whole(0, size);
  const [p, q] = [Math.round(0.37 * size), Math.round(0.81 * size)];
  const subject = always(fc.record({ a: side, b: side }), ({ a, b }) => ({ missed: a === p && b === q ? -1 : 1 }));
  return { name, fault: 'needle', dimensions: 2, slope: false, subject };
}

export const otherFaults: readonly Planted[] = [
  coincidence(),
  fewPoints(),
  obtuse(),
  ratioBelow(),
  obtuseAngles(),
  rateOfFewer(),
  oneDraw(),
  mostDraws(),
  needleInLine(),
  needleInSpace(),
  flatNeedle(40, 'one of 1,681, without a slope'),
  flatNeedle(1000, 'one of a million, without a slope'),
];
