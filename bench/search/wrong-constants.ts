import fc from 'fast-check';
import { geometric, grid, whole } from '../../properties/arbitraries.js';
import { kappa } from '../../src/limit/arc-cosine.js';
import { type ReducedState, reducedStep } from '../../src/limit/reduced-model.js';
import { cos } from '../../src/portable/cos.js';
import { exp } from '../../src/portable/exp.js';
import { log1p } from '../../src/portable/log1p.js';
import { centredCosines, simplexCosine } from './centred.js';
import { always, type Planted } from './planted.js';

interface Start extends ReducedState {
  readonly points: number;
}

/** Points with these norms and cosines exist. */
export const exist = {
  'a Gram matrix': ({ points, rho, tau }: Start): boolean => tau * tau * (points - 1) <= 1 + (points - 2) * rho,
};

export function starts(points: fc.Arbitrary<number>): fc.Arbitrary<Start> {
  return fc.record({ points, r: grid(0.1, 12, 0.1), rho: grid(0, 0.99, 0.01), tau: grid(-1, 1, 0.01) });
}

/** A layer makes the odd point (n-1) cos(angle) times as long: `part` stands where 1 should. */
function normRatio(part: number, percent: number): Planted {
  const subject = always(
    starts(geometric(12, 3000, 80)),
    (start) => ({ 'norm ratio': part * (start.points - 1) - reducedStep(start, start.points).r }),
    exist,
  );
  return { name: `outlier norm ratio, ${percent} % too small`, fault: 'wrong constant', dimensions: 4, subject };
}

/** kappa(cos a) - max(0, cos a) is largest at a right angle, 1/pi: the product over three pairs at most 1/pi^3. */
function kappaExcess(percent: number): Planted {
  const angle = grid(0, 180, 0.1);
  const excess = (degrees: number): number => {
    const cosine = cos((degrees / 180) * Math.PI);
    return kappa(cosine) - Math.max(0, cosine);
  };
  const bound = (1 - percent / 100) / (Math.PI * Math.PI * Math.PI);
  const subject = always(fc.record({ a: angle, b: angle, c: angle }), ({ a, b, c }) => ({
    excess: bound - excess(a) * excess(b) * excess(c),
  }));
  return { name: `kappa at three right angles, ${percent} % off`, fault: 'wrong constant', dimensions: 3, subject };
}

/** The mean cosine of n points after a wide layer is least for a regular simplex, where it is kappa(-1/(n-1)). */
function symmetricCosine(points: number, percent: number): Planted {
  const place = fc.tuple(...Array.from({ length: points - 1 }, () => whole(-60, 60)));
  const given = fc.record({ places: fc.array(place, { minLength: points, maxLength: points }) });
  const subject = always(given, ({ places }) => {
    const cosines = centredCosines(places);
    const mean = cosines.reduce((sum, cosine) => sum + kappa(cosine), 0) / cosines.length;
    return { 'mean cosine': Number.isNaN(mean) ? 1 : mean - (1 + percent / 100) * kappa(simplexCosine(points)) };
  });
  const name = `symmetric cosine of ${points} points, ${percent} % too large`;
  return { name, fault: 'wrong constant', dimensions: points * (points - 1), subject };
}

/** Two pairs in leaky layers meet at -2a/(1 + a^2), whose product is at most 1 in size. */
function leakyAngle(percent: number): Planted {
  const slope = grid(-40, 40, 0.01);
  const cosine = (a: number): number => (-2 * a) / (1 + a * a);
  const subject = always(fc.record({ a: slope, b: slope, c: slope }), ({ a, b, c }) => ({
    angle: 1 - percent / 100 - Math.abs(cosine(a) * cosine(b) * cosine(c)),
  }));
  return { name: `leaky angle, ${percent} % too small`, fault: 'wrong constant', dimensions: 3, subject };
}

/** (n/(n+2))^l with 2 a little off is off by most where l is about n/2: claimed to be off by a little less. */
function rate(percent: number): Planted {
  const wrong = percent / 100;
  // Largest difference of exp(-x) and exp(-(1 + wrong) x).
  const most = exp(-log1p(wrong) / wrong) * (wrong / (1 + wrong));
  const left = (points: number, layers: number, two: number): number => exp(-layers * log1p(two / points));
  const subject = always(fc.record({ points: whole(2, 10_000), layers: whole(1, 20_000) }), ({ points, layers }) => ({
    rate: 0.9995 * most - left(points, layers, 2) + left(points, layers, 2 + 2 * wrong),
  }));
  return { name: `rate n/(n+2), ${percent} % too fast`, fault: 'wrong constant', dimensions: 2, subject };
}

/** Real formulas with a constant a little off: violated where the bound is tight. */
export const wrongConstants: readonly Planted[] = [
  normRatio(0.99, 1),
  normRatio(0.95, 5),
  normRatio(0.8, 20),
  kappaExcess(1),
  kappaExcess(5),
  symmetricCosine(3, 1),
  symmetricCosine(4, 5),
  leakyAngle(1),
  leakyAngle(20),
  rate(1),
];
