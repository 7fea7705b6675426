import fc from 'fast-check';
import { RateTest } from '../statistics/rate-test.js';
import { COMMON } from './declaration.js';
import { countingFiltered } from './filtering.js';
import type { Regimes } from './evidence.js';
import type { Use } from './ledger.js';
import type { RegimeReport } from './outcome.js';

/** Part of what generators make that must get past their filters. */
const KEPT = 0.1;
const FILTERED = 'kept by its filters';
/** Certifying 0.9 of a rate is certifying it, as in QuickCheck's checkCoverage: else a rate just reached is never decided. */
const TOLERANCE = 0.1;
const BATCH = 50;
const MOST = 20_000;

/** What coverage spends, in one part for each regime and one for filtering. */
export function coverageUses<Instance>(regimes: Regimes<Instance>, weight: number): readonly Use[] {
  const names = [...Object.keys(regimes), FILTERED];
  return names.map((name) => ({ use: `coverage: ${name}`, weight: weight / names.length }));
}

/**
 * Whether a generator visits each regime at its rate, tested on instances that are only generated: as many as it takes.
 *
 * `certified`: more than 0.9 of the rate, at the level granted. `refuted`: less than the rate. The draws behind the claim itself
 * have other seeds, so how often what was tried visited a regime is reported beside it.
 * @param visits of the instances that were tried, by regime
 * @param biased as fast-check generates for claims about every instance; unbiased for probabilities
 */
export function coverage<Instance>(
  { given, regimes, biased }: { given: fc.Arbitrary<Instance>; regimes: Regimes<Instance>; biased: boolean },
  visits: Readonly<Record<string, number>>,
  seed: number,
  level: (use: string) => number,
): readonly RegimeReport[] {
  const parts = Object.entries(regimes).map(([name, regime]) => {
    const { when, atLeast = COMMON } = typeof regime === 'function' ? { when: regime } : regime;
    return { name, when, atLeast, test: testOf(atLeast, level(`coverage: ${name}`)) };
  });
  const filtered = { kept: 0, tried: 0, test: testOf(KEPT, level(`coverage: ${FILTERED}`)) };
  const from = biased ? given : fc.noBias(given);
  let sampled = 0;
  for (; sampled < MOST; sampled += BATCH) {
    const { made, ...count } = countingFiltered(() => fc.sample(from, { numRuns: BATCH, seed: (seed + sampled) | 0 }));
    for (const { when, test } of parts) {
      const inside = made.filter(when).length;
      test.hearOf(inside, made.length - inside);
    }
    filtered.kept += count.kept;
    filtered.tried += count.tried;
    filtered.test.hearOf(count.kept, count.tried - count.kept);
    const open = parts.some(({ test }) => test.decision === undefined);
    if (!open && (filtered.tried === 0 || filtered.test.decision !== undefined)) break;
  }
  const reports = parts.map(({ name, atLeast, test }): RegimeReport => ({
    name,
    visits: visits[name] ?? 0,
    atLeast,
    decision: test.decision ?? 'undecided',
    happened: test.happened,
    trials: test.trials,
  }));
  if (filtered.tried === 0) return reports;
  const { test, kept, tried: made } = filtered;
  return [
    ...reports,
    {
      name: FILTERED,
      visits: kept,
      atLeast: KEPT,
      decision: test.decision ?? 'undecided',
      happened: kept,
      trials: made,
    },
  ];
}

/** Why the claim is vacuous, in words; undefined when it was tried where it should be. */
export function uncovered(reports: readonly RegimeReport[], cases: number): string | undefined {
  for (const { name, visits, atLeast, decision, happened, trials } of reports) {
    const share = `${happened} of ${trials}`;
    if (name === FILTERED) {
      if (decision !== 'certified')
        return `too much is filtered: of what its generator made, ${share} was kept, and ${atLeast} is needed`;
      continue;
    }
    if (visits === 0) return `the regime "${name}" was never visited in ${cases} cases`;
    if (decision !== 'certified')
      return `the regime "${name}" is too rare: ${share} generated instances visit it, and a rate of ${atLeast} is needed`;
  }
  return undefined;
}

function testOf(atLeast: number, level: number): RateTest {
  return new RateTest({
    probability: atLeast,
    indifference: TOLERANCE * atLeast,
    refuting: level / 2,
    certifying: level / 2,
  });
}
