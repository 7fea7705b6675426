import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { ksCritical, ksCriticalToLaw, ksDistance, ksDistanceToLaw } from '../../src/statistics/kolmogorov-smirnov.js';
import { clopperPearson } from './clopper-pearson.js';

const LEVEL = 0.05;
const TINY = 1e-9;
const root = rootKey('Kolmogorov-Smirnov');

/** Share of a sample that is <= x, or < x. */
const below = (sample: readonly number[], x: number): number => sample.filter((y) => y < x).length / sample.length;
const upTo = (sample: readonly number[], x: number): number => sample.filter((y) => y <= x).length / sample.length;
const uniform = (x: number): number => Math.min(1, Math.max(0, x));

/** Few places, so that ties come up. */
const samples = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 8 }).map((k) => k / 8),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  {
    minLength: 1,
    maxLength: 20,
  },
);

function drawn(size: number, ...label: readonly (string | number)[]): readonly number[] {
  const stream = new Stream(derive(root, ...label));
  return Array.from({ length: size }, () => stream.uniform());
}

/** Whether more of `times` repetitions refute than the level explains, by an exact bound that is wrong with probability TINY. */
function tooMany(times: number, refutes: (i: number) => boolean): boolean {
  const refuted = Array.from({ length: times }, (_, i) => refutes(i)).filter(Boolean).length;
  return clopperPearson(refuted, times, TINY).lower > LEVEL;
}

describe('the distance of a sample to a law', () => {
  it('is the largest that looking on both sides of every place finds', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const brute = Math.max(
          ...sample.flatMap((x) => [Math.abs(upTo(sample, x) - x), Math.abs(below(sample, x) - x)]),
        );
        expect(Math.abs(ksDistanceToLaw(sample, uniform) - brute)).toBeLessThanOrEqual(2 ** -52); // one subtraction each
      }),
    );
  });

  it('is not a number for a sample, or a law, that is not', () => {
    expect(ksDistanceToLaw([0.1, NaN], uniform)).toBeNaN();
    expect(ksDistanceToLaw([0.1, 0.2], () => NaN)).toBeNaN();
    const step = (x: number): number => (x > 0.5 ? 1 : 0); // of NaN it makes a number
    expect(ksDistanceToLaw([0.1, NaN], step)).toBeNaN();
  });

  it('has the critical value of its formula', () => {
    // ln(2/level) = 1 and 2: the roots of 1/16 and of 2/200, each with an error of some u.
    expect(Math.abs(ksCriticalToLaw(8, 2 / Math.E) - 0.25)).toBeLessThanOrEqual(1e-16);
    expect(Math.abs(ksCriticalToLaw(100, 2 / Math.E ** 2) - 0.1)).toBeLessThanOrEqual(1e-16);
  });

  it.each([1, 2, 5, 50, 300])('exceeds its critical value no more often than its level, for %i draws', (size) => {
    const critical = ksCriticalToLaw(size, LEVEL);
    expect(tooMany(1500, (i) => ksDistanceToLaw(drawn(size, 'law', size, i), uniform) > critical)).toBe(false);
  });

  it.each([5, 50, 300])('would exceed that of a twice too large sample more often, for %i draws', (size) => {
    const critical = ksCriticalToLaw(2 * size, LEVEL);
    expect(tooMany(1500, (i) => ksDistanceToLaw(drawn(size, 'law', size, i), uniform) > critical)).toBe(true);
  });

  it('refutes the square of a uniform as uniform', () => {
    // Its distance is 1/4; that of 1000 draws differs by more than 0.11 with probability at most 2 exp(-2 1000 0.11^2) = 6e-11.
    const sample = drawn(1000, 'squares').map((x) => x * x);
    expect(ksDistanceToLaw(sample, uniform)).toBeGreaterThan(ksCriticalToLaw(1000, 1e-9)); // 0.104
  });
});

describe('the distance of two samples', () => {
  it('is the largest that looking at every place finds', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const brute = Math.max(...[...a, ...b].map((x) => Math.abs(upTo(a, x) - upTo(b, x))));
        expect(ksDistance(a, b)).toBe(brute);
      }),
    );
  });

  it.each([
    ['without ties', (x: number): number => x],
    ['with atoms', (x: number): number => Math.floor(3 * x)],
  ])('exceeds its critical value no more often than its level, %s', (_, at) => {
    const critical = ksCritical(458, LEVEL);
    const distance = (i: number): number => ksDistance(drawn(458, 'one', i).map(at), drawn(458, 'other', i).map(at));
    expect(tooMany(800, (i) => distance(i) > critical)).toBe(false);
  });

  it('would exceed half of the critical value more often, and always when one sample is squared', () => {
    const critical = ksCritical(458, LEVEL);
    expect(tooMany(200, (i) => ksDistance(drawn(458, 'one', i), drawn(458, 'other', i)) > critical / 2)).toBe(true);
    // Distance 1/4 of the laws, critical 0.09: each sample would have to be off by 0.08, with probability 2 exp(-2 458 0.08^2) < 0.006.
    const squared = drawn(458, 'other', 0).map((x) => x * x);
    expect(ksDistance(drawn(458, 'one', 0), squared)).toBeGreaterThan(critical);
  });

  it('takes infinity for a value like others', () => {
    // At 1 three quarters against none; at infinity all of both.
    expect(ksDistance([0, 1, 1, Infinity], [2, Infinity])).toBe(0.75);
    expect(ksDistance([2, Infinity], [0, 1, 1, Infinity])).toBe(0.75);
    expect(ksDistance([-Infinity, 5], [5, 5])).toBe(0.5);
  });

  it('is NaN when a value of either sample is, wherever it stands', () => {
    for (const sample of [[NaN], [0.1, NaN, 0.2]]) {
      expect([ksDistance(sample, [0.1]), ksDistance([0.1], sample)]).toEqual([NaN, NaN]);
    }
  });

  it('is tested with samples of 458 at least', () => {
    expect(() => ksCritical(457, LEVEL)).toThrow('needs samples of at least 458 each; came 457');
    // ln(2/level) = 1, with an error of some u.
    expect(Math.abs(ksCritical(458, 2 / Math.E) * Math.sqrt(458) - 1)).toBeLessThanOrEqual(1e-15);
  });
});
