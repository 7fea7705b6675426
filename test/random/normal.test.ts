import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../src/portable/normal-cdf.js';
import { derive, rootKey, type StreamKey } from '../../src/random/key.js';
import { fillNormals } from '../../src/random/normal.js';
import { Stream } from '../../src/random/stream.js';
import { chiSquareRefutes, countRefutes, equalCountsStatistic, productSumRefutes } from './levels.js';

type Fill = (key: StreamKey, out: Float64Array) => void;

const root = rootKey('normal');
const DRAWS = 2 ** 20;

/** Drawn once; a change here changes every recorded verdict and needs a decision record. */
const GOLDEN = [-1.3390338527768881, -0.5713330071743893, -1.6711906136568375, -0.3471284059504713];

function drawn(fill: Fill, part = 0, count = DRAWS): Float64Array {
  const out = new Float64Array(count);
  fill(derive(root, part), out);
  return out;
}

/** Counts in 1000 bins of equal probability against their expectation of 1049: Pearson's chi-square with 999 degrees. */
function wrongLaw(x: Float64Array): boolean {
  const counts = new Array<number>(1000).fill(0);
  for (const value of x) {
    if (Number.isNaN(value)) return true; // it has no bin, and would go uncounted
    const bin = Math.min(999, Math.floor(1000 * normalCdf(value)));
    counts[bin] = (counts[bin] ?? NaN) + 1;
  }
  return chiSquareRefutes(equalCountsStatistic(counts), 999);
}

/** Counts beyond 3, 4 and 5 on either side. The ziggurat's base strip ends at 3.85: beyond 4 everything comes from its tail. */
function wrongTails(x: Float64Array): boolean {
  return [3, 4, 5].some((edge) =>
    [1, -1].some((side) => {
      let beyond = 0;
      for (const value of x) if (side * value > edge) beyond++;
      return countRefutes(beyond, x.length, normalCdf(-edge), 6);
    }),
  );
}

/**
 * Sums of x[i] x[i + lag]. Pairs with floor(i / lag) even share no entry, nor do those with it odd: two sums of independent
 * products. The signs of |x| - median go through the same pairing, because dependent sizes leave x uncorrelated.
 */
function correlated(x: Float64Array, lag: number): boolean {
  const MEDIAN = 0.6744897501960817;
  return [0, 1].some((parity) => {
    let sum = 0;
    let agree = 0;
    let n = 0;
    for (let i = 0; i + lag < x.length; i++) {
      if (Math.floor(i / lag) % 2 !== parity) continue;
      const a = x[i] ?? NaN;
      const b = x[i + lag] ?? NaN;
      sum += a * b;
      if (Math.abs(a) > MEDIAN === Math.abs(b) > MEDIAN) agree++;
      n++;
    }
    return productSumRefutes(sum, n) || countRefutes(agree, n, 0.5);
  });
}

const lags = [1, 2, 3, 4, 8, 64];

/** The first `length` normals of each of many sibling keys, one key after the other. */
function acrossKeys(length: number, part = (m: number): number => m): Float64Array {
  const out = new Float64Array(2 ** 17);
  for (let m = 0; m < out.length; m += length) fillNormals(derive(root, 1, part(m)), out.subarray(m, m + length));
  return out;
}

describe('fillNormals', () => {
  const x = drawn(fillNormals);

  test('is normal in 1000 bins and in the tails', () => {
    expect(wrongLaw(x)).toBe(false);
    expect(wrongTails(x)).toBe(false);
  });

  test.each(lags)('has independent entries at lag %i', (lag) => {
    expect(correlated(x, lag)).toBe(false);
  });

  test.each([1, 2, 4])('is normal and independent across sibling keys, %i entries each', (length) => {
    const y = acrossKeys(length);
    expect(
      chiSquareRefutes(
        y.reduce((sum, value) => sum + value * value, 0),
        y.length,
      ),
    ).toBe(false);
    expect(wrongTails(y)).toBe(false);
    expect([1, 2, 4].some((lag) => correlated(y, lag))).toBe(false);
  });

  test('fills of two keys are independent, entry by entry', () => {
    const y = drawn(fillNormals, 1);
    const pairs = new Float64Array(2 * DRAWS).map((_, i) => (i % 2 === 0 ? x : y)[i >> 1] ?? NaN);
    expect(correlated(pairs, 1)).toBe(false);
    const same = pairs.map((_, i) => x[i >> 1] ?? NaN);
    expect(correlated(same, 1)).toBe(true);
  });

  /** True when a longer fill does not start with the shorter ones. */
  const notAPrefix = (fill: Fill): boolean => {
    const long = drawn(fill, 2, 5000);
    return [0, 1, 2, 3, 77, 1000, 4999].some((count) => drawn(fill, 2, count).some((value, i) => value !== long[i]));
  };

  test('starts a longer fill with the shorter one', () => {
    expect(notAPrefix(fillNormals)).toBe(false);
    expect(notAPrefix((key, out) => fillNormals(derive(key, out.length), out))).toBe(true);
    expect(
      notAPrefix((key, out) => {
        fillNormals(key, out);
        out.reverse();
      }),
    ).toBe(true);
  });

  test('is the sequence that stored counterexamples were drawn from', () => {
    const first = new Float64Array(4);
    fillNormals({ high: 1, low: 2 }, first);
    expect([...first]).toEqual(GOLDEN);
  });
});

describe('the checks can fail', () => {
  /** fillNormals with each value, and the one before it, put through a function. */
  const changed =
    (change: (value: number, previous: number) => number): Fill =>
    (key, out) => {
      fillNormals(key, out);
      let previous = 0;
      for (let i = 0; i < out.length; i++) {
        const value = out[i] ?? NaN;
        out[i] = change(value, previous);
        previous = value;
      }
    };

  test('a normal 2 % too wide, the sum of four uniforms, one with a coarse grid and NaN are not normal in 1000 bins', () => {
    const four: Fill = (key, out) => {
      const stream = new Stream(key);
      const total = (): number => stream.uniform() + stream.uniform() + stream.uniform() + stream.uniform();
      for (let i = 0; i < out.length; i++) out[i] = (total() - 2) * Math.sqrt(3);
    };
    expect(wrongLaw(drawn(changed((z) => 1.02 * z)))).toBe(true);
    expect(wrongLaw(drawn(four))).toBe(true);
    expect(wrongLaw(drawn(changed((z) => Math.round(64 * z) / 64)))).toBe(true);
    expect(wrongLaw(drawn(changed((z, before) => (before > 4 ? NaN : z))))).toBe(true);
  });

  test('tails that are clipped at 4, or 20 % too heavy beyond 3, are refuted', () => {
    expect(wrongTails(drawn(changed((z) => Math.max(-4, Math.min(4, z)))))).toBe(true);
    expect(wrongTails(drawn(changed((z) => (Math.abs(z) > 2.945 ? 1.02 * z : z))))).toBe(true);
  });

  test.each(lags)('a correlation of 0.02 and a dependence of sizes are refuted at lag %i', (lag) => {
    const mixed = drawn(fillNormals).map((z, i, all) => z + 0.02 * (all[i - lag] ?? 0));
    expect(correlated(mixed, lag)).toBe(true);
    const source = drawn(fillNormals);
    // The sign is free; the size repeats that of the entry `lag` before it in one pair of fifty.
    const sizes = source.map((z, i) => (i % 50 === 0 ? Math.sign(z) * Math.abs(source[i - lag] ?? z) : z));
    expect(correlated(sizes, lag)).toBe(true);
  });

  test('sibling keys that share a stream are refuted', () => {
    expect(
      correlated(
        acrossKeys(1, (m) => m & ~1),
        1,
      ),
    ).toBe(true);
    expect(
      correlated(
        acrossKeys(1, (m) => m & 0xffff),
        2 ** 16,
      ),
    ).toBe(true);
  });
});
