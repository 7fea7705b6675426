import { describe, expect, test } from 'vitest';
import { rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { roundoff, UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { theorem } from '../../src/theory/theorem.js';
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
