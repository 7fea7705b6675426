import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly, remainder, roundoff, UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { evidence, examine } from '../../src/theory/claim.js';
import type { DeterministicEvidence } from '../../src/theory/evidence.js';
import type { Case, Examination } from '../../src/theory/examination.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { theorem } from '../../src/theory/theorem.js';
import { stated } from './toys.js';

interface Number {
  readonly a: number;
}

/** Claims 0 <= a, and gets it wrong by `error`. */
const positive = (error: number): DeterministicEvidence<Number> => ({
  theorem: theorem<Number>({
    ...stated,
    id: 'toy/positive',
    kind: 'exact',
    assumes: { 'not five': ({ a }) => a !== 5 },
    margins: ({ a }) => ({ 'not negative': a === 0 ? -error : a, 'no more than 100': 100 - a }),
  }),
  given: fc.record({ a: fc.integer({ min: 0, max: 9 }).map((a) => (a === 5 ? 6 : a)) }),
  cases: 200,
  allowance: roundoff(() => 10, 'ten operations'),
  regimes: { zero: ({ a }) => a === 0 },
  breaks: { 'from one': { instead: { margins: ({ a }) => ({ large: a - 1 }) } } },
});

function judged(tried: DeterministicEvidence<Number>, how: Partial<Examination> = {}): Outcome {
  return examine(evidence(tried), { seed: 'reports', level: 1e-6, effort: 1, ...how });
}

describe('the warnings of a report', () => {
  it.each([
    [0.9, ['"not negative" used 0.90 of its allowance for rounding, more than 0.5: too tight to last']],
    [0.5, []],
    [0.1, []],
    [1e-4, []],
    [1e-6, ['"not negative" used 1.0e-6 of its allowance for rounding, less than 0.0001: too loose to mean much']],
    [0, []],
  ])('say of a rounding allowance of which %d was used whether that is too much or too little', (share, expected) => {
    const outcome = judged(positive(share * 10 * UNIT_ROUNDOFF));
    expect(outcome.verdict).toBe('held');
    expect(outcome.warnings).toEqual(expected);
  });

  it('do not speak of allowances that are no bounds of rounding', () => {
    expect(judged({ ...positive(0), allowance: exactly('integers') }).warnings).toEqual([]);
    const tail = remainder<Number>(() => 10 * UNIT_ROUNDOFF, 'a tail');
    expect(judged({ ...positive(9 * UNIT_ROUNDOFF), allowance: tail })).toMatchObject({
      verdict: 'held',
      tightest: { share: 0.9 },
      warnings: [],
    });
  });
});

describe('the witness of a report', () => {
  it('is the instance nearest to a violation, with all of its readings', () => {
    const { witness } = judged(positive(UNIT_ROUNDOFF));
    expect(witness).toMatchObject({
      instance: { a: 0 },
      readings: [
        { clause: 'not negative', margin: -UNIT_ROUNDOFF },
        { clause: 'no more than 100', margin: 100 },
      ],
    });
  });
});

describe('an examination', () => {
  it('tells of every case of the claim and of its controls, with the regimes that it visits', () => {
    const cases: Case[] = [];
    const outcome = judged(positive(0), { onCase: (observed) => cases.push(observed) });
    const own = cases.filter(({ control }) => control === '');
    expect(own).toHaveLength(outcome.cases);
    expect(own.filter(({ regimes }) => regimes.includes('zero'))).toHaveLength(outcome.regimes[0]?.visits ?? NaN);
    const control = cases.filter(({ control: name }) => name === 'from one');
    expect(control).toHaveLength(outcome.breaks[0]?.evaluations ?? NaN);
    expect(control.at(-1)).toMatchObject({ status: 'failed', because: 'large', instance: { a: 0 } });
  });

  it('tells of a case that it gave up', () => {
    const cases: Case[] = [];
    const given = fc.record({ a: fc.integer({ min: 0, max: 9 }) });
    const outcome = judged({ ...positive(0), given }, { onCase: (observed) => cases.push(observed) });
    expect(outcome).toMatchObject({ verdict: 'vacuous', breaks: [] }); // its controls are not tried
    expect(cases.filter(({ status }) => status === 'gave_up')).toContainEqual(
      expect.objectContaining({ instance: { a: 5 }, because: 'not five' }),
    );
  });

  it('can try the controls alone', () => {
    const outcome = judged(positive(0), { controlsOnly: true });
    expect(outcome.cases).toBe(0);
    expect(outcome.breaks).toMatchObject([{ name: 'from one', refuted: true }]);
  });
});
