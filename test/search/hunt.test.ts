import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { whole } from '../../properties/arbitraries.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { calibrated, UNCALIBRATED } from '../../src/search/calibration.js';
import { hunt, type HuntPlan } from '../../src/search/hunt.js';
import { at } from '../../src/search/leaf.js';
import { objectiveOf } from '../../src/search/objective.js';
import type { Subject } from '../../src/theory/subject.js';
import { always, counted, lawful, often } from './toys.js';

const LEVEL = 1e-3;
const key = rootKey('hunt');
const line = fc.record({ x: whole(0, 100) });

/** A coin whose head comes up this often. */
const coin = (share: number) => often(line, 0.8, (_, draw) => new Stream(draw).uniform() < share);

describe('an objective', () => {
  it('brings clauses of different units to one scale', () => {
    const subject = always(line, ({ x }) => ({ small: 1e-6 * (x - 49.5), large: 1e6 * (x - 60.5) }));
    const calibration = Array.from({ length: 24 }, (_, i) => ({ x: 4 * i }));
    const { look } = objectiveOf(subject, calibrated(subject, calibration, key), key, LEVEL);
    expect(look({ x: 55 }).decisive?.clause).toBe('large');
    // At 0 both are violated by about twice what is usual for them: neither drowns the other.
    expect(Math.abs(look({ x: 0 }).fitness)).toBeLessThan(10);
    const alone = objectiveOf(subject, UNCALIBRATED, key, LEVEL);
    expect(alone.look({ x: 0 }).fitness).toBeLessThan(-1e7);
  });

  it('takes NaN for the clearest violation', () => {
    const subject = always(line, ({ x }) => ({ a: x === 7 ? NaN : x - 50, b: 1 }));
    const { look } = objectiveOf(subject, UNCALIBRATED, key, LEVEL);
    expect(look({ x: 7 })).toMatchObject({ fitness: -Infinity, decisive: { clause: 'a' } });
    expect(look({ x: 0 }).fitness).toBeGreaterThan(-Infinity);
  });

  it('sees the same draws at every look, so that noise does not move between neighbours', () => {
    const { look } = objectiveOf(coin(0.6), UNCALIBRATED, key, LEVEL);
    expect(look({ x: 1 }).fitness).toBe(look({ x: 2 }).fitness);
    expect(objectiveOf(coin(0.6), UNCALIBRATED, rootKey('other draws'), LEVEL).look({ x: 1 }).fitness).not.toBe(
      look({ x: 1 }).fitness,
    );
  });

  it('confirms a violation of a rate on draws of the instance, and says for how many draws', () => {
    const { subject, count } = counted(coin(0.3));
    const { confirm } = objectiveOf(subject, UNCALIBRATED, key, LEVEL);
    const { stands, evaluations } = confirm({ x: 1 });
    expect({ stands, evaluations }).toEqual({ stands: true, evaluations: count() });
    expect(confirm({ x: 1 })).toMatchObject({ stands: true, evaluations: 0 }); // once is enough
    expect(confirm({ x: 2 }, 3)).toMatchObject({ stands: false, evaluations: 3 }); // three draws prove nothing
  });

  it('does not refute a true claim at the boundary beyond its level, however many instances are confirmed', () => {
    const level = 0.05;
    let refuted = 0;
    for (let search = 0; search < 200; search++) {
      const { confirm } = objectiveOf(coin(0.8), UNCALIBRATED, derive(key, search), level);
      if (Array.from({ length: 12 }, (_, x) => confirm({ x }).stands).some((stands) => stands)) refuted += 1;
    }
    // Binomial(200, 0.05) is above 24 with probability 4e-5.
    expect(refuted).toBeLessThanOrEqual(24);
  });

  test.each([
    ['stands when the law is wrong', 0.35, true],
    ['does not stand when the law is right', 0.5, false],
  ])('a violation of a law %s', (_, share, expected) => {
    const { subject, count } = counted(
      lawful(line, {
        law: { of: 'categories', probabilities: () => [0.5, 0.5] },
        sample: (_instance, _layer, draw) => (new Stream(draw).uniform() < share ? 1 : 0),
      }),
    );
    const { stands, evaluations } = objectiveOf(subject, UNCALIBRATED, key, 1e-6).confirm({ x: 1 });
    expect({ stands, evaluations }).toEqual({ stands: expected, evaluations: count() });
    if (stands) expect(evaluations).toBe(4); // 0.01^4 is below 1e-6 / 2, 0.01^3 is not
  });
});

describe('a hunt', () => {
  const plan: HuntPlan = { key, budget: 2000, starts: 2, level: LEVEL };
  const square = fc.record({ a: whole(0, 400), b: whole(0, 400) });
  const disc = always(square, ({ a, b }) => ({ outside: Math.sqrt((a - 311) ** 2 + (b - 122) ** 2) - 4.5 }));

  it('reports the smallest and the clearest of what it found, and the boundary', () => {
    const { simplest, clearest, sweeps, nearest, evaluations, by } = hunt(disc, plan);
    expect(simplest?.instance).toEqual({ a: 307, b: 120 });
    expect(clearest?.decisive.margin).toBeLessThanOrEqual(simplest?.decisive.margin ?? NaN);
    expect(sweeps.find(({ coordinate }) => coordinate === 'a')).toMatchObject({
      from: 307,
      holdsBelow: 306,
      holdsAbove: 316,
    });
    expect(nearest).toBeUndefined();
    expect(by).toBeDefined();
    expect(evaluations).toBeLessThan(500);
  });

  it('gives the same for the same key, and another search for another', () => {
    expect(hunt(disc, plan)).toEqual(hunt(disc, plan));
    expect(hunt(disc, { ...plan, key: rootKey('another') }).evaluations).not.toBe(hunt(disc, plan).evaluations);
  });

  it('says how near it came when nothing is false', () => {
    const { simplest, nearest, evaluations, tidying } = hunt(
      always(square, ({ a, b }) => ({ sum: a + b + 1 })),
      { ...plan, budget: 200 },
    );
    expect({ simplest, evaluations, tidying }).toEqual({ simplest: undefined, evaluations: 200, tidying: 0 });
    expect(nearest?.instance).toEqual({ a: 0, b: 0 });
  });

  it('lets a crash of the claim pass through while it searches', () => {
    const broken = always(square, ({ a }) => {
      if (a > 300) throw new Error('the claim broke');
      return { a: 1 };
    });
    expect(() => hunt(broken, plan)).toThrow('the claim broke');
  });

  it('does not take a crash for a smaller violation', () => {
    const brittle = always(fc.record({ a: whole(50, 400) }), ({ a }) => {
      if (a === 60) throw new Error('the claim broke');
      return { a: a > 60 ? -1 : 1 };
    });
    const found = [1, 2, 3, 4, 5].flatMap((seed) => {
      try {
        return [hunt(brittle, { ...plan, key: derive(key, seed) }).simplest?.instance];
      } catch {
        return []; // met while searching: it is reported
      }
    });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((each) => at(each, ['a'])))).toEqual(new Set([61]));
  });

  it('ends when hypotheses exclude everything that the generator makes', () => {
    const vacuous = always(line, () => ({ a: -1 }), { never: () => false });
    expect(hunt(vacuous, plan)).toMatchObject({ evaluations: 0, simplest: undefined, nearest: undefined });
  });

  it('shrinks within the hypotheses', () => {
    const odd = always(line, ({ x }) => ({ a: x >= 40 ? -1 : 1 }), { odd: ({ x }) => x % 2 === 1 });
    expect(hunt(odd, plan).simplest?.instance).toEqual({ x: 41 });
  });

  it('skips clauses that an instance does not have', () => {
    const partial = always(line, ({ x }) => (x % 3 === 0 ? { third: 20.5 - x } : {}));
    expect(hunt(partial, plan).simplest?.instance).toEqual({ x: 21 });
  });

  // The event becomes rarer with x: 0.8 is claimed, and true, up to 40.
  const noisy = often(line, 0.8, ({ x }, draw) => new Stream(draw).uniform() < (x <= 40 ? 0.8 : 0.8 - (x - 40) / 60));

  it('does not shrink under noise to an instance at which the claim holds', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { simplest } = hunt(noisy, { ...plan, budget: 4000, key: derive(key, 'noisy', seed) });
      expect(at(simplest?.instance, ['x'])).toBeGreaterThan(40);
    }
  });

  const wrongLaw = lawful(line, {
    law: { of: 'categories', probabilities: () => [0.5, 0.5] },
    sample: ({ x }, _, draw) => (new Stream(draw).uniform() < (x > 60 ? 0.3 : 0.5) ? 1 : 0),
  });
  const allTrue = coin(0.85);
  test.each<readonly [string, Subject, number]>([
    ['a rate that is wrong', noisy, 900],
    ['a rate that is right', allTrue, 900],
    ['a law that is wrong', wrongLaw, 60],
    ['a claim without draws', disc, 700],
  ])('stays within its budget, shrinking within as much again, and counts right: %s', (_, claim, budget) => {
    const { subject, count } = counted(claim);
    const { evaluations, tidying, spent } = hunt(subject, { ...plan, budget });
    expect(evaluations).toBeLessThanOrEqual(budget);
    expect(tidying).toBeLessThanOrEqual(budget);
    // A find is looked at once more, with the draws of the search, to be reported.
    const searching = Object.values(spent).reduce((sum, each) => sum + each, 0);
    expect(count()).toBeGreaterThanOrEqual(searching + tidying);
    expect(count()).toBeLessThanOrEqual(searching + tidying + 24 + 3 * 8);
    expect(searching).toBeLessThanOrEqual(budget);
  });
});
