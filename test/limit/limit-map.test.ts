import { describe, expect, it } from 'vitest';
import {
  type BlockGram,
  blockGram,
  blocksOfOne,
  combination,
  pointsOf,
  toGram,
  traceOf,
} from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { rectifiedMoment } from '../../src/limit/rectified-moment.js';
import { denseDistance, denseLayer, denseOf } from './dense-oracle.js';
import {
  closedForms,
  coin,
  distance,
  leaky,
  planeOf,
  randomBlocks,
  randomDirection,
  recenter,
  relu,
  rescale,
} from './pieces.js';

const UNIT = 2 ** -53;
const structures = [[3], [1, 1], [1, 4], [3, 2], [1, 1, 2, 3], [1, 1, 1, 1]];

describe('a layer at infinite width', () => {
  const layers = [
    { centre: true, rescale: false, slope: 0 },
    { centre: true, rescale: false, slope: 0.2 },
    { centre: false, rescale: false, slope: -1 },
    { centre: true, rescale: false, slope: 1 },
  ];

  it.each(layers)('is the n × n formula: $centre $rescale $slope', (layer) => {
    for (const sizes of structures) {
      const gram = randomBlocks(`layer ${sizes.join()}`, sizes);
      const stages = [...(layer.centre ? [recenter] : []), leaky(layer.slope)];
      // The oracle's acos and its centring: 1e-14 covers 90 roundings of entries of size 1 (n <= 7).
      expect(
        denseDistance(denseOf(limitLayer(stages)({ gram }).gram), denseLayer(denseOf(gram), layer)),
      ).toBeLessThanOrEqual(1e-14);
    }
  });

  const rescaled = [true, false].flatMap((centre) => [0, 0.3, 1].map((slope) => ({ centre, rescale: true, slope })));

  it.each(rescaled)('with RS is the n × n integral: $centre $slope', (layer) => {
    for (const sizes of [[3], [1, 1, 1], [1, 4], [1, 2, 3]]) {
      const gram = randomBlocks(`sphere ${sizes.join()}`, sizes);
      const stages = [...(layer.centre ? [recenter] : []), rescale, leaky(layer.slope)];
      // The oracle inverts I + 2tC up to t = e^34 and sums 2400 terms: n^2 roundings a term, 1e-13 with n = 6.
      expect(
        denseDistance(denseOf(limitLayer(stages)({ gram }).gram), denseLayer(denseOf(gram), layer)),
      ).toBeLessThanOrEqual(1e-13);
    }
  });

  it('does not care whether points are grouped', () => {
    for (const [name, stages] of Object.entries(closedForms)) {
      const gram = randomBlocks('grouped', [1, 3, 2]);
      const apart = limitLayer(stages)({ gram: blocksOfOne(toGram(gram)) }).gram;
      // Same formulas, other order of sums, n = 6; with RS a sum of 300 terms.
      expect(distance(apart, blocksOfOne(toGram(limitLayer(stages)({ gram }).gram))), name).toBeLessThanOrEqual(2e-14);
    }
  });

  it('has trace n, and a tangent of trace zero', () => {
    for (const [name, stages] of Object.entries(closedForms)) {
      const sizes = [1, 3, 2];
      const next = limitLayer(stages)({ gram: randomBlocks('trace', sizes), tangent: randomDirection('trace', sizes) });
      expect(Math.abs(traceOf(next.gram) - 6), name).toBeLessThanOrEqual(20 * UNIT * 6);
      expect(Math.abs(traceOf(next.tangent ?? next.gram)), name).toBeLessThanOrEqual(40 * UNIT * 6);
    }
  });

  it('costs what its blocks cost, not what its points cost', () => {
    const huge = blockGram([1, 1_000_000], [0, 1], [9, 0.1, 0.1, 0.2]);
    expect(pointsOf(limitLayer([recenter, rescale, relu])({ gram: huge }).gram)).toBe(1_000_001);
  });
});

/** E[phi(u) phi(u)'] over the circle: Gauss quadrature between the kinks, with no Laplace integral anywhere. */
function overCircle(points: readonly (readonly [number, number])[], slope: number, panels: number): number[][] {
  const kinks = points.flatMap(([x, y]) => [Math.atan2(x, -y), Math.atan2(-x, y)]).sort((a, b) => a - b);
  const edges = [...kinks, (kinks[0] ?? NaN) + 2 * Math.PI];
  const sum = points.map(() => points.map(() => 0));
  for (let e = 0; e + 1 < edges.length; e++) {
    const [from, to] = [edges[e] ?? NaN, edges[e + 1] ?? NaN];
    for (let k = 0; k < panels; k++) {
      for (const [node, weight] of [
        [-0.7745966692414834, 5 / 9],
        [0, 8 / 9],
        [0.7745966692414834, 5 / 9],
      ] as const) {
        const angle = from + ((to - from) * (k + 0.5 + node / 2)) / panels;
        const z = points.map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle));
        const square = z.reduce((s, x) => s + x * x, 0);
        const phi = z.map((x) => (x > 0 ? x : slope * x));
        const share = (weight * (to - from) * points.length) / (2 * panels * square * 2 * Math.PI);
        sum.forEach((row, i) => phi.forEach((y, j) => (row[j] = (row[j] ?? NaN) + share * (phi[i] ?? NaN) * y)));
      }
    }
  }
  const scale = points.length / sum.reduce((trace, row, i) => trace + (row[i] ?? NaN), 0);
  return sum.map((row) => row.map((x) => x * scale));
}

describe('rescaling', () => {
  it('averages over directions: agrees with an integral over the circle for points in a plane', () => {
    const next = coin('plane');
    for (const count of [2, 3, 5, 8]) {
      for (const slope of [0, 0.3, 1]) {
        const points = Array.from({ length: count }, () => [next(), next()] as const);
        const came = limitLayer([rescale, leaky(slope)])({ gram: planeOf(points) }).gram;
        const truth = overCircle(points, slope, 400);
        // Three-point Gauss has order 6: halving the panels shows 63 times the error that is left.
        const allowed = denseDistance(truth, overCircle(points, slope, 200)) / 63 + 1e-13;
        expect(allowed).toBeLessThan(1e-11);
        expect(denseDistance(denseOf(came), truth)).toBeLessThanOrEqual(allowed);
      }
    }
  });

  it('forgets the scale of the covariance', () => {
    const gram = randomBlocks('scale', [1, 3]);
    const layer = limitLayer([rescale, relu]);
    // A power of two rescales without rounding.
    expect(layer({ gram: combination(2 ** -40, gram, 0, gram) }).gram).toEqual(layer({ gram }).gram);
  });
});

/** Central differences at steps h and h/2, extrapolated: error h^4 f''''' / 480 and 3 roundings over h. */
function difference(map: (gram: BlockGram) => BlockGram, gram: BlockGram, direction: BlockGram): BlockGram {
  const step = 2 ** -9;
  const slopeAt = (h: number): BlockGram =>
    combination(
      1 / (2 * h),
      map(combination(1, gram, h, direction)),
      -1 / (2 * h),
      map(combination(1, gram, -h, direction)),
    );
  return combination(4 / 3, slopeAt(step / 2), -1 / 3, slopeAt(step));
}

describe('the tangent', () => {
  /** step^4 = 1.5e-11, times fifth derivatives of these random matrices up to 1e4 over 480. */
  const allowed = 1e-9;

  it.each(Object.entries(closedForms))('of %s is the derivative of the layer', (_, stages) => {
    for (const sizes of structures) {
      const gram = randomBlocks(`at ${sizes.join()}`, sizes);
      const tangent = randomDirection(`along ${sizes.join()}`, sizes);
      const layer = limitLayer(stages);
      const moved = layer({ gram, tangent }).tangent ?? gram;
      const truth = difference((g) => layer({ gram: g }).gram, gram, tangent);
      expect(distance(moved, truth), sizes.join()).toBeLessThanOrEqual(allowed);
    }
  });

  it('needs the term of the variances, which the same comparison catches when dropped', () => {
    const sizes = [1, 1, 3];
    const gram = randomBlocks('dropped', sizes);
    const along = randomDirection('dropped', sizes);
    // Only the inner products of different points move: the variances stay, so (sqrt(ab - c^2) / 4 pi)(da/a + db/b) drops out.
    const still = blockGram(
      sizes,
      along.own.map((_, b) => -(along.between[b * 4] ?? NaN)),
      along.between,
    );
    const frozen = blockGram(
      sizes,
      [0, 0, still.own[2] ?? NaN],
      still.between.map((x, i) => (i === 0 || i === 4 ? 0 : x)),
    );
    const truth = difference((g) => rectifiedMoment({ gram: g }, 0).gram, gram, along);
    const whole = rectifiedMoment({ gram, tangent: along }, 0).tangent ?? gram;
    const dropped = rectifiedMoment({ gram, tangent: frozen }, 0).tangent ?? gram;
    const offDiagonal = (g: BlockGram): number => g.between[1] ?? NaN;
    expect(Math.abs(offDiagonal(whole) - offDiagonal(truth))).toBeLessThanOrEqual(allowed);
    expect(Math.abs(offDiagonal(dropped) - offDiagonal(truth))).toBeGreaterThan(1000 * allowed);
  });
});
