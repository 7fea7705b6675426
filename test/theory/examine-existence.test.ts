import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { rootKey, type StreamKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { at } from '../../src/search/leaf.js';
import { exactly, roundoff } from '../../src/theory/allowance.js';
import { evidence, examine } from '../../src/theory/claim.js';
import type { ExistentialEvidence } from '../../src/theory/evidence.js';
import type { Case, Examination } from '../../src/theory/examination.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { type ExistentialTheorem, theorem } from '../../src/theory/theorem.js';
import { whole } from '../../properties/arbitraries.js';
import { stated } from './toys.js';

interface Square {
  readonly a: number;
  readonly b: number;
}

/** A disc of 6e-5 of the square: a few hundred instances at random would miss it. */
const inDisc = ({ a, b }: Square): number => 4.5 - Math.sqrt((a - 711) ** 2 + (b - 122) ** 2);

type Changed = Omit<Partial<ExistentialTheorem<Square>>, 'id' | 'kind'>;

function claim(changed: Changed = {}, tried: Partial<ExistentialEvidence<Square>> = {}) {
  return evidence<Square>({
    theorem: theorem<Square>({
      ...stated,
      id: 'toy/exists',
      kind: 'exists',
      margins: (place) => ({ inside: inDisc(place) }),
      ...changed,
    }),
    given: fc.record({ a: whole(0, 1000), b: whole(0, 1000) }),
    evaluations: 1500,
    allowance: exactly('whole numbers'),
    breaks: { 'no disc': { change: { instead: { margins: () => ({ inside: -1 }) } }, because: 'it says so' } },
    ...tried,
  });
}

function judged(made: ReturnType<typeof claim>, how: Partial<Examination> = {}): Outcome {
  return examine(made, { seed: '1', level: 1e-6, effort: 1, ...how });
}

describe('a claim that something exists', () => {
  it('is held by a witness that the search found, made small, with every control empty', () => {
    const outcome = judged(claim());
    expect(outcome).toMatchObject({
      verdict: 'held',
      kind: 'exists',
      breaks: [{ name: 'no disc', refuted: true, evaluations: 1500 }],
      counterexample: undefined,
      warnings: [],
    });
    expect(outcome.because).toMatch(/^a witness after \d+ of 1500 evaluations$/);
    expect(outcome.cases).toBeLessThan(400);
    const [a, b] = ['a', 'b'].map((name) => Number(at(outcome.witness?.instance, [name])));
    expect({ a, b }).toEqual({ a: 707, b: 120 }); // the simplest of the disc, whatever was found
    expect(outcome.tightest?.margin).toBe(inDisc({ a: 707, b: 120 }));
    expect(outcome.tightest?.margin).toBeGreaterThan(0);
  });

  it('gives the same for the same seed', () => {
    expect(judged(claim())).toEqual(judged(claim()));
    expect(judged(claim(), { seed: '2' }).cases).not.toBe(judged(claim()).cases);
  });

  it('is never refuted: undecided when there is no witness, with what came nearest', () => {
    const outcome = judged(claim({ margins: (place) => ({ inside: inDisc(place) - 5 }) }));
    expect(outcome).toMatchObject({
      verdict: 'undecided',
      cases: 1500,
      tightest: undefined,
      counterexample: undefined,
    });
    expect(outcome.because).toBe('no witness in 1500 evaluations, which refutes nothing');
    expect(outcome.witness?.instance).toEqual({ a: 711, b: 122 });
  });

  it('is untrusted when a control has a witness, which is named', () => {
    const breaks = { 'another disc': { change: { instead: {} }, because: 'a false proof' } };
    const outcome = judged(claim({}, { breaks }));
    expect(outcome.verdict).toBe('untrusted');
    expect(outcome.because).toMatch(/^the control "another disc" has a witness, after \d+ evaluations: \{"a":7/);
    expect(judged(claim({}, { breaks: {} }))).toMatchObject({ verdict: 'untrusted' });
  });

  it('is undecided when something that it must survive leaves no witness', () => {
    const survives = { 'a smaller disc': { instead: { margins: (place: Square) => ({ inside: inDisc(place) - 9 }) } } };
    expect(judged(claim({}, { survives }))).toMatchObject({
      verdict: 'undecided',
      because: 'no witness under "a smaller disc" in 1500 evaluations',
    });
    const same = { 'a larger disc': { instead: { margins: (place: Square) => ({ inside: inDisc(place) + 9 }) } } };
    expect(judged(claim({}, { survives: same }))).toMatchObject({
      verdict: 'held',
      survives: [{ name: 'a larger disc', refuted: false }],
    });
  });

  it.each<readonly [string, Changed]>([
    ['a clause is NaN', { margins: (place) => ({ inside: inDisc(place), other: NaN }) }],
    ['it has no clauses', { margins: () => ({}) }],
    ['one clause is not met', { margins: (place) => ({ inside: inDisc(place), other: -1e-300 }) }],
    ['a hypothesis excludes it', { assumes: { elsewhere: ({ a }) => a < 500 } }],
  ])('takes nothing for a witness where %s', (_, changed) => {
    expect(judged(claim(changed), { effort: 1 }).verdict).toBe('undecided');
  });

  it('counts the allowance against a witness', () => {
    const margins = (): { inside: number } => ({ inside: 1e-12 });
    const allowance = roundoff<Square>(() => 1e5, 'planted: 1.1e-11');
    expect(judged(claim({ margins }, { allowance })).verdict).toBe('undecided');
    expect(judged(claim({ margins }, { allowance: exactly('planted') })).verdict).toBe('held');
  });

  it('is vacuous when its generator makes nothing that meets the hypotheses', () => {
    expect(judged(claim({ assumes: { never: () => false } })).verdict).toBe('vacuous');
  });

  it('warns when the witness took so long that empty controls say little', () => {
    const took = judged(claim()).cases;
    const [warning] = judged(claim({}, { evaluations: 2 * took })).warnings;
    expect(warning).toMatch(/^the witness took \d+ of \d+ evaluations: /);
  });

  it('lets a crash pass through', () => {
    const margins = (): never => {
      throw new Error('the claim broke');
    };
    expect(() => judged(claim({ margins }))).toThrow('the claim broke');
  });

  it('tells of every evaluation, none of which fails', () => {
    const cases: Case[] = [];
    judged(claim(), { onCase: (observed) => cases.push(observed) });
    expect(new Set(cases.map(({ control }) => control))).toEqual(new Set(['', 'no disc']));
    expect(cases.filter(({ status }) => status === 'passed')).toHaveLength(1);
    expect(cases.filter(({ status }) => status === 'failed')).toEqual([]);
  });

  it('makes no draws and spends nothing', () => {
    const { uses, draw } = claim();
    expect(uses).toEqual([]);
    const asked = { control: '', instance: { a: 1, b: 1 }, key: rootKey('1') };
    expect(() => draw(asked)).toThrow('makes no draws');
  });
});

describe('a claim that there is an instance with a probable event', () => {
  const rate = { probability: 0.9, indifference: 0.2 };
  /** The event has this probability near one place, and 0.3 elsewhere; the margin says how far the place is. */
  const coin = (most: number) => ({
    rate,
    margins: ({ a }: Square, _: unknown, key: StreamKey) => {
      const heads = new Stream(key).uniform() < (Math.abs(a - 611) < 40 ? most : 0.3);
      return { heads: heads ? 1 : -1 - Math.abs(a - 611) / 1000 };
    },
  });
  const breaks = {
    'a worse coin': { change: { instead: { margins: coin(0.5).margins } }, because: 'it has no such side' },
  };

  test('is held by fresh draws at its level, which are reported', () => {
    const outcome = judged(claim(coin(0.95), { breaks, evaluations: 4000 }));
    expect(outcome, outcome.because).toMatchObject({ verdict: 'held', tests: [{ decision: 'certified' }] });
    const [test] = outcome.tests;
    expect(outcome.because).toContain(`${test?.happened} of ${test?.draws} fresh draws`);
    // Even if all happened: 1/0.7 to the power of the draws must reach 1e6.
    expect(test?.draws).toBeGreaterThanOrEqual(38);
    expect(Math.abs(Number(at(outcome.witness?.instance, ['a'])) - 611)).toBeLessThan(40);
  });

  test('is certified hardly ever where the probability is just too small', () => {
    let held = 0;
    for (let seed = 0; seed < 60; seed++) {
      const made = claim(coin(0.7), { breaks, evaluations: 1500 });
      if (judged(made, { seed: `${seed}`, level: 0.05 }).verdict === 'held') held += 1;
    }
    // The level of the claim alone is below 0.03: Binomial(60, 0.03) is above 8 with probability 1e-4.
    expect(held).toBeLessThanOrEqual(8);
  });

  test('spends error probability on its witness and its controls', () => {
    const uses = claim(coin(0.95), { breaks }).uses.map(({ use }) => use);
    expect(uses).toEqual(['witness', 'control: a worse coin']);
  });
});
