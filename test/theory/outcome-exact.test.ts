import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { exactly, remainder } from '../../src/theory/allowance.js';
import { type Claim, evidence } from '../../src/theory/claim.js';
import type { DeterministicEvidence } from '../../src/theory/evidence.js';
import { coverage } from '../../src/theory/coverage.js';
import { levels } from '../../src/theory/ledger.js';
import { conjecture } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { type Coin, stated } from './toys.js';
import { coin, common, given, loud, regimes, three, watched } from './watched.js';

describe('a claim about every instance', () => {
  const make = (changed: Partial<DeterministicEvidence<Coin>> = {}): Claim =>
    evidence<Coin>({
      theorem: theorem<Coin>({
        ...stated,
        id: 'toy/exact',
        kind: 'exact',
        margins: ({ sides }, { activate }) => ({ few: activate.name === 'loud' ? -1 : 9 - sides, three: sides - 3 }),
      }),
      given,
      cases: 5,
      allowance: exactly('whole'),
      regimes,
      survives: { quiet: {} },
      breaks: { loud: { activate: loud } },
      ...changed,
    });
  const readings = [
    { clause: 'few', margin: 6, allowance: 0, share: 0 },
    { clause: 'three', margin: 0, allowance: 0, share: 0 },
  ];

  it('has this outcome', () => {
    const { outcome, progress, cases, told } = watched(make());
    expect(outcome).toEqual({
      ...common,
      claim: 'toy/exact',
      kind: 'exact',
      because: 'not refuted in 5 cases; every control was',
      cases: 5,
      evaluations: 11,
      tightest: readings[1],
      witness: { instance: coin, readings },
      tests: [],
      regimes: [{ ...three, visits: 5 }],
      survives: [{ name: 'quiet', refuted: false, evaluations: 5 }],
      breaks: [{ name: 'loud', refuted: true, evaluations: 1 }],
    });
    // Controls that must break it are not told of one by one: how soon they do cannot be known.
    expect(progress).toEqual(Array.from({ length: 10 }, (_, k) => [k + 1, 11]));
    expect(told).toBe(11);
    const passed = { instance: coin, status: 'passed', because: '', readings };
    expect(cases).toEqual([
      ...Array.from({ length: 5 }, () => ({ ...passed, control: '', regimes: ['three'] })),
      ...Array.from({ length: 5 }, () => ({ ...passed, control: 'quiet', regimes: [] })),
      {
        control: 'loud',
        instance: coin,
        status: 'failed',
        because: 'few',
        readings: [{ clause: 'few', margin: -1, allowance: 0, share: Infinity }, readings[1]],
        regimes: [],
      },
    ]);
  });

  it('grows with the effort, and is its controls alone where they are wanted alone', () => {
    expect([0.5, 3, 0].map((effort) => watched(make(), { effort }).outcome.cases)).toEqual([3, 15, 1]);
    const { outcome, progress } = watched(make(), { controlsOnly: true });
    expect(outcome).toMatchObject({
      cases: 0,
      evaluations: 1,
      survives: [],
      breaks: [{ name: 'loud', refuted: true }],
      witness: undefined,
      tightest: undefined,
    });
    expect(progress).toEqual([]);
  });

  it('is refuted by a control that it must survive, with its counterexample', () => {
    const { outcome } = watched(make({ survives: { loud: { activate: loud } } }));
    expect(outcome).toMatchObject({
      verdict: 'refuted',
      because: 'it does not survive "loud"',
      counterexample: { instance: coin, clause: 'few', margin: -1, allowance: 0, share: Infinity },
      survives: [{ name: 'loud', refuted: true }],
      breaks: [{ name: 'loud', refuted: true, evaluations: 1 }],
    });
  });

  it('looks for its regimes among instances as its generator makes them, with bias', () => {
    const wide = fc.record({ sides: fc.integer({ min: 3, max: 1000 }) });
    const plan = { given: wide, regimes: { low: ({ sides }: Coin) => sides < 13 } };
    const claim = make({ ...plan, survives: {}, allowance: remainder(() => 1000, 'as wide as the domain') });
    const { outcome } = watched(claim);
    const seed = derive(derive(rootKey('whole'), 'toy/exact'), 'coverage').low | 0;
    const found = (biased: boolean) =>
      coverage({ ...plan, biased }, { low: outcome.regimes[0]?.visits ?? NaN }, seed, levels(claim.uses, 1e-6));
    expect(outcome.regimes).toEqual(found(true));
    expect(outcome.regimes).not.toEqual(found(false));
  });

  it('tries no control where it is refuted itself, and gates nothing where it is a conjecture', () => {
    const { outcome } = watched(
      make({
        theorem: theorem<Coin>({
          ...stated,
          source: conjecture('hope'),
          id: 'toy/conjecture',
          kind: 'limit',
          margins: () => ({ few: -2 }),
        }),
      }),
    );
    expect(outcome).toMatchObject({
      kind: 'limit',
      gates: false,
      verdict: 'refuted',
      because: 'the clause "few" is violated',
      survives: [],
      breaks: [],
    });
  });
});
