import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoSidedEvidence } from '../../src/statistics/rate-test.js';
import { coverage, coverageUses, uncovered } from '../../src/theory/coverage.js';
import type { Regimes } from '../../src/theory/evidence.js';
import { countingFiltered, suchThat } from '../../src/theory/filtering.js';
import { levels } from '../../src/theory/ledger.js';
import type { RegimeReport } from '../../src/theory/outcome.js';
import { visitsOf } from '../../src/theory/unvisited.js';
import { clopperPearson } from '../statistics/clopper-pearson.js';

const percent = fc.integer({ min: 0, max: 99 });
/** The `share` per cent of lowest places, said to come up in `atLeast`. */
const lowest = (share: number, atLeast: number): Regimes<number> => ({ low: { when: (x) => x < share, atLeast } });

function reportsOf(regimes: Regimes<number>, seed = 1, level = 1e-6, given = percent): readonly RegimeReport[] {
  const granted = levels(coverageUses(regimes, 1), level);
  const visits = visitsOf(regimes, fc.sample(given, { numRuns: 500, seed }));
  return coverage({ given, regimes, biased: false }, visits, seed, granted);
}

describe('the coverage of a regime', () => {
  it.each([
    ['certified', 'well above its rate', 20, 0.1],
    ['refuted', 'well below it', 5, 0.1],
    ['certified', 'above the one in a hundred of a regime that states no rate', 5, undefined],
    ['refuted', 'never visited', 0, undefined],
    ['undecided', 'just at a small rate, where 20 000 instances do not tell 0.01 from 0.009', 1, 0.01],
    ['undecided', 'between its rate and nine tenths of it', 19, 0.2],
  ] as const)('is %s when the generator is %s', (decision, _, share, atLeast) => {
    const when = (x: number): boolean => x < share;
    const [report] = reportsOf({ low: atLeast === undefined ? when : { when, atLeast } });
    expect(report).toMatchObject({ name: 'low', decision, atLeast: atLeast ?? 0.01 });
  });

  it('tolerates a regime exactly at a rate that is large enough to be told from nine tenths of it', () => {
    expect(reportsOf(lowest(50, 0.5))[0]?.decision).toBe('certified');
    expect(reportsOf(lowest(45, 0.5))[0]?.decision).not.toBe('certified'); // exactly nine tenths is not above them
  });

  it('stops generating as soon as everything is decided', () => {
    expect(reportsOf(lowest(100, 0.1))[0]?.trials).toBe(50); // one batch
    expect(reportsOf(lowest(1, 0.01))[0]?.trials).toBe(20_000); // all there are
  });

  it('is the same for the same seed, and drawn anew for another', () => {
    const regimes = lowest(19, 0.2);
    expect(reportsOf(regimes, 7)).toEqual(reportsOf(regimes, 7));
    expect(reportsOf(regimes, 7)[0]?.happened).not.toBe(reportsOf(regimes, 8)[0]?.happened);
  });

  it('is refuted at exactly its rate no more often than its level', () => {
    const [seeds, level] = [200, 0.2];
    const decisions = (share: number): readonly (string | undefined)[] =>
      Array.from({ length: seeds }, (_, i) => reportsOf(lowest(share, 0.5), 1_000_000 * (i + 1), level)[0]?.decision);
    const tooMany = (found: readonly (string | undefined)[]): boolean =>
      clopperPearson(found.filter((decision) => decision === 'refuted').length, seeds, 1e-9).lower > level;
    expect(tooMany(decisions(50))).toBe(false);
    expect(tooMany(decisions(40))).toBe(true); // the same check sees a rate that is too low
  });

  it('counts visits among what was tried, not among what was only generated', () => {
    const granted = levels(coverageUses(lowest(20, 0.1), 1), 1e-6);
    const plan = { given: percent, regimes: lowest(20, 0.1), biased: false };
    expect(coverage(plan, visitsOf(plan.regimes, [1, 2, 90]), 1, granted)[0]?.visits).toBe(2);
    expect(coverage(plan, { low: 17 }, 1, granted)[0]?.visits).toBe(17);
    expect(coverage(plan, {}, 1, granted)[0]?.visits).toBe(0);
  });
});

describe('the tests of a coverage', () => {
  const all = (x: number): boolean => x >= 0;

  it('spend half of a level on either side', () => {
    const trials = (when: (x: number) => boolean, atLeast: number, level: number): readonly unknown[] =>
      coverage({ given: percent, regimes: { part: { when, atLeast } }, biased: false }, {}, 1, () => level).map(
        ({ decision, trials: heard }) => [decision, heard],
      );
    // What one batch of fifty says; a level that asks for a tenth of a nat less or more is spent after one batch or two.
    const certain = twoSidedEvidence({ probability: 0.9, indifference: 0.09 }).certain(50, 0);
    const against = twoSidedEvidence({ probability: 0.19, indifference: 0.019 }).against(0, 50);
    for (const [off, heard] of [
      [-0.1, 50],
      [0.1, 100],
    ] as const) {
      expect(trials(all, 0.9, 2 * Math.exp(-certain - off))).toEqual([['certified', heard]]);
      expect(trials((x) => !all(x), 0.19, 2 * Math.exp(-against - off))).toEqual([['refuted', heard]]);
    }
  });

  it('go on until the last of them has decided, and no further', () => {
    let asked = 0;
    const counted = (x: number): boolean => {
      asked += 1;
      return all(x);
    };
    expect(reportsOf({ all: counted })).toMatchObject([{ decision: 'certified', happened: 50, trials: 50 }]);
    expect(asked).toBe(500 + 50); // by what was tried, and one batch
    const [first, second] = reportsOf({ all, ...lowest(19, 0.1) });
    expect(first).toMatchObject({ decision: 'certified', trials: 50 });
    expect(second).toMatchObject({ decision: 'certified' });
    expect(second?.trials).toBeGreaterThan(50);
  });

  it('count what a filter kept until they all have decided', () => {
    const filter = { name: 'kept by its filters', atLeast: 0.1 };
    const kept = { ...filter, decision: 'certified', visits: 50, happened: 50, trials: 50 };
    const plan = { given: suchThat(percent, all), biased: false };
    const granted = (): number => 1e-6;
    expect(coverage({ ...plan, regimes: {} }, {}, 1, granted)).toEqual([kept]);
    expect(coverage({ ...plan, regimes: { all } }, { all: 7 }, 1, granted)).toEqual([
      { name: 'all', visits: 7, atLeast: 0.01, decision: 'certified', happened: 50, trials: 50 },
      kept,
    ]);
    expect(coverage({ ...plan, regimes: {} }, {}, 1, () => 0)).toEqual([
      { ...filter, decision: 'undecided', visits: 20_000, happened: 20_000, trials: 20_000 },
    ]);
  });
});

describe('a generator that filters', () => {
  const keeping = (share: number): fc.Arbitrary<number> => suchThat(percent, (x) => x < share);

  it('is certified where it keeps hardly more than it must, after its regimes are', () => {
    const reports = reportsOf({ all: (x) => x >= 0 }, 1, 1e-6, keeping(11));
    expect(reports).toMatchObject([
      { name: 'all', decision: 'certified', trials: 50 },
      { name: 'kept by its filters', decision: 'certified' },
    ]);
    expect(reports[1]?.happened).toBeGreaterThan(50);
  });

  it('is certified when it keeps enough, and refuted when it throws most away', () => {
    expect(reportsOf({}, 1, 1e-6, keeping(50))).toMatchObject([{ name: 'kept by its filters', decision: 'certified' }]);
    expect(reportsOf({}, 1, 1e-6, keeping(2))).toMatchObject([{ name: 'kept by its filters', decision: 'refuted' }]);
    expect(reportsOf({})).toEqual([]); // nothing is filtered, so nothing is said
  });

  it('reports what it kept of what it made', () => {
    const [report] = reportsOf({}, 1, 1e-6, keeping(50));
    const { happened = NaN, trials = NaN } = report ?? {};
    expect(happened % 50).toBe(0); // whole batches
    const { lower, upper } = clopperPearson(happened, trials, 1e-9);
    expect(lower).toBeLessThan(0.5);
    expect(upper).toBeGreaterThan(0.5);
  });
});

describe('counts of what is filtered', () => {
  const generate = (share: number, count: number): readonly number[] =>
    fc.sample(fc.noBias(suchThat(percent, (x) => x < share)), { numRuns: count, seed: 3 });

  it('say how many were kept of how many made', () => {
    const { made, kept, tried } = countingFiltered(() => generate(50, 40));
    expect([made.length, kept]).toEqual([40, 40]);
    expect(tried).toBeGreaterThan(40);
    expect(countingFiltered(() => generate(100, 40))).toMatchObject({ kept: 40, tried: 40 });
  });

  it('nest: an inner one leaves the outer one as it was', () => {
    const alone = countingFiltered(() => [...generate(50, 10), ...generate(30, 10)]);
    let inner: { kept: number; tried: number } | undefined;
    const outer = countingFiltered(() => {
      const before = generate(50, 10);
      inner = countingFiltered(() => generate(20, 25));
      return [...before, ...generate(30, 10)];
    });
    expect(outer).toEqual(alone);
    expect(inner).toMatchObject({ kept: 25 });
  });

  it('go on after an inner one that throws', () => {
    const outer = countingFiltered(() => {
      expect(() =>
        countingFiltered(() => {
          throw new Error('inside');
        }),
      ).toThrow('inside');
      return generate(100, 10);
    });
    expect(outer).toMatchObject({ kept: 10, tried: 10 });
  });
});

describe('what is uncovered', () => {
  const report = { name: 'low', visits: 3, atLeast: 0.1, decision: 'certified', happened: 9, trials: 50 } as const;

  it('is said in words, the first thing first', () => {
    expect(uncovered([report], 20)).toBeUndefined();
    expect(uncovered([report, { ...report, visits: 0 }], 20)).toBe('the regime "low" was never visited in 20 cases');
    for (const decision of ['refuted', 'undecided'] as const) {
      expect(uncovered([{ ...report, decision }], 20)).toBe(
        'the regime "low" is too rare: 9 of 50 generated instances visit it, and a rate of 0.1 is needed',
      );
      expect(uncovered([{ ...report, name: 'kept by its filters', decision }], 20)).toBe(
        'too much is filtered: of what its generator made, 9 of 50 was kept, and 0.1 is needed',
      );
    }
  });
});
