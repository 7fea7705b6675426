import { describe, expect, it } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { rateInterval, rateStillPossible } from '../../src/statistics/rate-interval.js';
import { clopperPearson } from './clopper-pearson.js';

const LEVEL = 0.05;
const LOOKS = 1000;
const STREAMS = 3000;
const TINY = 1e-9;
const root = rootKey('rate interval');

type Interval = typeof rateInterval;

/** For each number of trials, the counts from `least` to `most` whose interval holds p. They never fall, so both are followed. */
function holding(interval: Interval, p: number): { readonly least: Int32Array; readonly most: Int32Array } {
  const [least, most] = [new Int32Array(LOOKS + 1), new Int32Array(LOOKS + 1)];
  let [low, high] = [0, 0];
  for (let n = 0; n <= LOOKS; n++) {
    while (low < n && interval(low, n, LEVEL).upper < p) low += 1;
    high = Math.max(high, low);
    while (high < n && interval(high + 1, n, LEVEL).lower <= p) high += 1;
    least[n] = low;
    most[n] = high;
  }
  return { least, most };
}

/** How many of the streams have a moment at which the interval leaves p out. */
function leavingOut(interval: Interval, p: number): number {
  const { least, most } = holding(interval, p);
  let left = 0;
  for (let i = 0; i < STREAMS; i++) {
    const stream = new Stream(derive(root, `${p}`, i));
    let happened = 0;
    for (let n = 1; n <= LOOKS; n++) {
      if (stream.uniform() < p) happened += 1;
      if (happened >= (least[n] ?? NaN) && happened <= (most[n] ?? NaN)) continue;
      left += 1;
      break;
    }
  }
  return left;
}

const tooMany = (left: number): boolean => clopperPearson(left, STREAMS, TINY).lower > LEVEL;

/** Two sides of half the level each: right at one number of trials. */
const fixedSample: Interval = (happened, trials, level) => clopperPearson(happened, trials, level / 2);

describe('the interval of a probability', () => {
  it.each([0.5, 0.9, 0.03])('holds %f at every one of 1000 moments, but for its level', (p) => {
    expect(tooMany(leavingOut(rateInterval, p))).toBe(false);
  });

  it.each([0.5, 0.9, 0.03])('would leave %f out too often were it that of a fixed sample', (p) => {
    expect(tooMany(leavingOut(fixedSample, p))).toBe(true);
  });

  it('is everything before the first trial', () => {
    expect(rateInterval(0, 0, 1e-6)).toEqual({ lower: 0, upper: 1 });
  });

  it('reaches 0 when nothing happened and 1 when nothing else did, and only then', () => {
    expect(rateInterval(0, 50, 1e-6).lower).toBe(0);
    expect(rateInterval(50, 50, 1e-6).upper).toBe(1);
    expect(rateInterval(1, 50, 1e-6).lower).toBeGreaterThan(0);
    expect(rateInterval(49, 50, 1e-6).upper).toBeLessThan(1);
  });

  it('has 0 among its rates exactly when nothing happened, and 1 when nothing else did', () => {
    expect([0, 1, 5].map((happened) => rateStillPossible(happened, 5, 1e-6)(0))).toEqual([true, false, false]);
    expect([0, 4, 5].map((happened) => rateStillPossible(happened, 5, 1e-6)(1))).toEqual([false, false, true]);
    expect([0, 0.5, 1].map(rateStillPossible(0, 0, 1e-6))).toEqual([true, true, true]);
  });

  it('is where it is in closed form when all trials are alike', () => {
    for (const n of [1, 10, 200]) {
      // ln of the mixture after n hits: products of (k + 1/2) / (k + 1).
      const mixture = Array.from({ length: n }, (_, k) => Math.log((k + 0.5) / (k + 1))).reduce((a, b) => a + b, 0);
      const exact = Math.exp((mixture + Math.log(1e-6)) / n);
      // gammaln(n + 1) is right to some ulps of itself, 860 at n = 200: 4e-13 in the logarithm, divided by n again.
      expect(Math.abs(rateInterval(n, n, 1e-6).lower - exact)).toBeLessThanOrEqual(1e-14);
      expect(Math.abs(rateInterval(0, n, 1e-6).upper - (1 - exact))).toBeLessThanOrEqual(1e-14);
    }
  });

  it.each([
    [3, 10, 1e-6],
    [50, 100, 0.05],
    [997, 1000, 1e-9],
    [1, 4000, 1e-3],
  ])(
    'after %i of %i at level %f, ends where the mixture has 1/level times the likelihood',
    (happened, trials, level) => {
      // The mixture trial by trial: each outcome has the mean of its probability so far (Krichevsky and Trofimov 1981).
      let mixture = 0;
      for (let n = 0; n < trials; n++) mixture += Math.log((n < happened ? n + 0.5 : n - happened + 0.5) / (n + 1));
      const { lower, upper } = rateInterval(happened, trials, level);
      expect(lower).toBeLessThan(happened / trials);
      expect(upper).toBeGreaterThan(happened / trials);
      for (const p of [lower, upper]) {
        const evidence = mixture - happened * Math.log(p) - (trials - happened) * Math.log(1 - p);
        // gammaln(4000) = 29 000 has an ulp of 4e-12; the end itself is right to 2^-53, which the slope there magnifies.
        const slope = Math.abs(happened / p - (trials - happened) / (1 - p));
        expect(Math.abs(evidence - Math.log(1 / level))).toBeLessThanOrEqual(5e-11 + 2 ** -52 * slope);
      }
    },
  );
});
