import { describe, expect, it } from 'vitest';
import { kappa, kappaSlope } from '../../src/limit/arc-cosine.js';
import { blockGram, squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { symmetricFixedPoint, type SymmetricFixedPoint, twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { spectrum } from '../../src/limit/spectrum.js';
import type { Stage } from '../../src/network/stage.js';
import { recenter, relu, rescale } from './pieces.js';

const UNIT = 2 ** -53;
/** A sum of 300 terms in the integral, and twice that through Newton's step. */
const ROUNDING = 1000 * UNIT;
/** An eigenvalue 0 of up to 128 points is rounded a few times a row; those that are none are above 1e-3 here. */
const NOUGHT = 1e-9;

function symmetric(stages: readonly Stage[], points: number): SymmetricFixedPoint {
  const end = symmetricFixedPoint(stages, points);
  if (end.kind === 'unsettled') throw new Error(end.reason);
  return end;
}

/** Eigenvalues of this multiplicity, zero left out, largest first. */
function ofMultiplicity(stages: readonly Stage[], points: number, multiplicity: number): number[] {
  return spectrum(stages, symmetric(stages, points).gram)
    .eigenvalues.filter((z) => z.multiplicity === multiplicity && Math.abs(z.value) > NOUGHT)
    .map((z) => z.value);
}

function near(came: readonly number[], truth: readonly number[], allowed: number): boolean {
  return came.length === truth.length && came.every((x, i) => Math.abs(x - (truth[i] ?? NaN)) <= allowed);
}

describe('RS without a non-linearity', () => {
  it.each([2, 3, 5, 8, 128])('contracts every traceless direction by n / (n + 2) at n = %d (A4)', (points) => {
    const came = ofMultiplicity([rescale], points, (points * (points + 1)) / 2 - 1);
    expect(near(came, [points / (points + 2)], ROUNDING)).toBe(true);
    expect(near(came, [1 - 1 / points], ROUNDING)).toBe(points === 2);
  });

  it.each([3, 5, 8, 128])('after RC contracts by (n - 1) / (n + 1) at n = %d (B1)', (points) => {
    const came = ofMultiplicity([recenter, rescale], points, (points * (points - 1)) / 2 - 1);
    expect(near(came, [(points - 1) / (points + 1)], ROUNDING)).toBe(true);
    expect(near(came, [points / (points + 2)], ROUNDING)).toBe(false);
  });
});

describe('RS on a spectrum of two eigenvalues (A5)', () => {
  it('halves their log ratio, from ratio 2 to ratio 1e12', () => {
    for (const ratio of [2, 100, 1e6, 1e12]) {
      // Eigenvalues 1 + 2 (ratio - 1) / 2 = ratio and 1: own is the small one, so that neither is a difference.
      const { gram } = limitLayer([rescale])({ gram: blockGram([2], [1], [(ratio - 1) / 2]) });
      const [own, between] = [gram.own[0] ?? NaN, gram.between[0] ?? NaN];
      const came = (own + 2 * between) / own;
      expect(Math.abs(came / Math.sqrt(ratio) - 1)).toBeLessThanOrEqual(ROUNDING);
      expect(Math.abs(came / ratio - 1)).toBeGreaterThan(0.1);
    }
  });

  it('halves it at three points after RC too, but not at three points without RC', () => {
    const rowsOf = (stages: readonly Stage[]): number => {
      // Centred: odd against the rest, and the difference of the two others; ratio 9.
      const { gram } = limitLayer(stages)({ gram: blockGram([1, 2], [0, 1], [6, -3, -3, 1]) });
      const [difference, odd] = [gram.own[1] ?? NaN, (gram.between[0] ?? NaN) * 1.5];
      return odd / difference;
    };
    expect(Math.abs(rowsOf([recenter, rescale]) / 3 - 1)).toBeLessThanOrEqual(ROUNDING);
    const plane = limitLayer([rescale])({ gram: blockGram([3], [1], [(9 - 1) / 3]) }).gram;
    const ratio = ((plane.own[0] ?? NaN) + 3 * (plane.between[0] ?? NaN)) / (plane.own[0] ?? NaN);
    expect(Math.abs(ratio / 3 - 1)).toBeGreaterThan(0.1);
  });
});

describe('full batch normalization with ReLU', () => {
  const network = [recenter, rescale, relu];
  /** theory-contrasts D2: n, cosine, lambda_L, lambda_M. */
  const table = [
    [4, 0.169496588042166, 0.525811741453508, 0.37743522436052],
    [5, 0.203309877844541, 0.609716795013537, 0.438867180054149],
    [8, 0.250134932861451, 0.743611058197929, 0.538610740718839],
    [10, 0.264721235474574, 0.791092273373912, 0.57437591491066],
    [16, 0.285684170486539, 0.865583734482532, 0.630814840767391],
    [32, 0.302346482176048, 0.931048839523469, 0.680695843409349],
    [64, 0.31041347859623, 0.965063657487974, 0.706702729434676],
    [128, 0.314382745986966, 0.982413392797164, 0.719989257332899],
  ] as const;

  it.each(table)(
    'has the symmetric state of D1 and the rates of D2 at n = %d',
    (points, cosine, standard, exchange) => {
      const end = symmetric(network, points);
      expect(Math.abs(end.cosine - cosine)).toBeLessThanOrEqual(ROUNDING);
      expect(Math.abs(end.cosine - kappa(-1 / (points - 1)))).toBeLessThanOrEqual(ROUNDING);
      const [s, e] = [points - 1, (points * (points - 3)) / 2];
      expect(near(ofMultiplicity(network, points, s), [standard], ROUNDING)).toBe(true);
      expect(near(ofMultiplicity(network, points, e), [exchange], ROUNDING)).toBe(true);
    },
  );

  it('has the closed forms of D2 and not those with the literal v* = q* c*', () => {
    for (const points of [4, 10, 64]) {
      const r = -1 / (points - 1);
      const gap = 1 - kappa(r);
      const exchange = (points * kappaSlope(r)) / ((points + 1) * gap);
      const standard = ((points - 2) * gap + (points * kappaSlope(r)) / (points - 1)) / ((points + 1) * gap);
      const came = ofMultiplicity(network, points, (points * (points - 3)) / 2);
      expect(near(came, [exchange], ROUNDING)).toBe(true);
      expect(near(came, [(exchange * gap) / kappa(r)], ROUNDING)).toBe(false);
      expect(near(ofMultiplicity(network, points, points - 1), [standard], ROUNDING)).toBe(true);
    }
  });

  it('has the rate of D2 at n = 3, and at n = 2 forgets everything', () => {
    expect(near(ofMultiplicity(network, 3, 2), [0.390291457575152], ROUNDING)).toBe(true);
    expect(spectrum(network, symmetric(network, 2).gram).spectralRadius).toBeLessThanOrEqual(ROUNDING);
  });

  it.each([
    [52, 0.0616, 0.3003, 0.309],
    [56, 0.0768, 0.2987, 0.3099],
    [64, 0.09237, 0.2978, 0.3111],
    [128, 0.136, 0.2992, 0.315],
    [1024, 0.1849, NaN, NaN],
    [16384, 0.2017, NaN, NaN],
  ])('has a mild odd point at n = %d (D6)', (points, share, cross, cluster) => {
    const end = twoBlockFixedPoint(network, points);
    if (end.kind !== 'two-block') throw new Error(end.kind);
    const square = end.normRatio ** 2;
    expect(Math.abs(square / (square + points - 1) - share)).toBeLessThanOrEqual(5.1e-5); // four decimals were written down
    if (Number.isNaN(cross)) return;
    expect(Math.abs(end.crossCosine - cross)).toBeLessThanOrEqual(5.1e-5);
    expect(Math.abs(end.clusterCosine - cluster)).toBeLessThanOrEqual(5.1e-5);
    expect(spectrum(network, end.gram).spectralRadius).toBeLessThan(1);
  });

  it('has none up to n = 51', () => {
    for (const points of [3, 16, 48, 51]) expect(twoBlockFixedPoint(network, points).kind).toBe('symmetric');
  });

  it('has the rates of D6 at n = 64', () => {
    const end = twoBlockFixedPoint(network, 64);
    if (end.kind !== 'two-block') throw new Error(end.kind);
    const nonzero = spectrum(network, end.gram).eigenvalues.filter((z) => Math.abs(z.value) > NOUGHT);
    expect(nonzero.map((z) => z.multiplicity)).toEqual([62, 1, (63 * 60) / 2, 62]);
    expect(
      near(
        nonzero.map((z) => z.value),
        [0.9601, 0.9426, 0.7086, 0.5985],
        5.1e-5,
      ),
    ).toBe(true); // four decimals
  });
});

describe('several odd points under full batch normalization', () => {
  const network = [recenter, rescale, relu];

  it('attract in every direction from n = 57 on for two and from 61 on for three, unlike those of RC + ReLU', () => {
    const radius = (points: number, odd: number): number => {
      const end = twoBlockFixedPoint(network, points, odd);
      return end.kind === 'two-block' ? spectrum(network, end.gram).spectralRadius : NaN;
    };
    expect(radius(56, 2)).toBeGreaterThan(1.001);
    expect(radius(57, 2)).toBeLessThan(0.998);
    expect(radius(60, 3)).toBeGreaterThan(1.001);
    expect(radius(61, 3)).toBeLessThan(0.999);
    expect(radius(128, 4)).toBeLessThan(0.97);
  });

  it('become equal from unequal norms at n = 128, as their spectrum says', () => {
    const end = twoBlockFixedPoint(network, 128, 2);
    if (end.kind !== 'two-block') throw new Error(end.kind);
    const layer = limitLayer(network);
    let gram = blockGram([1, 1, 126], [0, 0, 0.7], [16, 2.4, 1.2, 2.4, 8, 0.9, 1.2, 0.9, 0.3]);
    for (let t = 0; t < 400; t++) gram = layer({ gram }).gram;
    // The std direction of the two contracts by 0.927 a layer: nothing is left of it after 400.
    expect(Math.abs(squaredNorm(gram, 0) / squaredNorm(gram, 1) - 1)).toBeLessThanOrEqual(ROUNDING);
    expect(Math.abs(squaredNorm(gram, 0) / squaredNorm(end.gram, 0) - 1)).toBeLessThanOrEqual(ROUNDING);
  });
});

describe('RS and ReLU without RC', () => {
  const network = [rescale, relu];
  /** theory-contrasts D3: n, cosine, the rate of the trivial direction, two of the standard one, one of (n-2, 2). */
  const table = [
    [3, 0.468328359672323, 0.372458, [0.635984, 0.482399], []],
    [4, 0.479674815454839, 0.380612, [0.704233, 0.504116], [0.582008]],
    [5, 0.486928895312683, 0.384921, [0.751134, 0.517464], [0.619333]],
    [8, 0.498387669002104, 0.390444, [0.831605, 0.537718], [0.683302]],
    [10, 0.50234619011731, 0.392019, [0.861528, 0.544484], [0.70706]],
    [16, 0.508397407556103, 0.394128, [0.90972, 0.554604], [0.745286]],
    [32, 0.513531635200366, 0.395653, [0.953197, 0.562983], [0.779734]],
    [64, 0.516125829920618, 0.396338, [0.976163, 0.567146], [0.797918]],
    [128, 0.517428994479593, 0.396661, undefined, undefined],
  ] as const;

  it.each(table)(
    'has the symmetric state and the rates of D3 at n = %d',
    (points, cosine, trivial, standard, exchange) => {
      expect(Math.abs(symmetric(network, points).cosine - cosine)).toBeLessThanOrEqual(ROUNDING);
      const digits = 5.1e-7; // six decimals were written down
      expect(near(ofMultiplicity(network, points, 1), [trivial], digits)).toBe(true);
      if (!standard || !exchange) return;
      expect(near(ofMultiplicity(network, points, points - 1), standard, digits)).toBe(true);
      const pairs = (points * (points - 3)) / 2;
      if (pairs > 0) expect(near(ofMultiplicity(network, points, pairs), exchange, digits)).toBe(true);
    },
  );

  it('solves the closed form at n = 2, which kappa(c) in its place does not', () => {
    const { cosine: c } = symmetric(network, 2);
    const right = ((Math.PI / 2) * (1 - Math.sqrt(1 - c * c)) + Math.asin(c)) / (Math.PI * c);
    expect(Math.abs(right - c)).toBeLessThanOrEqual(ROUNDING);
    expect(Math.abs(kappa(c) - c)).toBeGreaterThan(0.01);
    expect(near(ofMultiplicity(network, 2, 1), [0.528043, 0.353492], 5.1e-7)).toBe(true);
  });
});
