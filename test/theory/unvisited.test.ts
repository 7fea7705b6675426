import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/random/stream.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence, examine } from '../../src/theory/claim.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { type Law, theorem } from '../../src/theory/theorem.js';
import { inEveryRegime, unvisited, visitsOf } from '../../src/theory/unvisited.js';
import { type Coin, coins, stated } from './toys.js';

const percent = fc.integer({ min: 0, max: 99 });
const regimes = {
  low: (x: number) => x < 30,
  even: (x: number) => x % 2 === 0,
  top: { when: (x: number) => x === 99, atLeast: 0.005 },
};

describe('regimes that were missed', () => {
  it('get one instance each, or one for two', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const found = unvisited(percent, regimes, { low: 3 }, seed);
      expect(found.some((x) => x % 2 === 0)).toBe(true);
      expect(found.filter((x) => x === 99)).toHaveLength(1); // at 1 %, among 4000
      expect(found.length).toBe(2);
    }
    const both = { low: regimes.low, 'lower still': (x: number) => x < 60 };
    expect(unvisited(percent, both, {}, 1)).toHaveLength(1);
  });

  it('get none where nothing is missed, or where the generator makes none', () => {
    expect(unvisited(percent, regimes, { low: 1, even: 1, top: 1 }, 1)).toEqual([]);
    expect(unvisited(percent, { never: (x: number) => x < 0 }, {}, 1)).toEqual([]);
  });

  it('are looked for in batches of fifty, twenty times as long as their rate says', () => {
    const [wide, hundreds] = [fc.integer({ min: 0, max: 999_999 }), (x: number) => x % 100 === 0];
    const batch = (seed: number, k: number): readonly number[] =>
      fc.sample(fc.noBias(wide), { numRuns: 50, seed: seed + 50 * k });
    const foundAt = (seed: number, atLeast: number): readonly number[] =>
      unvisited(fc.noBias(wide), { hundreds: { when: hundreds, atLeast } }, {}, seed);
    let later = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const [first, second] = [batch(seed, 0).find(hundreds), batch(seed, 1).find(hundreds)];
      const expected = (...places: readonly (number | undefined)[]): readonly number[] =>
        places.flatMap((x) => x ?? []).slice(0, 1);
      expect(foundAt(seed, 0.4)).toEqual(expected(first)); // 50 instances, one batch
      expect(foundAt(seed, 0.2)).toEqual(expected(first, second)); // 100
      if (first === undefined && second !== undefined) later += 1;
    }
    expect(later).toBeGreaterThan(3); // a quarter of the seeds
  });

  it('are filled in the place of instances that no regime needs', () => {
    expect(inEveryRegime([10, 51, 53, 20], percent, regimes, 1)).toEqual([10, 51, 53, 99]);
    expect(inEveryRegime([10, 99], percent, regimes, 1)).toEqual([10, 99]);
    // 10 is the only low one, though not the only even one.
    expect(inEveryRegime([52, 10], percent, regimes, 1)).toEqual([99, 10]);
    // No room: 99 is needed, and so is the only low one, which is odd.
    expect(inEveryRegime([99, 11], percent, regimes, 1)).toEqual([99, 11]);
  });

  it('are counted by name', () => {
    expect(visitsOf(regimes, [10, 99, 98])).toEqual({ low: 1, even: 2, top: 1 });
    expect(visitsOf(regimes, [])).toEqual({ low: 0, even: 0, top: 0 });
  });
});

describe('a claim with few instances', () => {
  const law: Law<Coin> = {
    of: 'categories',
    probabilities: ({ sides }) => Array.from({ length: sides }, () => 1 / sides),
  };
  const rare = ({ sides }: Coin): boolean => sides === 3;
  const tried = {
    theorem: theorem<Coin>({
      ...stated,
      id: 'toy/rare',
      kind: 'law',
      law,
      sample: ({ sides }, _, key) => Math.floor(sides * new Stream(key).uniform()),
    }),
    given: coins,
    instances: 3,
    draws: 400,
    control: 400,
    regimes: { rare },
    breaks: { constant: { instead: { sample: () => 0 } } },
  };

  it('is tried in a regime that most samples of its size miss, whatever the seed', () => {
    const seeds = Array.from({ length: 40 }, (_, i) => `${i}`);
    const verdicts = seeds.map((seed) => examine(evidence(tried), { seed, level: 1e-6, effort: 1 }).verdict);
    expect(verdicts).toEqual(seeds.map(() => 'held'));
    // Planted: as they come, samples of three miss it for many of the seeds.
    const missed = seeds.filter((_, i) => !fc.sample(fc.noBias(coins), { numRuns: 3, seed: i }).some(rare));
    expect(missed.length).toBeGreaterThan(10);
  });

  it('and a claim that one violation refutes, which may be in that regime', () => {
    const judged = (seed: string, least: number): Outcome =>
      examine(
        evidence<Coin>({
          theorem: theorem<Coin>({
            ...stated,
            id: 'toy/few',
            kind: 'exact',
            margins: ({ sides }) => ({ least: sides - least }),
          }),
          given: fc.noBias(coins),
          cases: 3,
          allowance: exactly('whole numbers'),
          regimes: { rare: ({ sides }) => sides === 2 },
          breaks: { 'all of them': { instead: { margins: () => ({ least: -1 }) } } },
        }),
        { seed, level: 1e-6, effort: 1 },
      );
    for (let seed = 0; seed < 40; seed++) {
      const found = judged(`${seed}`, 2);
      expect(found).toMatchObject({
        verdict: 'held',
        because: `not refuted in ${found.cases} cases; every control was`,
      });
      expect(found.cases).toBeLessThanOrEqual(4);
      expect(judged(`${seed}`, 3)).toMatchObject({ verdict: 'refuted', counterexample: { instance: { sides: 2 } } });
    }
    const cases = Array.from({ length: 40 }, (_, seed) => judged(`${seed}`, 2).cases);
    expect(new Set(cases)).toEqual(new Set([3, 4])); // planted: some of the samples missed it
  });
});
