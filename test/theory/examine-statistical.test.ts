import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/network/layer.js';
import type { Stage } from '../../src/network/stage.js';
import { Stream } from '../../src/random/stream.js';
import { evidence, examine as judged } from '../../src/theory/claim.js';
import type { LawEvidence, ProbableEvidence } from '../../src/theory/evidence.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { observed } from '../../src/theory/source.js';
import { type LawTheorem, type ProbableTheorem, theorem } from '../../src/theory/theorem.js';

const nothing: Stage = { name: 'nothing', onBatchInto: () => undefined, onRows: (law) => law, degree: 1 };
const layer: Layer = { recenter: nothing, rescale: nothing, activate: nothing };

interface Coin {
  readonly sides: number;
}

const stated = {
  says: 'A toy.',
  formula: 'p',
  source: observed('here'),
  uses: [],
  assumes: {},
  layer: () => layer,
};

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

/** A die with `sides` sides whose side 0 has weight `weight` relative to the others. */
function die(weight: number): LawTheorem<Coin> {
  return theorem<Coin>({
    ...stated,
    id: 'toy/die',
    kind: 'law',
    probabilities: ({ sides }) => Array.from({ length: sides }, () => 1 / sides),
    outcome: ({ sides }, _, key) => {
      const place = new Stream(key).uniform() * (sides - 1 + weight);
      return place < weight ? 0 : 1 + Math.floor(place - weight);
    },
  });
}

const given: fc.Arbitrary<Coin> = fc.record({ sides: fc.integer({ min: 2, max: 6 }) });
const never = { never: { instead: { event: () => ({ happens: -1 }) } } };

function examineOften(
  truth: number,
  changes: Partial<ProbableEvidence<Coin>> = {},
  seed = 'judge',
  level = 1e-6,
): Outcome {
  const tried: ProbableEvidence<Coin> = {
    theorem: often(truth),
    given,
    instances: 20,
    draws: 20,
    control: { instances: 20, draws: 2 },
    breaks: never,
    ...changes,
  };
  return judged(evidence(tried), { seed, level, effort: 1 });
}

function examineDie(weight: number, changes: Partial<LawEvidence<Coin>> = {}): Outcome {
  const tried: LawEvidence<Coin> = {
    theorem: die(weight),
    given,
    instances: 4,
    draws: 2000,
    control: { instances: 4, draws: 500 },
    breaks: { loaded: { instead: { outcome: (instance, given, key) => die(3).outcome(instance, given, key) } } },
    ...changes,
  };
  return judged(evidence(tried), { seed: 'judge', level: 1e-6, effort: 1 });
}

describe('the judge of probable claims', () => {
  it('certifies an event that always happens', () => {
    const outcome = examineOften(1);
    expect(outcome).toMatchObject({ verdict: 'held', cases: 20, estimate: { passes: 400, draws: 400, upper: 1 } });
    // All of 400 passed: the exact lower bound is level^(1/400) at a quarter of the level.
    expect(Math.abs((outcome.estimate?.lower ?? NaN) - 2.5e-7 ** (1 / 400))).toBeLessThanOrEqual(1e-12);
    expect(outcome.because).toBe('the event happened in 400 of 400 draws over 20 instances: P > 0.8 is certified');
  });

  it('refutes an event that is much rarer, with an instance', () => {
    const outcome = examineOften(0.6);
    expect(outcome.verdict).toBe('refuted');
    expect(outcome.counterexample?.instance).toHaveProperty('sides');
    expect(outcome.estimate?.upper).toBeLessThan(0.9);
  });

  it('is undecided between refuting and certifying', () => {
    expect(examineOften(0.85).verdict).toBe('undecided');
  });

  it('refutes when a single instance is bad among good ones', () => {
    const oneBad: ProbableTheorem<Coin> = { ...often(1), event: ({ sides }) => ({ happens: sides === 2 ? -1 : 1 }) };
    expect(examineOften(1, { theorem: oneBad })).toMatchObject({
      verdict: 'refuted',
      counterexample: { instance: { sides: 2 } },
    });
  });

  it('counts a NaN margin as the event not happening', () => {
    expect(examineOften(1, { theorem: { ...often(1), event: () => ({ happens: NaN }) } }).verdict).toBe('refuted');
  });

  it('does not trust a claim whose control survives', () => {
    expect(examineOften(1, { breaks: { harmless: {} } })).toMatchObject({
      verdict: 'untrusted',
      because: 'the control "harmless" was not refuted',
    });
  });

  it('is vacuous when a regime is never visited or a hypothesis is broken', () => {
    expect(examineOften(1, { regimes: { 'no sides': ({ sides }) => sides === 0 } }).verdict).toBe('vacuous');
    expect(
      examineOften(1, { theorem: { ...often(1), assumes: { 'six sides': ({ sides }) => sides === 6 } } }),
    ).toMatchObject({
      verdict: 'vacuous',
      because: 'the generator broke the hypothesis "six sides"',
    });
  });

  it('refutes a true claim at the boundary no more often than its level allows', () => {
    // 400 runs at level 0.2, of which refuting has 0.05: 20 false refutations expected at most. P(Bin(400, 0.05) >= 45) < 2e-6.
    const wrong = (truth: number): number => {
      let count = 0;
      for (let k = 0; k < 400; k++) if (examineOften(truth, {}, `run ${k}`, 0.2).verdict === 'refuted') count += 1;
      return count;
    };
    expect(wrong(0.9)).toBeLessThan(45);
    expect(wrong(0.85)).toBeGreaterThan(45); // planted: a claim that is false
  });

  it('gives an instance that comes up again fresh draws', () => {
    const keys = new Set<string>();
    const watched: ProbableTheorem<Coin> = {
      ...often(1),
      event: (_, __, key) => {
        keys.add(`${key.high} ${key.low}`);
        return { happens: 1 };
      },
    };
    examineOften(1, { theorem: watched, given: fc.record({ sides: fc.constant(2) }), breaks: {} });
    expect(keys.size).toBe(400);
  });

  it('draws from streams that the seed, the instance and the draw determine', () => {
    expect(examineOften(0.85)).toEqual(examineOften(0.85));
    expect(examineOften(0.85).estimate?.passes).not.toBe(examineOften(0.85, {}, 'other').estimate?.passes);
  });
});

describe('the judge of laws', () => {
  it('does not refute a fair die, and refutes a loaded one as its control', () => {
    expect(examineDie(1)).toMatchObject({ verdict: 'held', breaks: [{ name: 'loaded', refuted: true }] });
  });

  it('refutes a loaded die and names the outcome', () => {
    const outcome = examineDie(2);
    expect(outcome.verdict).toBe('refuted');
    expect(outcome.because).toMatch(
      /^outcome 0 came in \d+ of 2000 draws of one instance, which probability 0\.\d+ does not explain$/,
    );
  });

  it('passes an impossible outcome through as a crash', () => {
    expect(() => examineDie(1, { theorem: { ...die(1), outcome: () => 9 } })).toThrow(
      'toy/die: needs an outcome in 0..',
    );
  });
});
