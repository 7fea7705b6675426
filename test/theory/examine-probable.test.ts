import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/random/stream.js';
import { evidence, examine } from '../../src/theory/claim.js';
import type { ProbableEvidence } from '../../src/theory/evidence.js';
import { suchThat } from '../../src/theory/filtering.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { type Coin, coins, stated } from './toys.js';

/** An event of probability `truth`, claimed to have probability at least 0.9. */
function often(truth: number): ProbableTheorem<Coin> {
  return theorem<Coin>({
    ...stated,
    id: 'toy/often',
    kind: 'probable',
    probability: 0.9,
    indifference: 0.1,
    event: (_, __, key) => ({ happens: truth - new Stream(key).uniform() }),
  });
}

const never = { never: { instead: { event: () => ({ happens: -1 }) } } };

function examineOften(
  truth: number,
  changes: Partial<ProbableEvidence<Coin>> = {},
  seed = 'judge',
  level = 1e-6,
): Outcome {
  const tried: ProbableEvidence<Coin> = {
    theorem: often(truth),
    given: coins,
    pooled: 400,
    instances: 3,
    draws: 200,
    control: 40,
    breaks: never,
    ...changes,
  };
  return examine(evidence(tried), { seed, level, effort: 1 });
}

describe('the judge of probable claims', () => {
  it('certifies an event that always happens, and stops as soon as it can', () => {
    const outcome = examineOften(1);
    // ln(2 / a) / -ln 0.8 draws certify at level a: a fifth of 1e-6 over the domain, a tenth for the worst instance.
    const [domain, worst] = [5, 10].map((parts) => Math.ceil(Math.log((2 * parts) / 1e-6) / -Math.log(0.8)));
    expect(outcome).toMatchObject({ verdict: 'held', estimate: { passes: domain, draws: domain, upper: 1 } });
    expect(outcome.because).toBe(
      `the event happened in ${domain} of ${domain} draws over the domain and ${worst} of ${worst} draws of the worst instance: P > 0.8 is certified`,
    );
    expect(outcome.tests.map(({ use, decision }) => [use, decision])).toEqual(
      ['over the domain', 'instance 1', 'instance 2', 'instance 3', 'the worst instance'].map((use) => [
        use,
        'certified',
      ]),
    );
  });

  it('refutes an event that is much rarer, with an instance', () => {
    const outcome = examineOften(0.6);
    expect(outcome.verdict).toBe('refuted');
    expect(outcome.because).toMatch(/^the event happened in \d+ of \d+ draws .*: its probability is below 0\.9$/);
    expect(outcome.counterexample?.instance).toHaveProperty('sides');
    expect(outcome.counterexample?.margin).toBeLessThan(0);
  });

  it('is undecided where the budget neither refutes nor certifies', () => {
    const outcome = examineOften(0.85, { pooled: 60, draws: 60 });
    expect(outcome).toMatchObject({ verdict: 'undecided' });
    expect(outcome.because).toMatch(/: the budget did not certify P > 0\.8 over the domain$/);
  });

  it('finds the one bad instance among good ones and refutes it on fresh draws', () => {
    const rarely = fc.record({ sides: fc.integer({ min: 2, max: 60 }) });
    const oneBad: ProbableTheorem<Coin> = { ...often(1), event: ({ sides }) => ({ happens: sides === 2 ? -1 : 1 }) };
    const outcome = examineOften(1, { theorem: oneBad, given: rarely, pooled: 400 }, 'one bad');
    expect(outcome).toMatchObject({
      verdict: 'refuted',
      counterexample: { instance: { sides: 2 } },
      witness: { instance: { sides: 2 } },
    });
    expect(outcome.tests.filter(({ decision }) => decision === 'refuted').map(({ use }) => use)).toEqual([
      'the worst instance',
    ]);
  });

  it('walks down to a bad corner that no draw over the domain met', () => {
    const many = fc.record({ sides: fc.integer({ min: 2, max: 5000 }) });
    const corner: ProbableTheorem<Coin> = { ...often(1), event: ({ sides }) => ({ happens: sides - 40 }) };
    const outcomes = Array.from({ length: 20 }, (_, k) =>
      examineOften(1, { theorem: corner, given: many, pooled: 80, instances: 1, draws: 80 }, `corner ${k}`),
    );
    // One draw in 130 meets the corner: of 20 runs with 80 draws, about nine would not meet it without a search.
    const unmet = outcomes.filter(({ estimate }) => estimate?.passes === estimate?.draws);
    expect(unmet.length).toBeGreaterThan(5);
    expect(unmet.filter(({ verdict }) => verdict === 'refuted').length).toBeGreaterThan(unmet.length / 2);
  });

  it('counts a NaN margin as the event not happening', () => {
    expect(examineOften(1, { theorem: { ...often(1), event: () => ({ a: 1, b: NaN }) } }).verdict).toBe('refuted');
  });

  it('does not trust a claim whose control survives', () => {
    expect(examineOften(1, { breaks: { harmless: {} } })).toMatchObject({
      verdict: 'untrusted',
      because: 'the control "harmless" was not refuted in 160 evaluations',
    });
  });

  it('gives a control that half of the seeds refute within its budget the draws that all of them need', () => {
    const breaks = { weaker: { instead: often(0.55) } };
    const after = Array.from({ length: 40 }, (_, seed) => {
      const [control] = examineOften(1, { breaks }, `${seed}`).breaks;
      expect(control?.refuted).toBe(true);
      return control?.evaluations ?? NaN;
    });
    // Planted: with no more than the budget, some of these would have been left standing.
    expect(after.filter((draws) => draws > 40).length).toBeGreaterThan(3);
    expect(after.filter((draws) => draws <= 40).length).toBeGreaterThan(3);
  });

  it('is vacuous when a regime is hardly visited, a hypothesis is broken, or most is filtered away', () => {
    expect(examineOften(1, { regimes: { 'no sides': ({ sides }) => sides === 0 } }).verdict).toBe('vacuous');
    expect(
      examineOften(1, { regimes: { 'two sides': { when: ({ sides }) => sides === 2, atLeast: 0.5 } } }).because,
    ).toMatch(
      /^the regime "two sides" is too rare: \d+ of \d+ generated instances visit it, and a rate of 0\.5 is needed$/,
    );
    const sixSides = { 'six sides': ({ sides }: Coin) => sides === 6 };
    expect(examineOften(1, { theorem: { ...often(1), assumes: sixSides } })).toMatchObject({
      verdict: 'vacuous',
      because: 'the generator broke the hypothesis "six sides"',
      evaluations: 0,
    });
    const seldom = suchThat(fc.record({ sides: fc.integer({ min: 2, max: 60 }) }), ({ sides }) => sides === 6);
    expect(examineOften(1, { given: seldom }).because).toMatch(/^too much is filtered: /);
    const mostly = suchThat(coins, ({ sides }) => sides !== 6);
    expect(examineOften(1, { given: mostly }).verdict).toBe('held');
  });

  it('gives an instance that comes up again fresh draws', () => {
    const keys: string[] = [];
    const watched: ProbableTheorem<Coin> = {
      ...often(1),
      event: (_, __, key) => {
        keys.push(`${key.high} ${key.low}`);
        return { happens: 0.5 - new Stream(key).uniform() };
      },
    };
    examineOften(1, { theorem: watched, given: fc.record({ sides: fc.constant(2) }), breaks: {}, instances: 2 });
    expect(keys.length).toBeGreaterThan(40);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('draws from streams that the seed, the instance and the draw determine', () => {
    expect(examineOften(0.85)).toEqual(examineOften(0.85));
    expect(examineOften(0.85).estimate?.passes).not.toBe(examineOften(0.85, {}, 'other').estimate?.passes);
  });
});
