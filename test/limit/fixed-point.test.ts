import { describe, expect, it } from 'vitest';
import { kappa } from '../../src/limit/arc-cosine.js';
import { blockGram } from '../../src/limit/block-gram.js';
import {
  asymptoticShape,
  symmetricFixedPoint,
  symmetricGram,
  twoBlockFixedPoint,
  type TwoBlockFixedPoint,
  twoBlockGram,
  twoBlockShape,
} from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { residualOf } from '../../src/limit/newton.js';
import { type ReducedState, reducedStep } from '../../src/limit/reduced-model.js';
import { settle } from '../../src/limit/settle.js';
import { leaky, recenter, relu, rescale } from './pieces.js';

const UNIT = 2 ** -53;
const network = [recenter, relu];

/** Newton on the three scalars of I5 in 60-digit arithmetic (mpmath): n, r, 1 - rho, tau, largest eigenvalue on the family. */
const golden: readonly (readonly [number, number, number, number, number])[] = [
  [7, 3.8492728623554613, 0.5208930830277991, 0.06563276294953027, 0.944832278317031],
  [8, 5.104733912511315, 0.42143379627645716, 0.0428786810566909, 0.9307736127345945],
  [10, 7.411997004065286, 0.29536094722495976, 0.022444712022364786, 0.926769839377032],
  [16, 13.896133093994816, 0.1339888599859591, 0.006013485712670879, 0.9428460067775633],
  [32, 30.38483227602255, 0.0381437967320053, 0.0008397571541417651, 0.9689652772908535],
  [64, 62.673712718305254, 0.010175163489614957, 0.00011188601444250488, 0.9842818268311286],
  [128, 126.83180829418674, 0.0026265803023068136, 1.4464516140986155e-5, 0.9921454402154397],
  [1024, 1022.9783983276334, 4.21904015175277e-5, 2.912003792740505e-8, 0.999022521034223],
  [4096, 4094.994583755078, 2.6446494070992704e-6, 4.564996805103262e-10, 0.999755800351953],
];

function oddPoint(points: number, odd = 1): TwoBlockFixedPoint {
  const end = twoBlockFixedPoint(network, points, odd);
  if (end.kind !== 'two-block') throw new Error(`No odd point at n = ${points}: ${end.kind}`);
  return end;
}

const relative = (came: number, truth: number): number => Math.abs(came / truth - 1);

describe('the odd point of RC + ReLU (I3)', () => {
  it.each(golden)('has its 60-digit values at n = %d', (points, ratio, gap, cross, contraction) => {
    const end = oddPoint(points);
    // I - F' has an eigenvalue near 1/n, so that a rounding grows n times.
    const rounding = 20 * points * UNIT;
    expect(relative(end.normRatio, ratio)).toBeLessThanOrEqual(rounding);
    expect(relative(end.clusterGap, gap)).toBeLessThanOrEqual(rounding);
    expect(relative(end.contraction, contraction)).toBeLessThanOrEqual(rounding);
    // The angle to the antipode is (3 pi tau)^(1/3), and the cosine rounds its square by 2 units: (3/2) 2u / (phi^2 / 2).
    const antipode = (3 * Math.PI * cross) ** (2 / 3) / 2;
    expect(relative(end.crossCosine, cross)).toBeLessThanOrEqual(rounding + (10 * UNIT) / antipode);
    expect(end.residual).toBeLessThanOrEqual(20 * UNIT + (10 * UNIT) / antipode);
  });

  it('is not the one of n - 1 points, which the same comparison catches', () => {
    for (const [points, ratio] of golden.slice(1)) {
      expect(relative(oddPoint(points - 1).normRatio, ratio)).toBeGreaterThan(20 * points * UNIT);
    }
  });

  it('exists at every n from 7 on, attracts, and is led back from at n = 3 to 6', () => {
    for (let points = 3; points <= 6; points++) expect(twoBlockFixedPoint(network, points).kind).toBe('symmetric');
    for (let points = 7; points <= 4096; points += points < 300 ? 1 : 97) {
      const end = oddPoint(points);
      expect(end.contraction).toBeLessThan(1);
      expect(end.normRatio).toBeGreaterThan(0.5 * (points - 1));
    }
  });

  it('is fixed by the three scalars of the indicative model', () => {
    for (const points of [7, 16, 100]) {
      const end = oddPoint(points);
      const state: ReducedState = { r: end.normRatio, rho: end.clusterCosine, tau: end.crossCosine };
      const next = reducedStep(state, points);
      // The model's cosines round against 1, not against themselves.
      expect(relative(next.r, state.r)).toBeLessThanOrEqual(50 * points * UNIT);
      expect(Math.abs(next.rho - state.rho)).toBeLessThanOrEqual(50 * points * UNIT);
      expect(Math.abs(next.tau - state.tau)).toBeLessThanOrEqual(50 * points * UNIT);
    }
  });

  it('follows the asymptotics (I4) with an error of second order, but not with 9 pi^2 / 4 in place of 9 pi^2 / 2', () => {
    for (const points of [128, 512, 4096]) {
      const { clusterGap, crossCosine, normRatio, contraction } = oddPoint(points);
      const shape = asymptoticShape(points, 1);
      // Constants read off at n = 128 and rounded up; halving the leading constant misses by half.
      const second = 30 / points ** 2;
      expect(relative(clusterGap, 1 - shape.clusterCosine)).toBeLessThanOrEqual(second + (4 * UNIT) / clusterGap); // 1 - cosine
      expect(relative(crossCosine, shape.crossCosine)).toBeLessThanOrEqual(second);
      expect(Math.abs(normRatio - (points - 1) + (2.25 * Math.PI ** 2) / points)).toBeLessThanOrEqual(
        150 / points ** 2,
      );
      expect(Math.abs(points * (1 - contraction) - 1)).toBeLessThanOrEqual(5 / points);
      expect(relative(clusterGap, (1 - shape.clusterCosine) / 2)).toBeGreaterThan(second);
    }
  });

  it('is the same after centring for every leaky slope (I7)', () => {
    for (const slope of [0.1, 0.5, -0.5]) {
      for (const points of [10, 64]) {
        const end = twoBlockFixedPoint([recenter, leaky(slope)], points);
        const centredRatio = (gram: TwoBlockFixedPoint['gram']): number =>
          twoBlockShape(limitLayer([recenter])({ gram }).gram).normRatio;
        if (end.kind !== 'two-block') throw new Error(end.kind);
        expect(relative(centredRatio(end.gram), centredRatio(oddPoint(points).gram))).toBeLessThanOrEqual(
          200 * points * UNIT,
        );
      }
    }
  });
});

describe('several odd points (I6)', () => {
  it('have, within both groups, one and the same cosine', () => {
    for (const [points, odd] of [
      [16, 2],
      [16, 4],
      [64, 3],
      [1024, 2],
    ] as const) {
      const end = oddPoint(points, odd);
      expect(Math.abs(end.oddCosine - end.clusterCosine)).toBeLessThanOrEqual(20 * points * UNIT);
    }
  });

  it('mirror: k odd points of n are n - k cluster points', () => {
    const [few, many] = [
      oddPoint(16, 3),
      twoBlockFixedPoint(network, 16, 13, { ...asymptoticShape(16, 3), normRatio: 0.2 }),
    ];
    if (many.kind !== 'two-block') throw new Error(many.kind);
    expect(relative(many.normRatio * few.normRatio, 1)).toBeLessThanOrEqual(320 * UNIT);
  });
});

describe('two groups of equal points', () => {
  it('meet at cosine -2a / (1 + a^2) after RC and a leaky slope a (E3), whatever their sizes and cosine', () => {
    for (const slope of [0, 0.1, 0.7, -0.4, -1]) {
      for (const [points, odd, cross] of [
        [5, 1, 0.3],
        [9, 4, -0.8],
        [300, 7, 0.1],
      ] as const) {
        const shape = { normRatio: 2, clusterCosine: 1, oddCosine: 1, crossCosine: cross };
        const next = twoBlockShape(
          limitLayer([recenter, leaky(slope)])({ gram: twoBlockGram(points, odd, shape) }).gram,
        );
        // Centring leaves a share (k/n)^2 of a squared norm: rounding grows by its inverse.
        const rounding = 100 * UNIT * (points / odd) ** 2;
        expect(Math.abs(next.crossCosine + (2 * slope) / (1 + slope ** 2))).toBeLessThanOrEqual(rounding);
        if (slope === 0) expect(relative(next.normRatio, (points - odd) / odd)).toBeLessThanOrEqual(rounding);
      }
    }
  });
});

describe('the symmetric fixed point', () => {
  it.each([2, 3, 10, 100, 4096])(
    'of RC + ReLU has cosine kappa(-1 / (n-1)) at n = %d (I1), not kappa(-1 / n)',
    (points) => {
      const end = symmetricFixedPoint(network, points);
      if (end.kind === 'unsettled') throw new Error(end.reason);
      expect(Math.abs(end.cosine - kappa(-1 / (points - 1)))).toBeLessThanOrEqual(10 * UNIT);
      expect(Math.abs(end.cosine - kappa(-1 / points))).toBeGreaterThan(0.2 / points ** 2); // kappa rises by 0.2 a unit at least
      expect(residualOf(limitLayer(network), symmetricGram(points, end.cosine))).toBeLessThanOrEqual(20 * UNIT);
    },
  );

  it('of RC + RS without a non-linearity is the simplex (B1)', () => {
    for (const points of [3, 8]) {
      const end = symmetricFixedPoint([recenter, rescale], points);
      if (end.kind === 'unsettled') throw new Error(end.reason);
      // The integral over t sums 300 terms.
      expect(Math.abs(end.cosine + 1 / (points - 1))).toBeLessThanOrEqual(300 * UNIT);
    }
  });
});

describe('settling', () => {
  it('tells a neutral map, a slow collapse and a dead batch from a fixed point', () => {
    const start = blockGram([1, 4], [0, 0.5], [3, 0.2, 0.2, 0.5]);
    expect(settle(limitLayer([recenter]), start, 100).kind).toBe('unsettled');
    expect(settle(limitLayer([relu]), start, 100)).toEqual({
      kind: 'unsettled',
      reason: 'after 112 layers: no fixed point near the orbit',
    });
    expect(settle(limitLayer(network), symmetricGram(3, 1))).toEqual({
      kind: 'unsettled',
      reason: 'the batch is dead or not finite after 16 layers',
    });
  });

  it('lets the start choose between two ends at n = 16', () => {
    const near = { normRatio: 1.05, clusterCosine: 0.29, oddCosine: NaN, crossCosine: 0.28 };
    expect(twoBlockFixedPoint(network, 16, 1, near).kind).toBe('symmetric');
    expect(twoBlockFixedPoint(network, 16, 1, { ...near, normRatio: 5 }).kind).toBe('two-block');
  });

  it('refuses sizes that are none', () => {
    expect(() => twoBlockFixedPoint(network, 5, 5)).toThrow(
      'twoBlockGram: needs 1 <= odd < points; came odd = 5 of 5 points.',
    );
    expect(() => symmetricFixedPoint(network, 1)).toThrow('symmetricFixedPoint: needs at least 2 points; came 1.');
  });
});
