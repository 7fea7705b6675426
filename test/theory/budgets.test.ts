import { describe, expect, it } from 'vitest';
import { ALPHA } from '../../cli/commands/verify.js';
import { loadClaims } from '../../cli/load-claims.js';
import { boundaryOf, decidedBy } from '../../scripts/stopping.js';
import { type RateQuestion, RateTest } from '../../src/statistics/rate-test.js';
import type { Claim } from '../../src/theory/claim.js';
import { levels, shareOf } from '../../src/theory/ledger.js';
import { DOMAIN, WORST } from '../../src/theory/probable-report.js';

/** How rarely a true claim may end undecided, whatever the seed: a thousand claims, a thousand seeds, once. */
const RARELY = 1e-6;

/** The chance that a test is undecided after n draws, for n up to a budget, when the event happens exactly as often as is claimed. */
function undecided({ probability, indifference, certifying }: RateQuestion, budget: number): readonly number[] {
  const certified = (hits: number, misses: number): boolean =>
    new RateTest({ probability, indifference, certifying, refuting: 0 }).hearOf(hits, misses) === 'certified';
  return Array.from(decidedBy(boundaryOf(certified, budget), probability), (chance) => 1 - chance);
}

/** The draws after which an event that never happens is refuted. */
function quickest(question: RateQuestion): number {
  const test = new RateTest({ ...question, certifying: 0 });
  while (test.decision === undefined) test.hear(false);
  return test.trials;
}

const all = await loadClaims();

/** Of the test over the domain and of that of the worst instance: these make the verdict. */
function chancesOf(claim: Claim): readonly number[] {
  const { theorem, uses, declared } = claim;
  if (theorem.kind !== 'probable') return [];
  const level = levels(uses, shareOf(claim, all, ALPHA));
  return (
    [
      [DOMAIN, declared.budget['pooled'] ?? NaN],
      [WORST, declared.budget['draws'] ?? NaN],
    ] as const
  ).map(
    ([use, budget]) =>
      undecided({ ...theorem, refuting: level(`refute ${use}`), certifying: level(`certify ${use}`) }, budget).at(-1) ??
      NaN,
  );
}

const SAMPLED = 4000;

/** The chance that no draw over the domain falls into a regime: exactly, at its rate among so many instances. */
function missesOf({ visits, declared }: Claim): Readonly<Record<string, number>> {
  const tried = Math.max(declared.budget['pooled'] ?? NaN, declared.budget['control'] ?? NaN);
  return Object.fromEntries(
    Object.entries(visits(SAMPLED, 1)).map(([name, inside]) => [name, (1 - inside / SAMPLED) ** tried]),
  );
}

describe('the budget of a probable claim', () => {
  const probable = all.filter(({ theorem: { kind } }) => kind === 'probable');

  it.each(probable.map((claim) => [claim.theorem.id, claim] as const))(
    '%s decides a true claim, at the boundary of being true, but for one run in a million',
    (_, claim) => {
      for (const chance of chancesOf(claim)) expect(chance).toBeLessThanOrEqual(RARELY);
    },
  );

  it.each(probable.map((claim) => [claim.theorem.id, claim] as const))(
    '%s leaves its controls three times the draws that refute an event that never happens',
    (_, claim) => {
      const { theorem, uses, declared } = claim;
      if (theorem.kind !== 'probable') throw new TypeError('needs a probable claim');
      const level = levels(uses, shareOf(claim, all, ALPHA));
      for (const name of declared.breaks) {
        const question = { ...theorem, refuting: level(`control: ${name}`), certifying: 0 };
        expect(declared.budget['control'], name).toBeGreaterThanOrEqual(3 * quickest(question));
      }
    },
  );

  it.each(probable.map((claim) => [claim.theorem.id, claim] as const))(
    '%s has the draws to visit each of its regimes but for one run in a million',
    (_, claim) => {
      for (const chance of Object.values(missesOf(claim))) expect(chance).toBeLessThanOrEqual(RARELY);
    },
  );

  it('is short where one draw fewer than the shortest is granted', () => {
    const question = { probability: 0.9, indifference: 0.2, refuting: 1e-9, certifying: 1e-9 };
    const enough = undecided(question, 600).findIndex((chance) => chance <= RARELY);
    // Another way: 0.9 against 0.7 is worth 0.116 nats a draw on average, and -ln 1e-9 are 20.7 of them: half of the runs need 179.
    expect(enough).toBeGreaterThan(179);
    expect(undecided(question, enough).at(-1)).toBeLessThanOrEqual(RARELY);
    expect(undecided(question, enough - 1).at(-1)).toBeGreaterThan(RARELY);
  });
});
