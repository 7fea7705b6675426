import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { type Claim, evidence } from '../../src/theory/claim.js';
import { coverage } from '../../src/theory/coverage.js';
import type { ProbableEvidence } from '../../src/theory/evidence.js';
import { levels } from '../../src/theory/ledger.js';
import { conjecture } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { type Coin, stated } from './toys.js';
import { coin, given, passing, regimes, three, watched } from './watched.js';

describe('a claim about a probability', () => {
  const claimed = (margin: number): ProbableTheorem<Coin> =>
    theorem<Coin>({
      ...stated,
      id: 'toy/probable',
      kind: 'probable',
      probability: 0.9,
      indifference: 0.1,
      event: () => ({ first: 2, happens: margin }),
    });
  const make = (changed: Partial<ProbableEvidence<Coin>> = {}, margin = 1): Claim =>
    evidence<Coin>({
      theorem: claimed(margin),
      given,
      pooled: 100,
      instances: 2,
      draws: 120,
      control: 40,
      regimes,
      survives: { quiet: {} },
      breaks: { never: { instead: { event: () => ({ happens: -1 }) } } },
      ...changed,
    });
  /** Draws of an event that always happens until P > 0.8 is certified by this part of the level. */
  const certifying = (part: number): number => Math.ceil(Math.log(2 / (part * 1e-6)) / -Math.log(0.8));

  it('has this outcome', () => {
    const { outcome, cases, told } = watched(make());
    const { estimate, witness, tests, breaks, ...rest } = outcome;
    const draws = [certifying(0.2), certifying(0.025), certifying(0.025), certifying(0.1)];
    const never = breaks[0]?.evaluations ?? NaN;
    expect(rest).toEqual({
      claim: 'toy/probable',
      kind: 'probable',
      gates: true,
      verdict: 'held',
      because: `the event happened in ${draws[0]} of ${draws[0]} draws over the domain and ${draws[3]} of ${draws[3]} draws of the worst instance: P > 0.8 is certified`,
      seed: 'whole',
      cases: 100,
      // The draws of the four tests, of three rounds of eight proposals, of the two controls.
      evaluations: draws.reduce((sum, n) => sum + n, 0) + 24 + 160 + never,
      tightest: undefined,
      counterexample: undefined,
      regimes: [{ ...three, visits: 100 }],
      survives: [{ name: 'quiet', refuted: false, evaluations: 160 }],
      warnings: [],
    });
    expect(breaks).toEqual([{ name: 'never', refuted: true, evaluations: never }]);
    // At least ln(1/level) over the ln 10 of a miss that is wholly bet on, for a tenth of the level in two parts.
    expect(never).toBeGreaterThanOrEqual(Math.ceil(Math.log(2e7) / Math.log(10)));
    expect(never).toBeLessThan(20);
    expect(
      tests.map(({ use, draws: made, happened, decision, instance }) => [use, made, happened, decision, instance]),
    ).toEqual([
      ['over the domain', draws[0], draws[0], 'certified', undefined],
      ['instance 1', draws[1], draws[1], 'certified', coin],
      ['instance 2', draws[2], draws[2], 'certified', coin],
      ['the worst instance', draws[3], draws[3], 'certified', coin],
    ]);
    for (const { path, draws: made } of tests) expect(path?.steps.at(-1)?.draws).toBe(made);
    expect(estimate).toMatchObject({ passes: draws[0], draws: draws[0], upper: 1 });
    expect(Math.abs((estimate?.level ?? NaN) / 5e-8 - 1)).toBeLessThanOrEqual(1e-9);
    const reading = { clause: 'probability', allowance: 0, share: 0 };
    expect(witness).toEqual({ instance: coin, readings: [{ ...reading, margin: 1 - 0.9 }] });
    expect(cases).toHaveLength(told);
    expect(cases[0]).toEqual(passing('event', 1));
    expect(cases.at(-1)).toMatchObject({ control: 'never', status: 'failed', because: 'event' });
  });

  it('is refuted where the event never happens, and its controls are left', () => {
    const { outcome, cases } = watched(make({}, NaN));
    expect(outcome).toMatchObject({
      verdict: 'refuted',
      counterexample: { instance: coin, clause: 'probability', margin: -0.9, share: Infinity, shrinks: 0 },
      survives: [],
      breaks: [],
    });
    expect(cases.every(({ status }) => status === 'failed')).toBe(true);
  });

  it('counts instances by the larger of its budgets, and multiplies those of the claim by the effort', () => {
    const casesOf = (effort: number, control: number): number =>
      watched(make({ control, survives: {} }), { effort, controlsOnly: true }).outcome.cases;
    expect([casesOf(1, 40), casesOf(0.335, 40), casesOf(0.335, 10), casesOf(2, 10), casesOf(0, 1)]).toEqual([
      100, 40, 34, 200, 1,
    ]);
    const small = watched(make({ pooled: 6, draws: 4 })).outcome;
    expect(small.tests.map(({ draws, decision }) => [draws, decision])).toEqual([
      [6, 'undecided'],
      [4, 'undecided'],
      [4, 'undecided'],
      [4, 'undecided'],
    ]);
    expect(watched(make({ pooled: 6, draws: 4 }), { effort: 1.5 }).outcome.tests.map(({ draws }) => draws)).toEqual([
      9, 6, 6, 6,
    ]);
  });

  it('is its controls alone where they are wanted alone, vacuous where a hypothesis is broken', () => {
    const { outcome } = watched(make(), { controlsOnly: true });
    expect(outcome).toMatchObject({ survives: [], breaks: [{ name: 'never', refuted: true }], estimate: undefined });
    expect(outcome.evaluations).toBe(outcome.breaks[0]?.evaluations);
    const nothing = { draws: 0, happened: 0, decision: 'undecided', instance: undefined, path: undefined };
    expect(outcome.tests).toEqual(['over the domain', 'the worst instance'].map((use) => ({ use, ...nothing })));
    expect(outcome.witness).toBeUndefined();
  });

  it('is held where its hypotheses hold, and looks for a worse instance among those only', () => {
    // Its generator makes an odd number once in a million, and knows them all for its own.
    const whole = fc.integer({ min: 0, max: 1000 });
    const even = whole.map((x) => x - (x % 2));
    const tried = make({
      given: fc.record({ sides: fc.oneof({ arbitrary: even, weight: 1e6 }, { arbitrary: whole, weight: 1 }) }),
      theorem: {
        ...claimed(1),
        assumes: { even: ({ sides }) => sides % 2 === 0 },
        event: ({ sides }) => ({ happens: sides }),
      },
      regimes: {},
    });
    const { outcome, cases } = watched(tried);
    expect(outcome.verdict).toBe('held');
    expect(cases.map(({ instance }) => instance).filter((coin) => !tried.recognises(coin))).toEqual([]);
    const odd = cases.filter(({ instance }) => tried.reading(instance, rootKey('any')).hypotheses['even'] === false);
    expect(odd).toEqual([]);
    const { tests, survives, breaks } = outcome;
    const counted = [
      ...tests.map(({ draws }) => draws),
      ...[...survives, ...breaks].map(({ evaluations }) => evaluations),
    ];
    const looked = outcome.evaluations - counted.reduce((sum, n) => sum + n);
    expect(looked).toBeGreaterThan(2);
    expect(looked).toBeLessThan(24); // planted: some of the neighbours were odd
  });

  it('gates nothing where it is a conjecture, and an event of margin 0 happens', () => {
    const { outcome, cases } = watched(make({ theorem: { ...claimed(0), source: conjecture('hope') } }));
    expect(outcome).toMatchObject({ gates: false, verdict: 'held' });
    expect(cases[0]).toEqual(passing('event', 0));
  });

  it('looks for its regimes among instances drawn without bias', () => {
    const plan = {
      given: fc.record({ sides: fc.integer({ min: 3, max: 1000 }) }),
      regimes: { low: ({ sides }: Coin) => sides < 113 },
    };
    const claim = make({ ...plan, survives: {} });
    const { regimes: found } = watched(claim).outcome;
    const seed = derive(derive(rootKey('whole'), 'toy/probable'), 'coverage').low | 0;
    const covered = (biased: boolean) =>
      coverage({ ...plan, biased }, { low: found[0]?.visits ?? NaN }, seed, levels(claim.uses, 1e-6));
    expect(found).toEqual(covered(false));
    expect(found).not.toEqual(covered(true));
  });
});
