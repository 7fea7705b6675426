import { describe, expect, it } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { type Hunted, type HuntPlan, huntingFor, made, type Wanted } from '../../src/search/hunt.js';
import { at } from '../../src/search/leaf.js';
import type { Leg, LegResult } from '../../src/search/leg.js';
import type { Subject } from '../../src/theory/subject.js';
import { clauses, madeUp } from './looks.js';

const key = rootKey('legs');
const plan: HuntPlan = { key, budget: 3003, starts: 1, level: 0.06, after: 'nothing' };

/** Violated above 40. Its calibration takes three evaluations, or 24 of a rate. */
const claim = (changed: Partial<Subject> = {}): Subject =>
  madeUp((instance) => clauses({ a: 40 - Number(at(instance, ['x'])) }), changed);
const rate = { random: true, rate: { probability: 0.9, indifference: 0.2 } };

const missed = (evaluations: number, x?: number): LegResult => ({
  ...{ evaluations, spent: { generation: evaluations, descent: 1 }, found: undefined, by: undefined },
  ...{
    confirmed: undefined,
    nearest: x === undefined ? undefined : { instance: { x }, readings: [], fitness: 40 - x },
  },
});
const found = (evaluations: number, x: number): LegResult => ({
  ...missed(evaluations),
  ...{ found: { x }, by: 'descent' },
});

/** What a hunt wants, one request after the other, when told these results of each, and what it comes to. */
function hunted(subject: Subject, changed: Partial<HuntPlan>, ...told: readonly (readonly LegResult[])[]) {
  const hunting = huntingFor(subject, { ...plan, ...changed });
  const wanted: Wanted[] = [];
  let step = hunting.next();
  for (const results of told) {
    if (step.done === true) break;
    wanted.push(step.value);
    step = hunting.next(results);
  }
  if (step.done !== true) wanted.push(step.value);
  return { wanted, result: step.done === true ? step.value : undefined };
}

const budgets = (wanted: Wanted | undefined): readonly number[] => (wanted?.legs ?? []).map(({ budget }) => budget);
/** The budgets of the legs of a budget, after three evaluations of calibration. */
const parts = (budget: number, subject = claim()): readonly number[] =>
  budgets(hunted(subject, { budget: budget + 3 }).wanted[0]);

describe('the legs of a hunt', () => {
  it('are equal parts of its budget, of a thousand looks at least and ten thousand at most, eight of those between', () => {
    expect(parts(800)).toEqual([800]);
    expect(parts(1999)).toEqual([1999]);
    expect(parts(2001)).toEqual([1000, 1001]);
    expect(parts(16_000)).toEqual(Array.from({ length: 8 }, () => 2000));
    expect(parts(200_000)).toEqual(Array.from({ length: 20 }, () => 10_000));
    expect(parts(3002)).toEqual([1000, 1001, 1001]);
  });

  it('are counted in looks, of which one at a rate costs eight', () => {
    // 5 % of 16000 are more than the 24 evaluations of the calibration.
    expect(budgets(hunted(claim(rate), { budget: 24_024 }).wanted[0])).toEqual([8000, 8000, 8000]);
    expect(budgets(hunted(claim(rate), { budget: 800_024 }).wanted[0])).toEqual(
      Array.from({ length: 10 }, () => 80_000),
    );
    expect(budgets(hunted(claim(rate), { budget: 8 }).wanted[0])).toEqual([8]);
    expect(budgets(hunted(claim(rate), { budget: 7 }).wanted[0])).toEqual([]);
  });

  it('have levels that add up to half of the level, places, and what the calibration says', () => {
    const { wanted } = hunted(claim(), {});
    expect(wanted[0]?.until).toBe('a find');
    const legs = wanted[0]?.legs ?? [];
    expect(legs.map(({ place, level }) => [place, Math.round(1e9 * level) / 1e9])).toEqual([
      [0, 0.01],
      [1, 0.005],
      [2, 0.003],
    ]);
    expect(legs[0]).toMatchObject({ key, calibration: { evaluations: 3 } });
    expect(Number(legs[0]?.calibration.scales['a'])).toBeGreaterThan(0);
  });

  it('are calibrated on instances, with a twentieth of the budget', () => {
    const asked: unknown[] = [];
    const odd = (instance: unknown): boolean => Number(at(instance, ['x'])) % 2 === 1;
    const two = madeUp(
      (instance) => {
        asked.push(instance);
        return clauses({ a: 1, b: 1 });
      },
      { outside: (value) => (odd(value) ? undefined : 'even') },
    );
    expect(hunted(two, { budget: 2000 }).wanted[0]?.legs[0]?.calibration.evaluations).toBe(24);
    expect(asked.every(odd)).toBe(true);
    expect(hunted(two, { budget: 119 }).wanted[0]?.legs[0]?.calibration.evaluations).toBe(5);
    expect(hunted(two, { budget: 19 }).wanted[0]?.legs[0]?.calibration.evaluations).toBe(0);
  });

  it('are made one after the other until one finds something, or all of them', () => {
    const legs = hunted(claim(), {}).wanted[0]?.legs ?? [];
    const search = ({ place }: Leg): LegResult => (place === 1 ? found(1, 50) : missed(place));
    const places = (until: Wanted['until']) => made({ legs, until }, search).map(({ by }) => by);
    expect(places('a find')).toEqual([undefined, 'descent']);
    expect(places('all are made')).toEqual([undefined, 'descent', undefined]);
  });
});

describe('further finds', () => {
  const further = (starts: number, budget: number, subject: Subject, ...told: readonly LegResult[]) =>
    hunted(subject, { starts, budget }, told).wanted[1];

  it('may cost as much as the first did and fifty looks, and no more than what is left', () => {
    const wanted = further(3, 3003, claim(), missed(1000), found(100, 50));
    // 3 + 1100 + 50; of what is left half is 950.
    expect(budgets(wanted)).toEqual([950, 950]);
    expect(wanted?.until).toBe('all are made');
    expect(wanted?.legs.map(({ place }) => place)).toEqual([3, 4]);
    expect(budgets(further(2, 3003, claim(), found(100, 50)))).toEqual([153]);
    expect(budgets(further(2, 8024, claim(rate), found(80, 50)))).toEqual([104 + 400]);
  });

  it('are not looked for without a first, where one is enough, or where no look is left', () => {
    expect(further(3, 3003, claim(), missed(100))).toBeUndefined();
    expect(further(1, 3003, claim(), found(100, 50))).toBeUndefined();
    expect(further(2, 103, claim(), found(100, 50))).toBeUndefined();
    expect(budgets(further(2, 104, claim(), found(100, 50)))).toEqual([1]);
  });
});

describe('what a hunt comes to', () => {
  const result = (changed: Partial<HuntPlan>, subject: Subject, ...told: readonly (readonly LegResult[])[]): Hunted => {
    const { result: last } = hunted(subject, changed, ...told);
    if (last === undefined) throw new Error('the hunt wants more');
    return last;
  };

  it('is the simplest and the clearest of all finds, and the strategy that made the first', () => {
    const { simplest, clearest, evaluations, by, spent, nearest, sweeps, tidying } = result(
      { starts: 3 },
      claim(),
      [missed(1000, 39), found(100, 60)],
      [{ ...found(7, 90), by: 'evolution' }, missed(8)],
    );
    expect([simplest?.instance, clearest?.instance]).toEqual([{ x: 60 }, { x: 90 }]);
    expect([simplest?.decisive.margin, clearest?.decisive.margin]).toEqual([-20, -50]);
    expect({ evaluations, by, nearest, sweeps, tidying }).toEqual({
      ...{ evaluations: 1103, by: 'descent', nearest: undefined, sweeps: [], tidying: 0 },
    });
    expect(spent).toEqual({ generation: 1115, descent: 4 });
  });

  it('is the first of finds that are as clear', () => {
    const flat = madeUp(() => clauses({ a: -1 }));
    const { simplest, clearest } = result({}, flat, [found(5, 60), found(5, 50)]);
    expect([simplest?.instance, clearest?.instance]).toEqual([{ x: 50 }, { x: 60 }]);
  });

  it('is confirmed, when shrunk, at half of the level', () => {
    const law = claim({ random: true });
    // 0.03 / 2 / 2 for the first instance that is asked about: two looks at 0.01.
    const { simplest } = result({ after: 'shrinking', level: 0.03 }, law, [found(5, 42)]);
    expect(simplest?.instance).toEqual({ x: 41 });
    expect(simplest?.confirmed?.draws).toBe(2);
  });

  it('is how near the legs came when nothing was found, the first of those as near', () => {
    const asNear = { ...missed(5), nearest: { instance: { x: 0 }, readings: [], fitness: 1 } };
    const seen = result({}, claim(), [missed(5), missed(5, 10), missed(0), missed(5, 39), asNear]);
    expect(seen.nearest?.instance).toEqual({ x: 39 });
    expect([seen.simplest, seen.clearest, seen.by]).toEqual([undefined, undefined, undefined]);
    expect(result({}, claim(), [missed(5)]).nearest).toBeUndefined();
  });

  it('leaves out a find that is none by the draws that all looks share', () => {
    const gone = result({}, claim(), [found(5, 30)]);
    expect([gone.by, gone.simplest]).toEqual(['descent', undefined]);
  });

  it('says how a find was confirmed only where something is random', () => {
    const confirmed = { stands: true, evaluations: 9, excess: 0, draws: 9, happened: 2 };
    const told = [[{ ...found(5, 60), confirmed }]];
    expect(result({}, claim(), ...told).simplest?.confirmed).toBeUndefined();
    expect(result({}, claim(rate), ...told).simplest?.confirmed).toEqual({ draws: 9, happened: 2 });
    expect(result({}, claim(rate), [found(5, 60)]).simplest?.confirmed).toBeUndefined();
  });

  it('is shrunk, and swept around, as far as it is wanted', () => {
    const shrunk = result({ after: 'shrinking' }, claim(), [found(5, 60)]);
    expect([shrunk.simplest?.instance, shrunk.clearest?.instance]).toEqual([{ x: 41 }, { x: 60 }]);
    expect(shrunk.sweeps).toEqual([]);
    expect(shrunk.tidying).toBeGreaterThan(0);
    const { budget, starts, level } = plan; // everything that is not said is done
    const hunting = huntingFor(claim(), { budget, starts, level, key: derive(key, 'all') });
    hunting.next();
    const last = hunting.next([found(5, 60)]);
    expect(last.done === true && last.value.sweeps.map(({ from, holdsBelow }) => [from, holdsBelow])).toEqual([
      [41, 40],
    ]);
    expect(result({ after: 'all' }, claim(), [missed(5)]).sweeps).toEqual([]);
  });
});
