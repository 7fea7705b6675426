import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whole } from '../../properties/arbitraries.js';
import { rootKey, type StreamKey } from '../../src/random/key.js';
import { UNCALIBRATED } from '../../src/search/calibration.js';
import { at } from '../../src/search/leaf.js';
import { type Leg, searchLeg } from '../../src/search/leg.js';
import type { Subject } from '../../src/theory/subject.js';
import { clauses, madeUp } from './looks.js';

const x = (instance: unknown): number => Number(at(instance, ['x']));

/** What a leg comes to, and every look that it tells of. */
function searched(subject: Subject, changed: Partial<Leg> = {}) {
  const leg: Leg = { key: rootKey('leg'), place: 0, budget: 100, calibration: UNCALIBRATED, level: 0.01, ...changed };
  const looks: { instance: unknown; margin: number | undefined; found: boolean }[] = [];
  const result = searchLeg(subject, leg, (instance, [reading], found) => {
    looks.push({ instance, margin: reading?.margin, found });
  });
  return { ...result, looks };
}

/** A claim about draws whose first looks, on the draws that all share, say one thing, and whose fresh draws another. */
function noisy(
  looks: number,
  shared: (x: number, draw: number) => number,
  fresh: (x: number) => number,
  changed: Partial<Subject> = {},
): Subject {
  const common: string[] = [];
  const nameOf = ({ high, low }: StreamKey): string => `${high} ${low}`;
  return {
    ...madeUp(() => [], { random: true, ...changed }),
    readings: (instance, key) => {
      if (common.length < looks) common.push(nameOf(key));
      const draw = common.indexOf(nameOf(key));
      return clauses({ a: draw < 0 ? fresh(x(instance)) : shared(x(instance), draw) });
    },
  };
}

describe('a leg of a search', () => {
  it('tells of every look, and keeps the nearest, the first of those as near', () => {
    const { looks, evaluations, nearest, ...nothing } = searched(
      madeUp((instance) => clauses({ a: Math.max(5, x(instance)) })),
    );
    expect([looks.length, evaluations, looks.some(({ found }) => found)]).toEqual([100, 100, false]);
    const nearby = looks.filter(({ margin }) => margin === 5).map(({ instance }) => instance);
    expect(looks[0]?.margin).toBeGreaterThan(5);
    expect(nearby.at(-1)).not.toEqual(nearby[0]);
    expect(nearest).toEqual({ instance: nearby[0], readings: clauses({ a: 5 }), fitness: 5 });
    expect(nothing).toMatchObject({ found: undefined, by: undefined, confirmed: undefined });
  });

  it('ends with what it finds, by which strategy, and how it was confirmed', () => {
    const { looks, found, by, spent, confirmed } = searched(madeUp((instance) => clauses({ a: 90 - x(instance) })));
    expect(looks.map((look) => look.found)).toEqual([...looks.slice(1).map(() => false), true]);
    expect(looks.at(-1)?.instance).toBe(found);
    expect(x(found)).toBeGreaterThan(90);
    expect(spent[by ?? '']).toBeGreaterThan(0);
    expect(confirmed).toMatchObject({ stands: true, evaluations: 0 });
  });

  it('looks at instances alone', () => {
    const odd = madeUp(() => clauses({ a: 1 }), { outside: (value) => (x(value) % 2 === 1 ? undefined : 'even') });
    const { looks } = searched(odd, { budget: 30 });
    expect([looks.length, looks.every(({ instance }) => x(instance) % 2 === 1)]).toEqual([30, true]);
  });

  it('has a model where nothing is random', () => {
    const names = (random: boolean) =>
      Object.keys(
        searched(
          madeUp(() => clauses({ a: 1 }), { random }),
          { budget: 1 },
        ).spent,
      );
    expect(names(false)).toEqual(['generation', 'descent', 'model', 'annealing', 'evolution']);
    expect(names(true)).toEqual(['generation', 'descent', 'annealing', 'evolution']);
  });

  it('takes nothing for found that fresh draws do not confirm', () => {
    const chance = noisy(
      1,
      () => -1,
      () => 1,
    );
    const { looks, by, confirmed } = searched(chance);
    expect([looks.length > 0 && looks.every(({ found }) => found), by, confirmed]).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  it('confirms with what is left of its budget after the look', () => {
    // A law that is wrong everywhere: at 0.01 / 2 it takes a look and two more.
    const wrong = madeUp(() => clauses({ a: -1 }), { random: true });
    const three = searched(wrong, { budget: 3 });
    expect([three.evaluations, three.found]).toEqual([3, three.looks[0]?.instance]);
    expect(searched(wrong, { budget: 2 })).toMatchObject({ evaluations: 2, found: undefined });
  });

  it('is not drawn to what looks bad on the shared draws alone', () => {
    // In the upper half the event never happens in the shared draws, and always in fresh ones; in the lower half in six of eight.
    const decoy = noisy(
      8,
      (value, draw) => (value >= 50_000 || draw >= 6 ? -1 : 1),
      () => 1,
      { given: fc.record({ x: whole(0, 100_000) }), rate: { probability: 0.5, indifference: 0.2 } },
    );
    const { looks } = searched(decoy, { budget: 3000 });
    expect(looks.filter(({ instance }) => x(instance) >= 50_000).length).toBeLessThan(looks.length / 2);
  });
});
