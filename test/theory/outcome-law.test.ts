import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { type Claim, evidence } from '../../src/theory/claim.js';
import { coverage } from '../../src/theory/coverage.js';
import type { LawEvidence } from '../../src/theory/evidence.js';
import { levels } from '../../src/theory/ledger.js';
import { conjecture } from '../../src/theory/source.js';
import { type Law, theorem } from '../../src/theory/theorem.js';
import { type Coin, stated } from './toys.js';
import { coin, common, given, passing, regimes, three, watched } from './watched.js';

describe('a claim about a law', () => {
  const fair = (k: number): Law<Coin> => ({
    of: 'categories',
    probabilities: () => Array.from({ length: k }, () => 1 / k),
  });
  const make = (changed: Partial<LawEvidence<Coin>> = {}, law = fair(1)): Claim =>
    evidence<Coin>({
      theorem: theorem<Coin>({ ...stated, id: 'toy/law', kind: 'law', law, sample: () => 0 }),
      given,
      instances: 2,
      draws: 10,
      control: 60,
      regimes,
      survives: { quiet: {} },
      breaks: { two: { instead: { law: fair(2) } } },
      ...changed,
    });
  const critical = -Math.log(3e-7); // three tenths of the level an instance

  it('has this outcome', () => {
    const { outcome, cases, told, progress } = watched(make());
    const { tightest, witness, ...rest } = outcome;
    const test = { decision: 'not refuted', draws: 10, happened: undefined, instance: coin, path: undefined };
    expect(rest).toEqual({
      ...common,
      claim: 'toy/law',
      kind: 'law',
      because: 'the law is not contradicted by 10 draws of each of 2 instances',
      cases: 2,
      evaluations: 2 * 10 + 2 * 60 + 60,
      tests: [1, 2].map((i) => ({ ...test, use: `instance ${i}` })),
      regimes: [{ ...three, visits: 2 }],
      survives: [{ name: 'quiet', refuted: false, evaluations: 120 }],
      breaks: [{ name: 'two', refuted: true, evaluations: 60 }],
    });
    expect(tightest).toMatchObject({ clause: 'relative entropy', allowance: 0, share: 0 });
    expect(Math.abs((tightest?.margin ?? NaN) - critical)).toBeLessThanOrEqual(1e-8); // the ledger keeps 2e-10 of a level
    expect(witness).toEqual({ instance: coin, readings: [tightest] });
    expect(told).toBe(200);
    expect(cases).toHaveLength(200);
    expect(cases[0]).toEqual(passing('observation', 0));
    expect(cases.at(-1)?.control).toBe('two');
    expect(progress.slice(0, 3)).toEqual([
      [0, 20],
      [1, 20],
      [2, 20],
    ]);
  });

  it('is refuted by its draws', () => {
    const { outcome } = watched(make({ draws: 60 }, fair(2)));
    // 60 ln 2 = 41.6 nats less 1 + ln 41.6
    const margin = critical - (60 * Math.LN2 - 1 - Math.log(60 * Math.LN2));
    expect(outcome).toMatchObject({
      verdict: 'refuted',
      because: '60 draws of one instance contradict the law: relative entropy 36.9, above 15.0',
      counterexample: { instance: coin, clause: 'relative entropy', allowance: 0, share: Infinity, shrinks: 0 },
      tests: [{ decision: 'refuted' }, { decision: 'refuted' }],
      evaluations: 120,
      survives: [],
      breaks: [],
    });
    expect(Math.abs((outcome.counterexample?.margin ?? NaN) - margin)).toBeLessThanOrEqual(1e-8);
  });

  it('leaves a control standing after eight times its instances, and counts where one falls', () => {
    const { outcome } = watched(make({ breaks: { same: {} } }));
    expect(outcome).toMatchObject({
      verdict: 'untrusted',
      breaks: [{ name: 'same', refuted: false, evaluations: 960 }],
    });
    let drawn = 0;
    const late = { law: fair(2), sample: () => (++drawn > 60 ? 0 : drawn % 2) };
    const second = watched(make({ survives: {}, breaks: { late: { instead: late } } }));
    expect(second.outcome.breaks).toEqual([{ name: 'late', refuted: true, evaluations: 120 }]);
  });

  it('is its controls alone where they are wanted alone, vacuous where a hypothesis is broken', () => {
    expect(watched(make(), { controlsOnly: true }).outcome).toMatchObject({
      evaluations: 60,
      tests: [],
      survives: [],
      breaks: [{ name: 'two', refuted: true }],
    });
    expect([0.5, 3, 0].map((effort) => watched(make(), { effort }).outcome.tests[0]?.draws)).toEqual([5, 30, 1]);
    const assumes = { three: () => true, four: ({ sides }: Coin) => sides === 4 };
    const broken = theorem<Coin>({ ...stated, assumes, id: 'toy/law', kind: 'law', law: fair(1), sample: () => 0 });
    expect(watched(make({ theorem: broken })).outcome).toMatchObject({
      verdict: 'vacuous',
      because: 'the generator broke the hypothesis "four"',
      evaluations: 0,
      breaks: [],
    });
  });

  /** Observations of this, of a law that leaves room for all of them in so few draws. */
  const scaled = (of: (instance: Coin) => number): Partial<LawEvidence<Coin>> => ({
    theorem: theorem<Coin>({
      ...stated,
      id: 'toy/law',
      source: conjecture('hope'),
      kind: 'law',
      law: { of: 'continuous', cdf: (_, x) => x },
      sample: of,
    }),
    given: fc.record({ sides: fc.integer({ min: 2, max: 60 }) }),
    instances: 6,
    draws: 4,
    control: 60,
    regimes: { low: ({ sides }) => sides < 30 },
    survives: {},
    breaks: { never: { instead: { law: { of: 'continuous', cdf: () => 0 } } } },
  });

  it('shows the instance that leaves the least room, and gates nothing where it is a conjecture', () => {
    // Four equal observations x are at the distance max(x, 1 - x); ln(2/level)/8 under the root is beyond 1.
    const { outcome } = watched(make(scaled(({ sides }) => sides / 120)));
    const tried = outcome.tests.map(({ instance }) => JSON.stringify(instance));
    const least = Math.min(...tried.map((text) => Number(text.replaceAll(/\D/g, ''))));
    expect(outcome).toMatchObject({
      gates: false,
      verdict: 'held',
      witness: { instance: { sides: least }, readings: [{ clause: 'Kolmogorov-Smirnov distance' }] },
    });
    const [first, last] = [tried[0], tried.at(-1)];
    expect([first, last]).not.toContain(JSON.stringify({ sides: least })); // planted: neither end of the list
  });

  it('tells of negative observations as passed', () => {
    const { cases } = watched(make(scaled(({ sides }) => -sides)));
    expect(cases[0]).toMatchObject({ status: 'passed', because: '', readings: [{ clause: 'observation' }] });
    expect(cases[0]?.readings[0]?.margin).toBeLessThan(0);
  });

  it('looks for its regimes among instances drawn without bias', () => {
    const wide = { given: fc.record({ sides: fc.integer({ min: 3, max: 1000 }) }) };
    const plan = { ...wide, regimes: { low: ({ sides }: Coin) => sides < 113 } };
    const claim = make({ ...plan, survives: {} });
    const { regimes: found } = watched(claim).outcome;
    const seed = derive(derive(rootKey('whole'), 'toy/law'), 'coverage').low | 0;
    const covered = (biased: boolean) =>
      coverage({ ...plan, biased }, { low: found[0]?.visits ?? NaN }, seed, levels(claim.uses, 1e-6));
    expect(found).toEqual(covered(false));
    expect(found).not.toEqual(covered(true));
  });

  it('divides the level of a control over all the instances that it may try', () => {
    // 7/40 of the level for each of two controls, a sixteenth of it for an instance: ln(1/level) is 18.33. n draws say n ln 2 less 1 + ln(n ln 2).
    const fallen = (control: number) => watched(make({ control })).outcome.breaks[0];
    expect(fallen(33)).toEqual({ name: 'two', refuted: true, evaluations: 33 });
    expect(fallen(32)).toEqual({ name: 'two', refuted: false, evaluations: 16 * 32 });
  });

  it('names the draws of the other sample', () => {
    const law: Law<Coin> = { of: 'same', other: () => 0 };
    const { cases, outcome } = watched(make({ draws: 458, control: 458, survives: {} }, law));
    const clauses = cases.map(({ readings }) => readings[0]?.clause);
    expect(clauses.slice(0, 916)).toEqual(Array.from({ length: 916 }, () => 'observation'));
    expect(clauses.slice(916, 1832)).toEqual(Array.from({ length: 916 }, () => 'other observation'));
    expect(outcome.verdict).toBe('held');
  });
});
