import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whole } from '../../properties/arbitraries.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { Archive } from '../../src/search/archive.js';
import { guided, type GuidedRun } from '../../src/search/guided.js';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { fresh, type Strategy } from '../../src/search/strategy.js';

const key = rootKey('shares');
const given = fc.record({ n: whole(0, 1_000_000) });

/** Proposes its own numbers, one after the other, and keeps what it is told. */
function counting(name: string, first: number, told: unknown[] = []): Strategy {
  let next = first;
  return { name, propose: () => ({ n: next++ }), tell: (instance, fitness) => told.push([name, instance, fitness]) };
}

const run = (changed: Partial<GuidedRun>) =>
  guided({
    given,
    isInstance: () => true,
    judge: () => ({ fitness: 0, found: false, cost: 1 }),
    strategies: [],
    budget: 100,
    least: 1,
    key,
    ...changed,
  });

describe('the turns of a guided run', () => {
  it('are drawn by what each strategy brought: three tenths equally, the rest by credit that fades to three tenths', () => {
    const turns: unknown[] = [];
    // Every look at the second one's numbers is an improvement until the hundredth look, none after.
    let looks = 0;
    const judge = (instance: unknown) => {
      looks += 1;
      const n = Number(at(instance, ['n']));
      turns.push(n < 1000 ? 0 : n < 2000 ? 1 : 2);
      return { fitness: n >= 1000 && n < 2000 && looks <= 100 ? -looks : looks === 1 ? 1 : 5, found: false, cost: 1 };
    };
    run({ judge, budget: 300, strategies: [counting('a', 0), counting('b', 1000), counting('c', 2000)] });
    // The same by the rule.
    const stream = new Stream(derive(key, 'proposals'));
    let credits = [1, 1, 1];
    const expected = Array.from({ length: 300 }, (_, look) => {
      const ticket = stream.uniform();
      const total = credits.reduce((sum, credit) => sum + credit);
      const [a = NaN, b = NaN] = credits.map((credit) => 0.1 + (0.7 * credit) / total);
      const turn = ticket < a ? 0 : ticket < a + b ? 1 : 2;
      credits = credits.map((credit) => 0.97 * credit + 0.03 * 0.3);
      const better = turn === 1 ? look < 100 : look === 0;
      credits[turn] = (credits[turn] ?? NaN) + (better ? 1 : 0);
      return turn;
    });
    expect(turns).toEqual(expected);
    expect(new Set(turns).size).toBe(3);
  });
});

describe('a proposal', () => {
  it('is made again eight times at most when it is known, and told of each time; then the generator has the turn', () => {
    const told: unknown[] = [];
    const stubborn: Strategy = {
      name: 'stubborn',
      propose: () => ({ n: -1 }),
      tell: (instance, fitness) => told.push([at(instance, ['n']) === -1, fitness]),
    };
    let looks = 0;
    const { spent } = run({
      strategies: [stubborn],
      budget: 6,
      least: 3,
      judge: () => ({ fitness: ++looks, found: false, cost: 3 }),
    });
    const known = Array.from({ length: 8 }, () => [true, 1]);
    // The value after the last look ends the run.
    expect(told).toEqual([[true, 1], ...known, [false, 2], ...known]);
    expect(spent).toEqual({ stubborn: 6 });
  });

  it('is made again eight times at most when it is no instance, of which nobody is told', () => {
    let proposals = 0;
    const told: unknown[] = [];
    const wild: Strategy = {
      name: 'wild',
      propose: () => ({ n: -++proposals }),
      tell: (instance) => told.push(at(instance, ['n'])),
    };
    run({ strategies: [wild], budget: 2, isInstance: (value) => Number(at(value, ['n'])) >= 0 });
    expect(proposals).toBe(16 + 8); // the value after the last look ends the run
    expect(told.length).toBe(2);
    expect(told.every((n) => Number(n) >= 0)).toBe(true);
  });
});

describe('a guided run', () => {
  it('ends with what was found, and says by which strategy', () => {
    const judge = (instance: unknown) => ({ fitness: 1, found: at(instance, ['n']) === 5, cost: 2 });
    const result = run({ strategies: [counting('a', 0)], judge });
    expect(result).toEqual({ evaluations: 12, found: { n: 5 }, by: 'a', spent: { a: 12 } });
  });

  it('begins no look that its budget does not pay, and says how much is left', () => {
    const left: number[] = [];
    const judge = (_: unknown, rest: number) => {
      left.push(rest);
      return { fitness: 1, found: false, cost: 4 };
    };
    expect(run({ strategies: [counting('a', 0)], judge, budget: 11, least: 4 }).evaluations).toBe(8);
    expect(left).toEqual([11, 7]);
    run({ strategies: [counting('a', 0)], judge, budget: 12, least: 4 });
    expect(left.slice(2)).toEqual([12, 8, 4]);
  });

  it('tells the archive which instances were generated', () => {
    const added: unknown[] = [];
    const archive = new Archive(new Landscape([]));
    archive.add = (...look) => added.push(look);
    const now = {
      name: 'now and then',
      propose: () => (added.length % 2 === 0 ? { n: -7 - added.length } : undefined),
    };
    const strategies = [{ ...fresh(), ...now }];
    run({ strategies, budget: 4, archive });
    expect(added.map((look) => Array.isArray(look) && look.slice(1))).toEqual([
      [0, false],
      [0, true],
      [0, false],
      [0, true],
    ]);
  });

  it('makes twenty values for each look that it may have, when none is an instance', () => {
    const asked = (budget: number, least = 1): number => {
      let count = 0;
      run({ strategies: [fresh()], budget, least, isInstance: () => ++count === 0 });
      return count;
    };
    expect(asked(3)).toBe(60);
    expect(asked(0, 0)).toBe(20);
    expect(asked(0)).toBe(0);
  });

  it('has other values generated for another key', () => {
    const generated = (name: string): string => {
      const seen: unknown[] = [];
      run({
        strategies: [fresh()],
        budget: 5,
        key: rootKey(name),
        judge: (x) => ({ fitness: seen.push(x), found: false, cost: 1 }),
      });
      return JSON.stringify(seen);
    };
    expect(generated('one')).toBe(generated('one'));
    expect(generated('one')).not.toBe(generated('two'));
  });
});
