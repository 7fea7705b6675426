import { describe, expect, it } from 'vitest';
import { boundaryOf, type Boundary, decidedBy, type Decides } from '../../scripts/stopping.js';
import { certifies, refutes } from '../../scripts/power-table.js';
import { exp } from '../../src/portable/exp.js';
import { log } from '../../src/portable/log.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { type RateQuestion, RateTest, twoSidedEvidence } from '../../src/statistics/rate-test.js';
import { clopperPearson } from './clopper-pearson.js';

const LEVEL = 0.05;
const LOOKS = 4000;
const STREAMS = 3000;
/** The chance that a check of this file rejects a test that keeps its level. */
const TINY = 1e-9;
const root = rootKey('rate test');

/** In how many of the streams, of trials with probability `p`, the count reaches the boundary at one of the looks. */
function crossings(boundary: Boundary, p: number, label: string): number {
  let crossed = 0;
  for (let i = 0; i < STREAMS; i++) {
    const stream = new Stream(derive(root, label, i));
    let count = 0;
    for (let n = 1; n < boundary.length; n++) {
      if (stream.uniform() < p) count += 1;
      if (count < (boundary[n] ?? Infinity)) continue;
      crossed += 1;
      break;
    }
  }
  return crossed;
}

/** Whether so many false decisions are more than the level explains, by an exact bound that is wrong with probability TINY. */
function tooMany(crossed: number): boolean {
  return clopperPearson(crossed, STREAMS, TINY).lower > LEVEL;
}

/** Refutes when the exact bound of a fixed sample does, at every look. `seen` above what `p` explains. */
const repeated =
  (p: number, level: number): Decides =>
  (seen, others) =>
    clopperPearson(seen, seen + others, level).lower > p;

describe.each([
  { rate: 0.5, floor: 0.4 },
  { rate: 0.9, floor: 0.8 },
  { rate: 0.95, floor: 0.85 },
])('a test of P >= $rate that certifies P > $floor, looked at after each of 4000 draws', ({ rate, floor }) => {
  it('refutes a true claim no more often than its level', () => {
    const boundary = boundaryOf(refutes(rate, LEVEL), LOOKS);
    expect(tooMany(crossings(boundary, 1 - rate, `refute ${rate}`))).toBe(false);
    expect(decidedBy(boundary, 1 - rate).at(-1)).toBeLessThanOrEqual(LEVEL); // the same, computed
  });

  it('certifies a false claim no more often than its level', () => {
    const boundary = boundaryOf(certifies(floor, LEVEL), LOOKS);
    expect(tooMany(crossings(boundary, floor, `certify ${floor}`))).toBe(false);
    expect(decidedBy(boundary, floor).at(-1)).toBeLessThanOrEqual(LEVEL);
  });

  it('would refute true claims too often with the bound of a fixed sample at each look', () => {
    const boundary = boundaryOf(repeated(1 - rate, LEVEL), LOOKS);
    expect(tooMany(crossings(boundary, 1 - rate, `repeated ${rate}`))).toBe(true);
  });

  it('would refute true claims too often with a claim that is 0.03 higher', () => {
    const boundary = boundaryOf(refutes(rate + 0.03, LEVEL), LOOKS);
    expect(tooMany(crossings(boundary, 1 - rate, `higher ${rate}`))).toBe(true);
  });

  it('would certify false claims too often with a floor that is 0.03 lower', () => {
    const boundary = boundaryOf(certifies(floor - 0.03, LEVEL), LOOKS);
    expect(tooMany(crossings(boundary, floor, `lower ${floor}`))).toBe(true);
  });
});

const question: RateQuestion = { probability: 0.9, indifference: 0.1, refuting: 1e-3, certifying: 1e-3 };

describe('a test that is told outcomes one by one', () => {
  it('decides where its boundary says, both ways', () => {
    const bounds = [boundaryOf(refutes(0.9, 1e-3), 2000), boundaryOf(certifies(0.8, 1e-3), 2000)];
    const decisions = [0.6, 0.75, 0.85, 1].map((p, i) => {
      const stream = new Stream(derive(root, 'one by one', i));
      const test = new RateTest(question);
      for (let n = 0; n < 2000 && test.decision === undefined; n++) {
        expect(test.trials).toBe(n);
        expect(test.trials - test.happened).toBeLessThan(bounds[0]?.[test.trials] ?? NaN);
        expect(test.happened).toBeLessThan(bounds[1]?.[test.trials] ?? NaN);
        test.hear(stream.uniform() < p);
      }
      const [count, boundary] =
        test.decision === 'refuted' ? [test.trials - test.happened, bounds[0]] : [test.happened, bounds[1]];
      expect(count).toBe(boundary?.[test.trials]);
      return test.decision;
    });
    expect(new Set(decisions)).toEqual(new Set(['refuted', 'certified']));
  });

  it('says after several outcomes at once what it says after the last of them', () => {
    for (const p of [0.5, 0.7, 0.85, 0.95, 1]) {
      const stream = new Stream(derive(root, 'at once', Math.round(100 * p)));
      const test = new RateTest(question);
      let last = true;
      // A test that never decides fails here and does not run on for ever.
      for (let n = 0; n < 5000 && test.decision === undefined; n++) test.hear((last = stream.uniform() < p));
      expect(test.decision).toBeDefined();
      const [hits, misses] = [test.happened, test.trials - test.happened];
      const before = new RateTest(question);
      expect(before.hearOf(hits - Number(last), misses - Number(!last))).toBeUndefined();
      const all = new RateTest(question);
      expect(all.hearOf(hits, misses)).toBe(test.decision);
      expect([all.trials, all.happened]).toEqual([test.trials, test.happened]);
    }
  });

  it('changes nothing after its decision', () => {
    const test = new RateTest({ ...question, probability: 1 });
    test.hear(true);
    expect(test.hear(false)).toBe('refuted');
    expect(test.hearOf(10_000, 0)).toBe('refuted');
    expect([test.decision, test.trials, test.happened]).toEqual(['refuted', 2, 1]);
  });
});

describe('evidence that is exactly what is asked for', () => {
  /** The first n whose evidence comes back from its level to the bit, with that level: there the boundary can be touched. */
  function touched(evidenceAt: (n: number) => number): { readonly n: number; readonly level: number } {
    for (let n = 30; n < 300; n++) {
      const level = exp(-evidenceAt(n));
      if (-log(level) === evidenceAt(n)) return { n, level };
    }
    throw new Error('no such n');
  }

  it('decides', () => {
    const { against, certain } = twoSidedEvidence(question);
    const misses = touched((n) => against(0, n));
    const refuting = { ...question, refuting: misses.level, certifying: 0 };
    expect(new RateTest(refuting).hearOf(0, misses.n - 1)).toBeUndefined();
    expect(new RateTest(refuting).hearOf(0, misses.n)).toBe('refuted');
    const hits = touched((n) => certain(n, 0));
    const certifying = { ...question, refuting: 0, certifying: hits.level };
    expect(new RateTest(certifying).hearOf(hits.n - 1, 0)).toBeUndefined();
    expect(new RateTest(certifying).hearOf(hits.n, 0)).toBe('certified');
  });
});

describe('an event that always happens', () => {
  it.each([
    [0.5, 1e-6],
    [0.8, 1e-6],
    [0.8, 1e-9],
    [0.95, 1e-9],
    [0.99, 1e-9], // at 1e-3 the other bets still have a part in it: 755, not 757
  ])('is certified above %f at level %f after ceil(ln(2 / level) / -ln floor) trials', (floor, level) => {
    const test = new RateTest({ probability: 1, indifference: 1 - floor, refuting: level, certifying: level });
    const needed = Math.ceil(Math.log(2 / level) / -Math.log(floor));
    for (let n = 0; n < 2 * needed && test.decision === undefined; n++) test.hear(true);
    expect([test.decision, test.trials]).toEqual(['certified', needed]);
  });

  it('is refuted by its first miss when claimed with probability 1, however late and however small the level', () => {
    const test = new RateTest({ probability: 1, indifference: 0.001, refuting: 1e-300, certifying: 1e-300 });
    expect(test.hearOf(100_000, 0)).toBeUndefined();
    expect(test.hear(false)).toBe('refuted');
  });
});

describe('a level of 0', () => {
  it('never refutes and never certifies', () => {
    const silent = { ...question, refuting: 0, certifying: 0 };
    expect(new RateTest(silent).hearOf(0, 1_000_000)).toBeUndefined();
    expect(new RateTest(silent).hearOf(1_000_000, 0)).toBeUndefined();
    expect(new RateTest({ ...silent, probability: 1 }).hear(false)).toBeUndefined();
  });
});

describe('a question that is none', () => {
  it.each([
    { probability: 0, indifference: 0.1 },
    { probability: 1.2, indifference: 0.5 },
    { probability: NaN, indifference: 0.1 },
    { probability: 0.5, indifference: 0.5 },
    { probability: 0.5, indifference: -0.1 },
    { probability: 0.5, indifference: -0.5 },
    { probability: 1, indifference: 0 },
  ])('is refused: $probability with indifference $indifference', (part) => {
    const { probability, indifference } = part;
    expect(() => new RateTest({ ...question, ...part })).toThrow(
      `RateTest: needs 0 < indifference < probability <= 1; came ${indifference} and ${probability}.`,
    );
  });
});
