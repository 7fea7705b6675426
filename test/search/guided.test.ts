import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { whole } from '../../properties/arbitraries.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { anneal } from '../../src/search/anneal.js';
import { Archive, type Sighted } from '../../src/search/archive.js';
import { climb } from '../../src/search/climb.js';
import { evolve } from '../../src/search/evolve.js';
import { guided, type GuidedRun } from '../../src/search/guided.js';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { model } from '../../src/search/model.js';
import { fresh, type Strategy } from '../../src/search/strategy.js';
import { once } from './once.js';

const side = whole(0, 200);
const given = fc.record({ a: side, b: side, c: side });
const landscape = once(
  () => new Landscape(fc.sample(given, { numRuns: 300, seed: 1 }), (x) => given.canShrinkWithoutContext(x)),
);

/** Distance from a ball of volume 1e-5, where it is negative. */
function distance(instance: unknown): number {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => Number(at(instance, [name])));
  return Math.abs((a ?? NaN) - 147) + Math.abs((b ?? NaN) - 61) + Math.abs((c ?? NaN) - 88) - 4;
}

/** Strategies that learn from what others saw are made for the archive of their search. */
function search(
  make: readonly Strategy[] | ((archive: Archive) => readonly Strategy[]),
  changed: Partial<GuidedRun> = {},
) {
  const archive = new Archive(landscape());
  const strategies = typeof make === 'function' ? make(archive) : make;
  return guided({
    archive,
    given,
    isInstance: (value) => given.canShrinkWithoutContext(value),
    judge: (instance) => ({ fitness: distance(instance), found: distance(instance) < 0, cost: 1 }),
    strategies,
    budget: 3000,
    least: 1,
    key: rootKey('guided'),
    ...changed,
  });
}

describe('each strategy alone', () => {
  const foundBy = (make: (archive: Archive) => Strategy): number =>
    Array.from({ length: 10 }, (_, seed) =>
      search((archive) => [make(archive)], { key: derive(rootKey('alone'), seed) }),
    ).filter(({ by }) => by !== undefined).length;

  test.each([
    ['descent', (archive: Archive) => climb(landscape(), archive)],
    ['the model', (archive: Archive) => model(landscape(), archive)],
    ['annealing', () => anneal(landscape())],
    ['evolution', () => evolve(landscape())],
  ])('%s finds a thin region that generation does not', (_, make) => {
    expect(foundBy(make)).toBeGreaterThanOrEqual(9);
  });

  it('generation finds it hardly ever, so that the others are shown to do something', () => {
    expect(foundBy(fresh)).toBeLessThanOrEqual(1);
  });

  it('descent reaches the end of a slope in the logarithm of its length', () => {
    const line = fc.record({ x: whole(0, 1_000_000) });
    const far = (instance: unknown): number => Math.abs(Number(at(instance, ['x'])) - 618_034);
    const seen = new Landscape(fc.sample(line, { numRuns: 300, seed: 1 }));
    const archive = new Archive(seen);
    const { evaluations, found } = search([climb(seen, archive)], {
      archive,
      given: line,
      isInstance: () => true,
      judge: (x) => ({ fitness: far(x), found: far(x) === 0, cost: 1 }),
    });
    expect(found).toEqual({ x: 618_034 });
    expect(evaluations).toBeLessThan(200); // of 1,000,001
  });
});

describe('where descents begin', () => {
  const given2 = fc.record({ a: whole(0, 100), b: whole(0, 100) });
  const square = once(() => new Landscape(fc.sample(given2, { numRuns: 300, seed: 1 })));
  /** Two bottoms: at (20, 20), and a higher one at (80, 70). */
  const height = ({ a, b }: { a: number; b: number }): number =>
    Math.min(Math.hypot(a - 20, b - 20), 15 + Math.hypot(a - 80, b - 70));
  const filled = (): Archive => {
    const archive = new Archive(square());
    for (const instance of grid10) archive.add(instance, height(instance), true);
    return archive;
  };
  const grid10 = Array.from({ length: 100 }, (_, k) => ({ a: 10 * (k % 10), b: 10 * Math.floor(k / 10) }));

  it('are the bottoms of what was generated, each once', () => {
    const tried = { starts: new Set<Sighted>(), until: 0 };
    const archive = filled();
    expect(archive.start([], tried)?.instance).toEqual({ a: 20, b: 20 });
    expect(archive.start([], tried)?.instance).toEqual({ a: 80, b: 70 });
    expect(archive.start([], tried)).toBeUndefined();
  });

  it('are not those near a bottom that was reached', () => {
    const archive = filled();
    const end = archive.sighted({ a: 22, b: 19 }, 0);
    expect(archive.start([end], { starts: new Set(), until: 0 })?.instance).toEqual({ a: 80, b: 70 });
  });

  it('are else where little was seen', () => {
    const archive = new Archive(square());
    for (const instance of grid10) if (instance.a < 50) archive.add(instance, 1, true);
    const stream = new Stream(rootKey('unseen'));
    const found = Array.from({ length: 20 }, () => Number(at(archive.unseen(stream), ['a'])));
    expect(found.filter((a) => a > 45).length).toBeGreaterThan(17);
  });
});

describe('a guided run', () => {
  const all = (archive: Archive): readonly Strategy[] => [
    fresh(),
    climb(landscape(), archive),
    model(landscape(), archive),
    anneal(landscape()),
    evolve(landscape()),
  ];

  it('gives the same result for the same key, and another for another', () => {
    expect(search(all)).toEqual(search(all));
    expect(search(all)).not.toEqual(search(all, { key: rootKey('another') }));
  });

  it('never spends more than its budget, and spends all of it when nothing is found', () => {
    let count = 0;
    const cost = 7;
    const judge = () => ({ fitness: ++count % 3, found: false, cost });
    const { evaluations, by, spent } = search(all, { judge, budget: 1000, least: cost });
    expect({ count, evaluations, by }).toEqual({ count: 142, evaluations: 994, by: undefined });
    expect(Object.values(spent).reduce((sum, each) => sum + each, 0)).toBe(994);
  });

  it('leaves every strategy a part, and most to the one whose proposals pay', () => {
    let best = 1e6;
    // Only what this strategy proposes gets better and better.
    const paying: Strategy = {
      name: 'paying',
      propose: (stream) => ({ a: 200, b: stream.below(201), c: stream.below(201) }),
      tell: () => undefined,
    };
    const judge = (instance: unknown) => ({
      fitness: at(instance, ['a']) === 200 ? best-- : 1e7,
      found: false,
      cost: 1,
    });
    const { spent } = search([fresh(), { ...fresh(), name: 'idle' }, paying], { judge, budget: 2000 });
    expect(spent['paying']).toBeGreaterThan(1200);
    expect(Math.min(spent['generation'] ?? 0, spent['idle'] ?? 0)).toBeGreaterThan(100); // a tenth each, by the floor
  });

  it('shares evenly when nothing pays', () => {
    const judge = () => ({ fitness: 0, found: false, cost: 1 });
    const { spent } = search([fresh(), { ...fresh(), name: 'other' }], { judge, budget: 2000 });
    expect(Math.min(...Object.values(spent))).toBeGreaterThan(600);
  });

  it('never looks at a proposal that is no instance, nor twice at one', () => {
    const wild: Strategy = {
      name: 'wild',
      propose: (stream) => (stream.below(2) === 0 ? { a: 1 } : { a: stream.below(3), b: 0, c: 0 }),
      tell: () => undefined,
    };
    const seen: string[] = [];
    const judge = (instance: unknown) => {
      expect(given.canShrinkWithoutContext(instance)).toBe(true);
      if (at(instance, ['b']) === 0 && at(instance, ['c']) === 0) seen.push(JSON.stringify(instance));
      return { fitness: 0, found: false, cost: 1 };
    };
    search([wild], { judge, budget: 100 });
    expect(seen.filter((text) => text === '{"a":1,"b":0,"c":0}').length).toBeLessThanOrEqual(2); // generated, it may come again
  });

  it('tells a strategy what came of a proposal that was looked at before', () => {
    const told: number[] = [];
    const stubborn: Strategy = {
      name: 'stubborn',
      propose: () => ({ a: 1, b: 2, c: 3 }),
      tell: (_, fitness) => told.push(fitness),
    };
    search([stubborn], { budget: 2, judge: (x) => ({ fitness: distance(x), found: false, cost: 1 }) });
    expect(told.filter((fitness) => fitness === distance({ a: 1, b: 2, c: 3 })).length).toBeGreaterThan(2);
  });

  it('lets a crash of the claim pass through', () => {
    const broken = new Error('the claim broke');
    const judge = (): never => {
      throw broken;
    };
    expect(() => search(all, { judge })).toThrow(broken);
  });

  it('ends when the generator makes no instances', () => {
    const { evaluations, by } = search([fresh()], { isInstance: () => false, budget: 50 });
    expect({ evaluations, by }).toEqual({ evaluations: 0, by: undefined });
  });
});
