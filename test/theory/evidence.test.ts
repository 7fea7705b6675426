import { expect, test } from 'vitest';
import { altered, regimesOf } from '../../src/theory/evidence.js';
import { conjecture, derived, literature, observed, paper } from '../../src/theory/source.js';
import { declarationOf } from '../../src/theory/declaration.js';
import { exactly, roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { type DeterministicTheorem, type Law, theorem } from '../../src/theory/theorem.js';
import { type Coin, coins, stated, still } from './toys.js';

const exact = theorem<Coin>({
  ...stated,
  id: 'toy/exact',
  kind: 'exact',
  margins: ({ sides }) => ({ few: 6 - sides }),
});
const probable = theorem<Coin>({
  ...stated,
  id: 'toy/probable',
  kind: 'probable',
  probability: 0.5,
  indifference: 0.1,
  event: () => ({ happens: 1 }),
});
const mean: Law<Coin> = { of: 'mean', mean: () => 0, range: () => [-1, 1] };
const law = theorem<Coin>({
  ...stated,
  id: 'toy/law',
  kind: 'law',
  law: mean,
  sample: () => 0,
});
const exists = theorem<Coin>({ ...stated, id: 'toy/exists', kind: 'exists', margins: () => ({ there: 1 }) });
const loud = { ...still.activate, name: 'loud' };

test('A control puts a variant on trial, or other stages in the place of some', () => {
  const coin = { sides: 3 };
  const variant = altered<Coin, DeterministicTheorem<Coin>>(exact, {
    instead: { layer: () => ({ ...still, activate: loud }), says: 'Another.' },
  });
  expect(variant.theorem).toEqual({ ...exact, says: 'Another.', layer: variant.theorem.layer });
  expect(variant.layerOf(coin)).toEqual({ ...still, activate: loud });
  const swapped = altered<Coin, DeterministicTheorem<Coin>>(exact, { rescale: loud });
  expect(swapped.theorem).toBe(exact);
  expect(swapped.layerOf(coin)).toEqual({ ...still, rescale: loud });
  const chosen = altered<Coin, DeterministicTheorem<Coin>>(exact, ({ sides }) =>
    sides === 3 ? { recenter: loud } : {},
  );
  expect(chosen.layerOf(coin)).toEqual({ ...still, recenter: loud });
  expect(chosen.layerOf({ sides: 4 })).toEqual(still);
});

test('An instance falls into the regimes that say so, with a rate or without', () => {
  const regimes = { low: (x: number) => x < 3, even: { when: (x: number) => x % 2 === 0, atLeast: 0.4 } };
  expect([0, 1, 4, 5].map((x) => regimesOf(regimes, x))).toEqual([['low', 'even'], ['low'], ['even'], []]);
});

test('A source is of its kind', () => {
  expect([paper, literature, derived, observed, conjecture].map((from) => from('here'))).toEqual(
    ['paper', 'literature', 'derived', 'observed', 'conjecture'].map((kind) => ({ kind, cite: 'here' })),
  );
});

test('How a claim is tried is declared as data, of every kind', () => {
  const breaks = { wrong: { instead: {} }, worse: { instead: {} } };
  const none = { regimes: {}, survives: [], breaks: ['wrong', 'worse'], reasons: {}, allowance: undefined };
  const universal = declarationOf({
    theorem: exact,
    given: coins,
    cases: 10,
    allowance: roundoff(() => 1, 'one'),
    regimes: { some: () => true, half: { when: () => true, atLeast: 0.5 } },
    survives: { nothing: {} },
    breaks,
  });
  expect(Object.keys(universal.reasons)).toEqual([]);
  expect(universal).toEqual({
    ...none,
    regimes: { some: 0.01, half: 0.5 },
    survives: ['nothing'],
    budget: { cases: 10 },
    allowance: { kind: 'roundoff', because: 'one' },
  });
  const statistical = { given: coins, instances: 2, draws: 3, control: 4, breaks };
  expect(declarationOf({ ...statistical, theorem: probable, pooled: 5 })).toEqual({
    ...none,
    budget: { pooled: 5, instances: 2, draws: 3, control: 4 },
  });
  expect(declarationOf({ ...statistical, theorem: law })).toEqual({
    ...none,
    budget: { instances: 2, draws: 3, control: 4 },
  });
  expect(
    declarationOf({
      theorem: exists,
      given: coins,
      evaluations: 9,
      allowance: exactly('whole'),
      breaks: { gone: { change: {}, because: 'a proof' } },
    }),
  ).toEqual({
    ...none,
    breaks: ['gone'],
    reasons: { gone: 'a proof' },
    budget: { evaluations: 9 },
    allowance: { kind: 'exact', because: 'whole' },
  });
});

const breaks = { wrong: { instead: {} } };
const regimes = { 'two sides': ({ sides }: Coin) => sides === 2, many: ({ sides }: Coin) => sides > 4 };
const claims = [
  evidence<Coin>({ theorem: exact, given: coins, cases: 10, allowance: exactly('whole'), regimes, breaks }),
  evidence<Coin>({ theorem: probable, given: coins, pooled: 5, instances: 2, draws: 3, control: 4, regimes, breaks }),
  evidence<Coin>({ theorem: law, given: coins, instances: 2, draws: 3, control: 4, regimes, breaks }),
  evidence<Coin>({
    theorem: exists,
    given: coins,
    evaluations: 9,
    allowance: exactly('whole'),
    breaks: { gone: { change: {}, because: 'a proof' } },
  }),
];

test('A claim shows instances of its domain, and how many fall into each regime', () => {
  for (const { sample } of claims) {
    expect(sample(30, 1)).toHaveLength(30);
    expect(sample(30, 1)).toEqual(sample(30, 1));
    expect(sample(30, 1)).not.toEqual(sample(30, 2));
  }
  for (const claim of claims.slice(0, 3)) {
    const { 'two sides': two = NaN, many = NaN, ...others } = claim.visits(500, 1);
    expect(others).toEqual({});
    // A fifth and two fifths of 500, and more where the ends are preferred; each off by 60 with probability below 1e-6.
    expect(two).toBeGreaterThan(40);
    expect(many).toBeGreaterThan(140);
    expect(two + many).toBeLessThan(500);
  }
  expect(claims[3]?.visits(10, 1)).toEqual({});
  const [biased, unbiased, alike] = claims.map(({ visits }) => visits(500, 1));
  expect(unbiased).toEqual(alike);
  expect(biased).not.toEqual(unbiased); // a claim about every instance prefers the ends of its domain
});

test('What a claim spends sums to 1 where it spends on everything, and an exact one spends on its regimes only', () => {
  const [certain, often, random, there] = claims.map(({ uses }) => uses);
  expect(certain?.map(({ use }) => use)).toEqual([
    'coverage: two sides',
    'coverage: many',
    'coverage: kept by its filters',
  ]);
  const total = (uses = certain): number => uses?.reduce((sum, { weight }) => sum + weight, 0) ?? NaN;
  // Sums of at most fifteen parts of 1
  for (const [uses, whole] of [
    [certain, 0.05],
    [often, 1],
    [random, 1],
  ] as const)
    expect(Math.abs(total(uses) - whole)).toBeLessThanOrEqual(2e-15);
  expect(there).toEqual([]);
  const weights = (uses = often) => Object.fromEntries(uses?.map(({ use, weight }) => [use, weight]) ?? []);
  expect(weights()).toEqual({
    'refute over the domain': 0.2,
    'certify over the domain': 0.2,
    'refute instance 1': 0.075,
    'certify instance 1': 0.025,
    'refute instance 2': 0.075,
    'certify instance 2': 0.025,
    'refute the worst instance': 0.1,
    'certify the worst instance': 0.1,
    interval: 0.05,
    'control: wrong': 0.1,
    'coverage: two sides': 0.05 / 3,
    'coverage: many': 0.05 / 3,
    'coverage: kept by its filters': 0.05 / 3,
  });
  expect(weights(random)).toEqual({
    'refute instance 1': 0.3,
    'refute instance 2': 0.3,
    'control: wrong': 0.35,
    'coverage: two sides': 0.05 / 3,
    'coverage: many': 0.05 / 3,
    'coverage: kept by its filters': 0.05 / 3,
  });
  const shared = evidence<Coin>({
    theorem: { ...exists, rate: { probability: 0.9, indifference: 0.1 } },
    given: coins,
    evaluations: 9,
    allowance: exactly('whole'),
    survives: { nothing: {} },
    breaks: { gone: { change: {}, because: 'a proof' } },
  });
  expect(weights(shared.uses)).toEqual({ witness: 0.6, 'control: nothing': 0.2, 'control: gone': 0.2 });
});
