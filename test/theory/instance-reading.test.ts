import { describe, expect, test } from 'vitest';
import { rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { roundoff, UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { type Law, theorem } from '../../src/theory/theorem.js';
import { type Coin, coins, stated, still } from './toys.js';

const key = rootKey('1');
const louder = { ...still.activate, name: 'louder' };
const exact = evidence<Coin>({
  theorem: theorem<Coin>({
    ...stated,
    id: 'toy/few',
    kind: 'exact',
    assumes: { 'no coin of two sides': ({ sides }) => sides > 2 },
    margins: ({ sides }, layer) => ({ few: (layer.activate.name === 'louder' ? 3 : 6) - sides }),
  }),
  given: coins,
  cases: 10,
  allowance: roundoff(() => 8, 'eight'),
  survives: { nothing: {} },
  breaks: { loud: { activate: louder }, less: { instead: { margins: () => ({ few: -1 }) } } },
});

describe('A claim reads an instance by value', () => {
  test('in its own layer, and in those of the controls that swap stages', () => {
    const clause = { clause: 'few', allowance: 8 * UNIT_ROUNDOFF };
    const hypotheses = { 'no coin of two sides': true };
    expect(exact.worlds).toEqual(['nothing', 'loud']);
    expect(exact.reading({ sides: 5 }, key)).toEqual({
      hypotheses,
      clauses: [{ ...clause, margin: 1, share: 0 }],
      observed: {},
    });
    expect(exact.reading({ sides: 5 }, key, 'loud').clauses).toMatchObject([{ ...clause, margin: -2 }]);
  });

  test('as far as its hypotheses hold', () => {
    expect(exact.reading({ sides: 2 }, key)).toEqual({
      hypotheses: { 'no coin of two sides': false },
      clauses: [],
      observed: {},
    });
  });

  test('when its generator could have made it, in a world that it has', () => {
    expect([{ sides: 6 }, { sides: 7 }, { side: 5 }, null].map((value) => exact.recognises(value))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(() => exact.reading({ sides: 7 }, key)).toThrow('toy/few: needs an instance of its own; came {"sides":7}.');
    expect(() => exact.reading({ sides: 5 }, key, 'less')).toThrow('toy/few: needs a world of its own; came "less".');
    expect(() => exact.reading({ sides: 5 }, key, 'constructor')).toThrow('came "constructor"');
  });

  test('with the draw that the key names, and what a law says of it', () => {
    const law = evidence<Coin>({
      theorem: theorem<Coin>({
        ...stated,
        id: 'toy/fair',
        kind: 'law',
        law: { of: 'categories', probabilities: ({ sides }) => Array.from({ length: sides }, () => 1 / sides) },
        sample: ({ sides }, _, own) => new Stream(own).below(sides),
      }),
      given: coins,
      instances: 1,
      draws: 10,
      control: 10,
      breaks: { first: { instead: { sample: () => 0 } } },
    });
    const { observed } = law.reading({ sides: 2 }, key);
    expect(observed).toEqual({
      observation: new Stream(key).below(2),
      'probability of 0': 0.5,
      'probability of 1': 0.5,
    });
  });
});

describe('What a law says of an instance', () => {
  const reading = (law: Law<Coin>) =>
    evidence<Coin>({
      theorem: theorem<Coin>({ ...stated, id: 'toy/law', kind: 'law', law, sample: () => 7 }),
      given: coins,
      instances: 1,
      draws: 10,
      control: 10,
      breaks: { first: { instead: { sample: () => 0 } } },
    }).reading({ sides: 4 }, key);

  test('is its distribution function at ten places', () => {
    expect(reading({ of: 'continuous', cdf: ({ sides }, x) => sides + x })).toEqual({
      hypotheses: {},
      clauses: [],
      observed: {
        observation: 7,
        'P(X <= -2)': 2,
        'P(X <= -1)': 3,
        'P(X <= -0.5)': 3.5,
        'P(X <= 0)': 4,
        'P(X <= 0.25)': 4.25,
        'P(X <= 0.5)': 4.5,
        'P(X <= 0.75)': 4.75,
        'P(X <= 1)': 5,
        'P(X <= 2)': 6,
        'P(X <= 5)': 9,
      },
    });
  });

  test('is its mean and range, or an observation of the other sample in the layer of the theorem', () => {
    const mean = reading({ of: 'mean', mean: ({ sides }) => sides, range: ({ sides }) => [-sides, 2 * sides] });
    expect(mean.observed).toEqual({ observation: 7, mean: 4, least: -4, most: 8 });
    const same = reading({
      of: 'same',
      other: ({ sides }, { activate }, own) => (activate === still.activate ? sides + new Stream(own).below(90) : NaN),
    });
    expect(same.observed).toEqual({ observation: 7, 'other observation': 4 + new Stream(key).below(90) });
  });
});

test('A claim that something exists is read by its clauses, in the worlds of both its kinds of controls', () => {
  const exists = evidence<Coin>({
    theorem: theorem<Coin>({
      ...stated,
      id: 'toy/exists',
      kind: 'exists',
      margins: ({ sides }, layer) => ({ there: (layer.activate.name === 'louder' ? 2 : 4) - sides }),
    }),
    given: coins,
    evaluations: 10,
    allowance: roundoff(() => 8, 'eight'),
    survives: { nothing: {} },
    breaks: { loud: { change: { activate: louder }, because: 'a proof' } },
  });
  const clause = { clause: 'there', allowance: 8 * UNIT_ROUNDOFF };
  expect(exists.worlds).toEqual(['nothing', 'loud']);
  expect(exists.reading({ sides: 3 }, key)).toEqual({
    hypotheses: {},
    clauses: [{ ...clause, margin: 1, share: 0 }],
    observed: {},
  });
  expect(exists.reading({ sides: 3 }, key, 'loud').clauses).toMatchObject([{ ...clause, margin: -1 }]);
});

test('A claim about a probability is read by its event in the draw that the key names', () => {
  const probable = evidence<Coin>({
    theorem: theorem<Coin>({
      ...stated,
      id: 'toy/probable',
      kind: 'probable',
      probability: 0.9,
      indifference: 0.1,
      event: ({ sides }, _, own) => ({ happens: sides + new Stream(own).below(90) }),
    }),
    given: coins,
    pooled: 1,
    instances: 1,
    draws: 1,
    control: 1,
    breaks: { loud: { activate: louder } },
  });
  expect(probable.worlds).toEqual(['loud']);
  expect(probable.reading({ sides: 3 }, key)).toEqual({
    hypotheses: {},
    clauses: [{ clause: 'happens', margin: 3 + new Stream(key).below(90), allowance: 0, share: 0 }],
    observed: {},
  });
});
