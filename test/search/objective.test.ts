import { describe, expect, it, test } from 'vitest';
import { rootKey } from '../../src/random/key.js';
import { calibrated, UNCALIBRATED } from '../../src/search/calibration.js';
import { objectiveOf } from '../../src/search/objective.js';
import type { ClauseReading } from '../../src/theory/outcome.js';
import type { Subject } from '../../src/theory/subject.js';
import { clauses, madeUp } from './looks.js';

const key = rootKey('objective');
const rate = { probability: 0.75, indifference: 0.2 };
const noisy: Partial<Subject> = { random: true, rate };
const witness: Partial<Subject> = { seeks: 'witness' };

const objective = (
  readings: (instance: unknown, call: number) => readonly ClauseReading[],
  changed: Partial<Subject> = {},
  scales: Readonly<Record<string, number>> = {},
  level = 0.01,
) => objectiveOf(madeUp(readings, changed), { scales, evaluations: 0 }, key, level);

describe('a calibration', () => {
  const instances = Array.from({ length: 24 }, (_, k) => k);
  const scalesOf = (margins: (k: number) => Readonly<Record<string, number>>, allowance = 0) =>
    calibrated(
      madeUp((_, k) => clauses(margins(k), allowance)),
      instances,
      key,
    );

  it('is the median distance from violation of each clause, over all instances', () => {
    // |k - 20| for k from 0 to 23, sorted: the one with twelve below it is 9; and ten times that.
    expect(scalesOf((k) => ({ a: k - 20, b: 10 * (k - 20) }))).toEqual({ scales: { a: 9, b: 90 }, evaluations: 24 });
    expect(scalesOf((k) => ({ a: k - 25, b: 1 }), 5).scales).toEqual({ a: 9, b: 6 });
  });

  it('takes three instances for a claim of one clause, of whose scale nothing depends', () => {
    expect(scalesOf((k) => ({ a: k + 5 }))).toEqual({ scales: { a: 6 }, evaluations: 3 });
    const rated = madeUp((_, k) => clauses({ a: k + 5 }), noisy);
    expect(calibrated(rated, instances, key)).toEqual({ scales: { a: 17 }, evaluations: 24 });
  });

  it('is 1 where the median is 0 or not finite, and of no instances', () => {
    expect(scalesOf(() => ({ a: 0, b: Infinity, c: NaN })).scales).toEqual({ a: 1, b: 1, c: 1 });
    expect(
      calibrated(
        madeUp(() => []),
        [],
        key,
      ),
    ).toEqual(UNCALIBRATED);
    expect(UNCALIBRATED).toEqual({ scales: {}, evaluations: 0 });
  });
});

describe('a look at a claim of all instances', () => {
  it('is the smallest clause in units of what is usual, beyond its allowance', () => {
    const { look, cost } = objective(() => clauses({ a: 4, b: 10 }, 2), {}, { b: 12 });
    expect([look(0).fitness, look(0).decisive, cost]).toEqual([1, undefined, 1]); // (10 + 2) / 12
  });

  it('has the first clause that is violated for the decisive one', () => {
    const { look } = objective(() => clauses({ a: 1, b: -3, c: -9 }, 2));
    const { fitness, decisive, readings } = look(0);
    expect([fitness, decisive?.clause, readings.length]).toEqual([-7, 'b', 3]);
    expect(objective(() => clauses({ a: -2 }, 2)).look(0)).toMatchObject({ fitness: 0, decisive: undefined });
  });

  it('is infinitely far without clauses', () => {
    expect(objective(() => []).look(0)).toEqual({ fitness: Infinity, decisive: undefined, readings: [] });
  });
});

describe('a look for a witness', () => {
  it('is what the clause farthest from being met lacks', () => {
    const { look } = objective(() => clauses({ a: 4, b: -10 }, 2), witness, { b: 12 });
    expect([look(0).fitness, look(0).decisive]).toEqual([1, undefined]); // (2 + 10) / 12
  });

  it('has the clause that is met by least for the decisive one, the first of them', () => {
    const { look } = objective(() => clauses({ a: 9, b: 3, c: 4, d: 3 }, 2), witness);
    expect([look(0).fitness, look(0).decisive?.clause]).toEqual([-1, 'b']);
    expect(objective(() => clauses({ a: 2 }, 2), witness).look(0).decisive?.clause).toBe('a'); // just met
  });

  it('takes NaN, and an instance that says nothing, for infinitely far', () => {
    expect(objective(() => clauses({ a: NaN, b: 1 }), witness).look(0)).toMatchObject({
      fitness: Infinity,
      decisive: undefined,
    });
    expect(objective(() => [], witness).look(0)).toMatchObject({ fitness: Infinity, decisive: undefined });
  });
});

describe('a look at a rate', () => {
  /** Eight draws, in so many of which the event happens by 1; else it fails by 3, or by as much as is said. */
  const happening =
    (count: number, fails = -3) =>
    (_: unknown, call: number) =>
      clauses({ a: call < count ? 1 : fails });

  it('is the share of eight draws before the mean margin, which weighs less than one of them', () => {
    const { look, cost } = objective(happening(5), noisy);
    const { fitness, decisive, readings } = look(0);
    // 5/8 - 3/4 + (5 x 1/2 - 3 x 3/4) / 128
    expect([fitness, decisive?.clause, readings[0]?.margin, cost]).toEqual([-0.125 + 0.25 / 128, 'a', -3, 8]);
  });

  it('is decided by the mean margin at the probability itself, and is none when all happened', () => {
    expect(objective(happening(6, -3), noisy).look(0)).toMatchObject({ fitness: 1.5 / 128, decisive: undefined });
    expect(objective(happening(6, -Infinity), noisy).look(0)).toMatchObject({ fitness: 1 / 128, decisive: undefined });
    const slight = objective((_, call) => clauses({ a: call < 6 ? 0 : -1 }), noisy).look(0);
    expect([slight.fitness, slight.decisive?.margin]).toEqual([-1 / 128, -1]);
    // 2 x 1/2 + 4 x 0 - 2 x 1/2
    const balanced = objective((_, call) => clauses({ a: [1, 1, 0, 0, 0, 0][call] ?? -1 }), noisy).look(0);
    expect([balanced.fitness, balanced.decisive]).toEqual([0, undefined]);
    const all = objective(happening(8), { random: true, rate: { ...rate, probability: 1.5 } }).look(0);
    expect([all.fitness, all.decisive]).toEqual([-0.5 + 4 / 128, undefined]);
  });

  it('is of an event that happens when all clauses hold, and reports the worst draw', () => {
    const { fitness } = objective(() => clauses({ a: 1, b: -1 }), noisy).look(0);
    expect(fitness).toBe(-0.75 - 4 / 128);
    for (const changed of [noisy, { ...noisy, ...witness }]) {
      const { readings } = objective((_, call) => clauses({ a: call === 2 ? -5 : -1 }), changed).look(0);
      expect(readings[0]?.margin).toBe(-5);
    }
  });

  it('counts infinite margins as 1', () => {
    const { look } = objective((_, call) => clauses({ a: call < 4 ? Infinity : -1 }), noisy);
    expect(look(0).fitness).toBe(-0.25 + (4 - 2) / 128);
  });

  it('is of a witness the other way round: what the share lacks, and the draw farthest from the event', () => {
    const { look } = objective(happening(5), { ...noisy, ...witness });
    const { fitness, decisive, readings } = look(0);
    // 3/4 - 5/8 + (3 x 3/4 - 5 x 1/2) / 128
    expect([fitness, decisive, readings[0]?.margin]).toEqual([0.125 - 0.25 / 128, undefined, -3]);
    const found = objective(happening(6), { ...noisy, ...witness }).look(0);
    expect(found.decisive).toEqual({ clause: 'probability', margin: 0, allowance: 0, share: 0 });
    expect(found.fitness).toBe(-1.5 / 128);
    const seven = objective(happening(7), { ...noisy, ...witness }).look(0);
    expect(seven.decisive?.margin).toBe(0.125);
    expect(objective(() => [], { ...noisy, ...witness }).look(0).decisive).toBeUndefined();
  });
});

describe('a confirmation', () => {
  it('costs nothing where nothing is random', () => {
    const never = objective(() => expect.unreachable());
    const none = { stands: true, evaluations: 0, excess: NaN, draws: 0, happened: undefined };
    expect(never.confirm({ x: 1 })).toEqual(none);
  });

  test.each([
    ['of a rate that is never reached', 'counterexample', -1, true, -0.75],
    ['of a rate that is always exceeded', 'counterexample', 1, false, 0.25],
    ['of a witness that always is one', 'witness', 1, true, -0.25],
    ['of a witness that never is', 'witness', -1, false, 0.75],
  ] as const)('%s', (_, seeks, margin, stands, excess) => {
    const { confirm } = objective(() => clauses({ a: margin }), { ...noisy, seeks });
    const confirmed = confirm({ x: 1 });
    expect(confirmed).toMatchObject({ stands, excess, happened: margin > 0 ? confirmed.draws : 0 });
    expect(confirmed.evaluations).toBe(confirmed.draws);
    expect(confirmed.draws).toBeGreaterThan(1);
    expect(confirm({ x: 1 })).toEqual({ ...confirmed, evaluations: 0 });
  });

  test.each([
    ['counterexample', -1, 1],
    ['witness', 1, -1],
  ] as const)('of a %s at a rate takes more draws at a smaller level; that it is none does not', (seeks, is, isNot) => {
    const draws = (margin: number, level: number): number =>
      objective(() => clauses({ a: margin }), { ...noisy, seeks }, {}, level).confirm({ x: 1 }).draws;
    expect(draws(is, 1e-9)).toBeGreaterThan(draws(is, 0.01));
    expect(draws(isNot, 1e-9)).toBe(draws(isNot, 0.01));
  });

  it('makes four hundred draws at most, and none that are not left', () => {
    const every = { probability: 0.5, indifference: 0.01 };
    const even = objective((_, call) => clauses({ a: call % 2 === 0 ? 1 : -1 }), { random: true, rate: every });
    expect(even.confirm({ x: 1 })).toMatchObject({ stands: false, draws: 400, happened: 200 });
    expect(even.confirm({ x: 2 }, 0)).toEqual({ stands: false, evaluations: 0, excess: NaN, draws: 0, happened: 0 });
  });

  it('of a law takes more looks the more instances were confirmed, and none where they are not left', () => {
    const law = objective(() => clauses({ a: -1 }), { random: true });
    // 0.01 / 2, / 6, / 12, / 20: powers of 0.01 that are as small; then 1e-4 is reached, by 0.01 / 110.
    const looks = Array.from({ length: 10 }, (_, x) => law.confirm({ x }).evaluations);
    expect(looks).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 3]);
    const scarce = objective(() => clauses({ a: -1 }), { random: true });
    expect(scarce.confirm({ x: 1 }, 1)).toMatchObject({ stands: false, evaluations: 0 });
    expect(scarce.confirm({ x: 2 }, 2)).toMatchObject({ stands: true, evaluations: 2, draws: 2, happened: undefined });
    const second = objective((_, call) => clauses({ a: call === 1 ? 1 : -1 }), { random: true });
    expect(second.confirm({ x: 1 })).toMatchObject({ stands: false, evaluations: 2 });
    const first = objective(() => clauses({ a: 1 }), { random: true });
    expect(first.confirm({ x: 1 })).toMatchObject({ stands: false, evaluations: 1 });
  });
});
