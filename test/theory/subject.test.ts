import { describe, expect, it } from 'vitest';
import { derive, rootKey, type StreamKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { exactly, roundoff, UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { lawReading } from '../../src/theory/law-test.js';
import { existentialSubject, telling } from '../../src/theory/subject.js';
import { type Law, theorem } from '../../src/theory/theorem.js';
import { Crashed } from '../../src/theory/trial.js';
import { type Coin, coins, stated, still } from './toys.js';

const key = rootKey('subjects');
const rate = { probability: 0.5, indifference: 0.1 };
const statement = { ...stated, assumes: { 'not four': ({ sides }: Coin) => sides !== 4 } };
const breaks = { wrong: { instead: {} } };
const uniform = (each: StreamKey): number => new Stream(each).uniform();

const exact = evidence<Coin>({
  theorem: theorem<Coin>({
    ...statement,
    id: 'toy/exact',
    kind: 'exact',
    margins: ({ sides }) => {
      if (sides === 5) throw new TypeError('five');
      return { few: 2 - sides };
    },
  }),
  given: coins,
  cases: 10,
  allowance: roundoff(() => 8, 'eight'),
  breaks,
});
const probable = evidence<Coin>({
  theorem: theorem<Coin>({
    ...statement,
    ...rate,
    id: 'toy/probable',
    kind: 'probable',
    event: ({ sides }, _, each) => ({ first: 1 / sides - uniform(each), second: -1 }),
  }),
  given: coins,
  pooled: 1,
  instances: 1,
  draws: 1,
  control: 1,
  breaks: { surely: { instead: { event: () => ({ first: 3 }) } } },
});

describe('a claim as a search sees it', () => {
  it('says what keeps a value out of its domain', () => {
    const { outside, stages, readings } = exact.subject;
    expect(outside({ sides: 3 })).toBeUndefined();
    expect(outside({ sides: 4 })).toBe('it breaks the hypothesis "not four"');
    expect(outside({ sides: 7 })).toBe('its generator does not make such a value');
    expect(stages({ sides: 3 })).toEqual([still.recenter, still.rescale, still.activate]);
    for (const read of [() => stages({ sides: 7 }), () => readings({ sides: 7 }, key)])
      expect(read).toThrow('toy/exact: needs an instance of its own; came {"sides":7}.');
  });

  it('reads clauses with their allowances, and a crash as one', () => {
    const { random, rate: none, seeks, readings } = exact.subject;
    expect({ random, none, seeks }).toEqual({ random: false, none: undefined, seeks: 'counterexample' });
    const allowance = 8 * UNIT_ROUNDOFF;
    expect(readings({ sides: 3 }, key)).toEqual([{ clause: 'few', margin: -1, allowance, share: 1 / allowance }]);
    expect(() => readings({ sides: 5 }, key)).toThrow(Crashed);
    expect(() => readings({ sides: 5 }, key)).toThrow('the claim could not be computed for {"sides":5}: five');
  });

  it('reads an event in the draw of its key', () => {
    const { random, rate: stated_, seeks, readings } = probable.subject;
    expect({ random, seeks }).toEqual({ random: true, seeks: 'counterexample' });
    expect(stated_).toMatchObject(rate);
    const first = 0.5 - uniform(key);
    expect(readings({ sides: 2 }, key)).toEqual([
      { clause: 'first', margin: first, allowance: 0, share: first >= 0 ? 0 : Infinity },
      { clause: 'second', margin: -1, allowance: 0, share: Infinity },
    ]);
  });

  it('reads a law by the room that a sample of 500 leaves', () => {
    const same: Law<Coin> = { of: 'same', other: (_, __, each) => uniform(each) ** 2 };
    const mean: Law<Coin> = { of: 'mean', mean: () => 0.5, range: () => [0, 1] };
    for (const law of [same, mean]) {
      const { subject } = evidence<Coin>({
        theorem: theorem<Coin>({
          ...statement,
          id: 'toy/law',
          kind: 'law',
          law,
          sample: (_, __, each) => uniform(each),
        }),
        given: coins,
        instances: 1,
        draws: 1,
        control: 1,
        breaks,
      });
      expect([subject.random, subject.rate, subject.seeks]).toEqual([true, undefined, 'counterexample']);
      const keys = Array.from({ length: 500 }, (_, i) => derive(key, i));
      const others = law.of === 'same' ? keys.map((each) => uniform(derive(each, 'other')) ** 2) : [];
      const { statistic, critical, name } = lawReading(law, { sides: 2 }, keys.map(uniform), others, 0.01);
      expect(subject.readings({ sides: 2 }, key)).toEqual([
        { clause: name, margin: 1 - statistic / critical, allowance: 0, share: 0 },
      ]);
    }
  });

  it('seeks a witness of what exists, in the world of a control where there is one', () => {
    const tried = {
      theorem: theorem<Coin>({
        ...statement,
        id: 'toy/exists',
        kind: 'exists',
        margins: ({ sides }, { activate }) => ({ there: activate.name === 'loud' ? -sides : sides }),
      }),
      given: coins,
      evaluations: 9,
      allowance: exactly('whole'),
      breaks: { gone: { change: {}, because: 'a proof' } },
    };
    const { subject } = evidence<Coin>(tried);
    expect([subject.seeks, subject.random, subject.rate]).toEqual(['witness', false, undefined]);
    expect(subject.readings({ sides: 3 }, key)[0]?.margin).toBe(3);
    const loud = existentialSubject<Coin>(tried, { activate: { ...still.activate, name: 'loud' } });
    expect(loud.readings({ sides: 3 }, key)[0]?.margin).toBe(-3);
    expect(loud.stages({ sides: 3 }).map(({ name }) => name)).toEqual(['nothing', 'nothing', 'loud']);
    const drawn = existentialSubject<Coin>({ ...tried, theorem: { ...tried.theorem, rate } });
    expect([drawn.random, drawn.rate]).toEqual([true, rate]);
  });

  it('tells of every evaluation, those that crash too', () => {
    let told = 0;
    const watched = telling(exact.subject, () => (told += 1));
    expect(watched.readings({ sides: 3 }, key)).toEqual(exact.subject.readings({ sides: 3 }, key));
    expect(() => watched.readings({ sides: 5 }, key)).toThrow(Crashed);
    expect(told).toBe(2);
    expect(telling(exact.subject).readings({ sides: 2 }, key)).toHaveLength(1);
  });
});

describe('a draw that a claim makes', () => {
  it('is the smallest margin of the event, of the claim itself or under a control', () => {
    const ask = { instance: { sides: 2 }, key };
    expect(probable.draw({ control: '', ...ask })).toBe(Math.min(0.5 - uniform(key), -1));
    expect(probable.draw({ control: 'surely', ...ask })).toBe(3);
    expect(() => probable.draw({ control: 'never', ...ask })).toThrow(
      'toy/probable: needs a control of its own; came "never".',
    );
    expect(() => probable.draw({ control: '', instance: { sides: 1 }, key })).toThrow('needs an instance of its own');
    expect(() => exact.draw({ control: 'wrong', ...ask })).toThrow('toy/exact: makes no draws; came one for "wrong".');
  });

  it('is an observation of a law, or of the other sample', () => {
    const same: Law<Coin> = {
      of: 'same',
      other: ({ sides }, layer) => (layer.activate.name === 'nothing' ? 10 * sides : NaN),
    };
    const make = (law: Law<Coin>) =>
      evidence<Coin>({
        theorem: theorem<Coin>({
          ...statement,
          id: 'toy/law',
          kind: 'law',
          law,
          sample: ({ sides }, { activate }) => (activate.name === 'loud' ? -sides : sides),
        }),
        given: coins,
        instances: 1,
        draws: 1,
        control: 1,
        survives: { quiet: {} },
        breaks: { loud: { activate: { ...still.activate, name: 'loud' } } },
      });
    const ask = { instance: { sides: 3 }, key };
    const { draw } = make(same);
    expect(['', 'quiet', 'loud'].map((control) => draw({ control, ...ask }))).toEqual([3, 3, -3]);
    // The other sample keeps the layer of the theorem, whatever a control swaps.
    expect(['', 'loud'].map((control) => draw({ control, ...ask, other: true }))).toEqual([30, 30]);
    expect(() =>
      make({ of: 'mean', mean: () => 0, range: () => [0, 9] }).draw({ control: '', ...ask, other: true }),
    ).toThrow('toy/law: has no other sample; came a draw for one.');
  });
});
