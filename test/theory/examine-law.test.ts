import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/random/stream.js';
import { evidence, examine } from '../../src/theory/claim.js';
import type { LawEvidence } from '../../src/theory/evidence.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { type Law, type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { type Coin, coins, stated } from './toys.js';

type Sample = LawTheorem<Coin>['sample'];

/** A die with `sides` sides whose side 0 has weight `weight` relative to the others. */
const die =
  (weight: number): Sample =>
  ({ sides }, _, key) => {
    const place = new Stream(key).uniform() * (sides - 1 + weight);
    return place < weight ? 0 : 1 + Math.floor(place - weight);
  };
const uniform: Sample = (_, __, key) => new Stream(key).uniform();
/** Uniform but for a part `leak` of the draws, which are squared. */
const bent =
  (leak: number): Sample =>
  (_, __, key) => {
    const stream = new Stream(key);
    const x = stream.uniform();
    return stream.uniform() < leak ? x * x : x;
  };

const laws = {
  categories: { of: 'categories', probabilities: ({ sides }) => Array.from({ length: sides }, () => 1 / sides) },
  continuous: { of: 'continuous', cdf: (_, x) => Math.min(1, Math.max(0, x)) },
  mean: { of: 'mean', mean: () => 0.5, range: () => [0, 1] },
  same: { of: 'same', other: (instance, layer, key) => uniform(instance, layer, key) },
} as const satisfies Record<string, Law<Coin>>;

function examineLaw(
  law: Law<Coin>,
  sample: Sample,
  control: Sample,
  changes: Partial<LawEvidence<Coin>> = {},
  seed = 'judge',
): Outcome {
  const tried: LawEvidence<Coin> = {
    theorem: theorem<Coin>({ ...stated, id: 'toy/law', kind: 'law', law, sample }),
    given: coins,
    instances: 4,
    draws: 2000,
    control: 2000,
    breaks: { bent: { instead: { sample: control } } },
    ...changes,
  };
  return examine(evidence(tried), { seed, level: 1e-6, effort: 1 });
}

describe('the judge of laws', () => {
  it.each([
    ['categories', laws.categories, die(1), die(2), /relative entropy/],
    ['continuous', laws.continuous, uniform, bent(0.8), /Kolmogorov-Smirnov distance/],
    ['mean', laws.mean, uniform, bent(0.8), /evidence against the mean/],
    ['same', laws.same, uniform, bent(0.8), /distance of two samples/],
  ] as const)('does not refute a true law of %s, and refutes a false one as its control', (_, law, truth, lie, why) => {
    expect(examineLaw(law, truth, lie)).toMatchObject({
      verdict: 'held',
      because: 'the law is not contradicted by 2000 draws of each of 4 instances',
      breaks: [{ name: 'bent', refuted: true }],
    });
    const false_ = examineLaw(law, lie, truth);
    expect(false_.verdict).toBe('refuted');
    expect(false_.because).toMatch(why);
    expect(false_.counterexample?.instance).toHaveProperty('sides');
    expect(false_.counterexample?.margin).toBeLessThan(0);
  });

  it('tries a control on more instances than the claim when the first do not show it, and gives up at last', () => {
    // Bent on one instance in five: four miss it with probability 0.4, 32 with 0.0008.
    const rarely: Sample = (instance, layer, key) => (instance.sides === 6 ? bent(0.8) : uniform)(instance, layer, key);
    const tried = ['1', '2', '3', '4', '5', '6'].map((seed) => {
      const outcome = examineLaw(laws.continuous, uniform, rarely, {}, seed);
      expect(outcome.verdict).toBe('held');
      return (outcome.breaks[0]?.evaluations ?? NaN) / 2000;
    });
    expect(Math.max(...tried)).toBeGreaterThan(4);
    expect(Math.min(...tried)).toBeLessThanOrEqual(4);
    const never = examineLaw(laws.continuous, uniform, uniform);
    expect(never).toMatchObject({ verdict: 'untrusted', breaks: [{ refuted: false, evaluations: 8 * 4 * 2000 }] });
  });

  it('does not draw the two samples of one claim from one stream', () => {
    const outcome = examineLaw(laws.same, uniform, bent(0.8));
    expect(outcome.witness?.readings[0]?.margin).toBeLessThan(0.2); // equal samples would leave the whole critical distance
  });

  it('stops a test of a mean as soon as it is refuted', () => {
    const outcome = examineLaw(laws.mean, () => 1, uniform);
    expect(outcome.tests[0]?.draws).toBeLessThan(60);
  });

  it('passes what the law cannot give through as a crash', () => {
    expect(() => examineLaw(laws.categories, () => 9, uniform)).toThrow('needs a category in 0..');
    expect(() => examineLaw(laws.mean, () => 1.5, uniform)).toThrow('needs observations in [0, 1]; came 1.5.');
    expect(() => examineLaw({ ...laws.mean, mean: () => 1 }, uniform, uniform)).toThrow(
      'needs a mean inside its range',
    );
  });

  it('refutes a NaN where the law is continuous', () => {
    const outcome = examineLaw(laws.continuous, () => NaN, uniform);
    expect(outcome.verdict).toBe('refuted');
    expect(outcome.counterexample?.instance).toHaveProperty('sides');
  });
});
