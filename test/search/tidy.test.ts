import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { whole } from '../../properties/arbitraries.js';
import { rootKey } from '../../src/random/key.js';
import { UNCALIBRATED } from '../../src/search/calibration.js';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { objectiveOf } from '../../src/search/objective.js';
import { recheckOf } from '../../src/search/recheck.js';
import { tidying, type Witnessed } from '../../src/search/tidy.js';
import type { Subject } from '../../src/theory/subject.js';
import { Crashed } from '../../src/theory/trial.js';
import { clauses, madeUp } from './looks.js';

const key = rootKey('tidy');
const xOf = (instance: unknown): number => Number(at(instance, ['x']));

/** Made of margins at x, to be asked a number of times; how often it was asked is counted. */
function tidied(
  margins: (x: number, call: number) => Readonly<Record<string, number>>,
  { budget = 1000, ...changed }: Partial<Subject> & { readonly budget?: number } = {},
) {
  let asked = 0;
  const subject = madeUp((instance, call) => {
    asked += 1;
    return clauses(margins(xOf(instance), call));
  }, changed);
  const landscape = new Landscape([{ x: 0 }, { x: 100 }]);
  const objective = objectiveOf(subject, UNCALIBRATED, key, 0.01);
  const find = (x: number): Witnessed => {
    const readings = clauses(margins(x, 0));
    const decisive = readings[0];
    if (decisive === undefined) throw new Error('no reading');
    return { instance: { x }, readings, decisive, fitness: decisive.margin, confirmed: undefined };
  };
  return { tidy: tidying(subject, landscape, objective, key, budget), find, asked: () => asked };
}

describe('the smallest instance near a find', () => {
  it('violates the clause that the find violates, not another', () => {
    const { tidy, find, asked } = tidied((x) => ({ a: 49.5 - x, b: x < 21 ? -1 : 1 }));
    const { instance, decisive, fitness, readings, confirmed } = tidy.smallest(find(90));
    expect(instance).toEqual({ x: 50 });
    expect([decisive.clause, decisive.margin, fitness, readings.length]).toEqual(['a', -0.5, -0.5, 2]);
    expect(confirmed).toMatchObject({ stands: true, draws: 0 });
    expect(tidy.evaluations()).toBe(asked());
    expect(tidy.draws).toBe(0);
  });

  it('is of a witness any witness', () => {
    const { tidy, find } = tidied((x) => ({ a: x > 40 ? 1 : 9, b: x > 20 ? 9 : x - 10 }), { seeks: 'witness' });
    expect(tidy.smallest(find(90)).instance).toEqual({ x: 10 });
  });

  it('is the find itself where nothing smaller is one, and is never asked about', () => {
    const { tidy, find, asked } = tidied((x) => ({ a: x === 90 ? -1 : 1 }));
    const found = find(90);
    expect(tidy.smallest(found)).toBe(found);
    expect(asked()).toBeGreaterThan(0);
  });

  it('takes six tenths of what is left of the budget at most', () => {
    const { tidy, find, asked } = tidied((x) => ({ a: x === 90 ? -1 : 1 }), { budget: 10 });
    tidy.smallest(find(90));
    expect([asked(), tidy.evaluations()]).toEqual([6, 6]);
    tidy.smallest(find(90));
    expect(asked()).toBe(8); // and of four 2
  });

  it('is an instance, and none at which the claim crashes', () => {
    const inside = tidied((x) => ({ a: 40 - x }), {
      outside: (value) => (xOf(value) % 3 === 0 ? undefined : 'no third'),
    });
    expect(inside.tidy.smallest(inside.find(90)).instance).toEqual({ x: 42 });
    const brittle = tidied((x) => {
      if (x < 60) throw new Crashed({ x }, new Error('broke'));
      return { a: -1 };
    });
    expect(brittle.tidy.smallest(brittle.find(90)).instance).toEqual({ x: 60 });
  });

  it('is what the own arbitrary of a claim shrinks to, where three numbers must move at once', () => {
    const place = (k: number) => ({ x: k, y: k, z: k });
    const given = fc.nat({ max: 100 }).map(place, xOf);
    const bad = (instance: unknown): boolean =>
      JSON.stringify(instance) === JSON.stringify(place(xOf(instance))) && xOf(instance) >= 5;
    const subject = madeUp((instance) => clauses({ a: bad(instance) ? -1 : 1 }), { given });
    const objective = objectiveOf(subject, UNCALIBRATED, key, 0.01);
    const tidy = tidying(subject, new Landscape([place(0), place(100)]), objective, key, 1000);
    const [reading] = clauses({ a: -1 });
    if (reading === undefined) throw new Error('no reading');
    const found = { readings: [reading], decisive: reading, fitness: -1, confirmed: undefined };
    expect(tidy.smallest({ instance: place(90), ...found }).instance).toEqual(place(5));
  });

  it('counts under noise only when draws of its own confirm it', () => {
    const law = tidied((x) => ({ a: x > 30 ? -1 : 1 }), { random: true });
    const { instance, confirmed } = law.tidy.smallest(law.find(90));
    expect(instance).toEqual({ x: 31 });
    expect(confirmed).toMatchObject({ stands: true, draws: 2 });
    expect(law.tidy.evaluations()).toBe(law.asked());
    expect(law.tidy.draws).toBe(2);
    // Every second reading is a violation: the look's, and not that of the draws.
    const flickering = tidied((_, call) => ({ a: call % 2 === 0 ? -1 : 1 }), { random: true });
    const found = flickering.find(90);
    expect(flickering.tidy.smallest(found)).toBe(found);
  });

  it('takes none that its budget cannot confirm', () => {
    // Of four evaluations two: a look leaves one, and to confirm takes two.
    const { tidy, find, asked } = tidied(() => ({ a: -1 }), { random: true, budget: 4 });
    const found = find(90);
    expect(tidy.smallest(found)).toBe(found);
    expect([asked(), tidy.evaluations()]).toEqual([2, 2]);
  });
});

describe('asking whether another instance is one', () => {
  it('costs an evaluation of the budget, and says nothing beyond it or outside', () => {
    const { tidy } = tidied((x) => ({ a: 40 - x }), {
      budget: 3,
      outside: (value) => (xOf(value) > 90 ? 'too large' : undefined),
    });
    expect([tidy.stands({ x: 95 }), tidy.evaluations()]).toEqual([undefined, 0]);
    expect([41, 40, 80, 80].map((x) => tidy.stands({ x }))).toEqual([true, false, true, undefined]);
    expect(tidy.evaluations()).toBe(3);
  });

  it('says nothing where the claim crashes, and lets other errors pass', () => {
    const failing = (error: Error) =>
      tidied(() => {
        throw error;
      }).tidy.stands({ x: 1 });
    expect(failing(new Crashed({}, new Error('broke')))).toBeUndefined();
    expect(() => failing(new TypeError('ours'))).toThrow('ours');
  });
});

describe('asking again under noise', () => {
  const rate = { random: true, rate: { probability: 0.75, indifference: 0.25 } };
  /** Of sixteen draws so many happen. */
  const answer = (happen: number, changed: Partial<Subject>): boolean | undefined => {
    const subject = madeUp((_, call) => clauses({ a: call < happen ? 1 : -1, b: 1 }), changed);
    return recheckOf(subject, objectiveOf(subject, UNCALIBRATED, key, 0.01), key).stands({ x: 1 });
  };

  test.each([
    [16, false],
    [12, false],
    [11, undefined],
    [10, true], // 3/4 less a half of the indifference
    [0, true],
  ])('of a rate, %s of sixteen draws say that it is violated: %s', (happen, expected) => {
    expect(answer(happen, rate)).toBe(expected);
    expect(answer(happen, { ...rate, seeks: 'witness' })).toBe(expected === undefined ? undefined : !expected);
  });

  test.each([
    [2, false],
    [1, undefined],
    [0, true],
  ])('of a law, %s of two samples', (happen, expected) => {
    expect(answer(happen, { random: true })).toBe(expected);
  });

  it('takes a clause that is met within its allowance for held, and not for a witness', () => {
    const stands = (seeks: Subject['seeks']): boolean | undefined => {
      const subject = madeUp(() => clauses({ a: -1 }, 2), { random: true, seeks });
      const recheck = recheckOf(subject, objectiveOf(subject, UNCALIBRATED, key, 0.01), key);
      expect(recheck.cost).toBe(2);
      return recheck.stands({ x: 1 });
    };
    expect([stands('counterexample'), stands('witness')]).toEqual([false, false]);
  });

  it('costs a look where nothing is random', () => {
    const subject = madeUp(() => clauses({ a: 1 }), { given: fc.record({ x: whole(0, 1) }) });
    const recheck = recheckOf(subject, objectiveOf(subject, UNCALIBRATED, key, 0.01), key);
    expect([recheck.cost, recheck.stands({ x: 1 })]).toEqual([1, false]);
  });
});
