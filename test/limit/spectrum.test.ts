import { describe, expect, it } from 'vitest';
import { kappa, kappaSlope } from '../../src/limit/arc-cosine.js';
import type { BlockGram } from '../../src/limit/block-gram.js';
import { centred, traceOf } from '../../src/limit/block-gram.js';
import { symmetricFixedPoint, twoBlockFixedPoint, twoBlockGram } from '../../src/limit/fixed-point.js';
import { rectifiedMoment } from '../../src/limit/rectified-moment.js';
import { type Spectrum, spectrum } from '../../src/limit/spectrum.js';
import type { Stage } from '../../src/network/stage.js';
import { leaky, recenter, relu } from './pieces.js';

const UNIT = 2 ** -53;
const network = [recenter, relu];

function symmetric(stages: readonly Stage[], points: number): BlockGram {
  const end = symmetricFixedPoint(stages, points);
  if (end.kind === 'unsettled') throw new Error(end.reason);
  return end.gram;
}

function withOdd(stages: readonly Stage[], points: number, odd: number): BlockGram {
  const end = twoBlockFixedPoint(stages, points, odd);
  if (end.kind !== 'two-block') throw new Error(end.kind);
  return end.gram;
}

const relative = (came: number, truth: number): number => Math.abs(came / truth - 1);
const directions = ({ eigenvalues }: Spectrum): number => eigenvalues.reduce((sum, z) => sum + z.multiplicity, 0);
const plain = ({ eigenvalues }: Spectrum): (readonly [number, number])[] =>
  eigenvalues.map((z) => [z.value, z.multiplicity] as const);

/** True when the same multiplicities stand at the same values, each within `allowed`. */
function matches(came: Spectrum, truth: readonly (readonly [number, number])[], allowed: number): boolean {
  const sorted = truth.filter(([, multiplicity]) => multiplicity > 0).sort((a, b) => b[0] - a[0]);
  const all = plain(came).sort((a, b) => b[0] - a[0]);
  return (
    all.length === sorted.length &&
    all.every(([x, count], i) => Math.abs(x - (sorted[i]?.[0] ?? NaN)) <= allowed && count === sorted[i]?.[1])
  );
}

describe('the symmetric state of RC + ReLU (I2)', () => {
  /** The two rates in closed form, with their multiplicities; zero for the scale and for what centring removes. */
  const rates = (points: number, r = -1 / (points - 1)): (readonly [number, number])[] => {
    const second = (kappaSlope(r) * points) / ((1 - kappa(r)) * (points - 1));
    const first = 1 - (1 - second) / (points - 1);
    return [
      [first, points - 1],
      [second, (points * (points - 3)) / 2],
      [0, points + 1],
    ];
  };

  it.each([3, 4, 5, 10, 100, 4096])('has the rates l1 and l2 at n = %d, and not those of kappa(-1/n)', (points) => {
    const came = spectrum(network, symmetric(network, points));
    expect(matches(came, rates(points), 30 * UNIT)).toBe(true);
    expect(matches(came, rates(points, -1 / points), 30 * UNIT)).toBe(false);
    expect(came.spectralRadius).toBeLessThan(1);
  });

  it('has the published digits at n = 10', () => {
    const came = spectrum(network, symmetric(network, 10));
    // Nine digits were written down.
    expect(
      matches(
        came,
        [
          [0.966890556, 9],
          [0.702015007, 35],
          [0, 11],
        ],
        5e-10,
      ),
    ).toBe(true);
  });

  it('is left at once when n = 2: every direction is forgotten', () => {
    expect(plain(spectrum(network, symmetric(network, 2)))).toEqual([[0, 3]]);
  });
});

describe('the odd point of RC + ReLU (I3)', () => {
  /** Digits of theory.md. */
  const radii = [
    [7, 0.9448322783],
    [8, 0.9307736127],
    [10, 0.9267698394],
    [16, 0.9428460068],
    [32, 0.9689652773],
    [64, 0.9842818268],
    [128, 0.9921454402],
    [1024, 0.999022521],
  ] as const;

  it.each(radii)('attracts at n = %d at the published rate', (points, radius) => {
    const came = spectrum(network, withOdd(network, points, 1));
    expect(Math.abs(came.spectralRadius - radius)).toBeLessThanOrEqual(5.1e-11 * (points === 1024 ? 10 : 1));
    expect(directions(came)).toBe((points * (points + 1)) / 2);
  });

  it('attracts in every direction for all n from 7 on', () => {
    for (let points = 7; points <= 4096; points += points < 100 ? 1 : 211) {
      const came = spectrum(network, withOdd(network, points, 1));
      expect(came.spectralRadius).toBeLessThan(1);
      expect(came.eigenvalues.every((z) => z.imaginary === 0)).toBe(true);
    }
  });

  it('has the rates of I7 for a leaky slope, and not the ReLU rates', () => {
    const [points, slope] = [10, 0.3];
    const relus = spectrum(network, withOdd(network, points, 1));
    const leaks = spectrum([recenter, leaky(slope)], withOdd([recenter, leaky(slope)], points, 1));
    const start = centred(withOdd(network, points, 1));
    const bend = (1 - slope) ** 2 * (traceOf(centred(rectifiedMoment({ gram: start }, 0).gram)) / traceOf(start));
    const nonzero = plain(relus).filter(([value]) => Math.abs(value) > 1e-9); // without the zeros, which are rounded
    const expected = nonzero.map(([l, count]) => [(bend * l + slope) / (bend + slope), count] as const);
    // Two Newton iterations and two spectra of matrices near the identity.
    const rounding = 500 * UNIT;
    expect(matches(leaks, [...expected, [0, points + 1]], rounding)).toBe(true);
    expect(matches(leaks, plain(relus), rounding)).toBe(false);
  });
});

describe('several odd points of RC + ReLU (I6)', () => {
  it.each([
    [2, 1.0855],
    [3, 1.0952],
    [4, 1.0937],
  ])('are a saddle: %d at n = 16 have k - 1 unstable directions', (odd, top) => {
    const came = spectrum(network, withOdd(network, 16, odd));
    const unstable = came.eigenvalues.filter((z) => z.value > 1);
    expect(unstable.map((z) => z.multiplicity)).toEqual([odd - 1]);
    expect(Math.abs(came.spectralRadius - top)).toBeLessThanOrEqual(5e-5); // four decimals were written down
  });

  it('are a saddle at larger n too', () => {
    for (const [points, odd] of [
      [64, 2],
      [64, 6],
      [1024, 2],
      [4096, 5],
    ] as const) {
      const came = spectrum(network, withOdd(network, points, odd));
      expect(came.eigenvalues.filter((z) => z.value > 1).map((z) => z.multiplicity)).toEqual([odd - 1]);
      expect(directions(came)).toBe((points * (points + 1)) / 2);
    }
  });
});

describe('the spectrum', () => {
  it('counts every direction, for all small sizes of two blocks', () => {
    // Written in two blocks, the symmetric state has more sectors and the same spectrum.
    for (let points = 2; points <= 9; points++) {
      const { cosine } = { cosine: kappa(-1 / (points - 1)) };
      const whole = plain(spectrum(network, symmetric(network, points)));
      for (let odd = 1; odd < points; odd++) {
        const shape = { normRatio: 1, clusterCosine: cosine, oddCosine: cosine, crossCosine: cosine };
        const came = spectrum(network, twoBlockGram(points, odd, shape));
        expect(directions(came)).toBe((points * (points + 1)) / 2);
        expect(matches(came, whole, 100 * UNIT)).toBe(true);
      }
    }
  });

  it('is refused away from a fixed point, with the size of the change', () => {
    const shape = { normRatio: 1, clusterCosine: 0, oddCosine: NaN, crossCosine: 0 };
    expect(() => spectrum(network, twoBlockGram(5, 1, shape))).toThrow(
      /^spectrum: needs a fixed point; came a Gram matrix that one layer changes by .* \(relative\)\. Take one from/,
    );
  });

  it('has a top close to 1 - 1/n for the odd point (I4)', () => {
    for (const points of [512, 4096]) {
      const { spectralRadius } = spectrum(network, withOdd(network, points, 1));
      expect(relative(points * (1 - spectralRadius), 1)).toBeLessThanOrEqual(5 / points);
    }
  });
});
