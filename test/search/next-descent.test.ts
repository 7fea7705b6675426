import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/search/archive.js';
import { Landscape } from '../../src/search/landscape.js';
import type { Strategy } from '../../src/search/strategy.js';
import {
  down,
  over,
  proposals,
  begun,
  exhaustedOnTheLine,
  short,
  slantUp,
  fails,
  exhausted,
  exhaustedOfTwo,
  failed,
  square,
  hop,
  unseen,
} from './descents.js';
import { type Answer, drawing } from './scripted.js';

describe('the next descent', () => {
  const ended = (archive?: Archive): Strategy => {
    const strategy = begun(short(), { x: 3 }, archive);
    exhausted(strategy);
    return strategy;
  };
  const proposed = (strategy: Strategy, ...draws: readonly Answer[]): unknown =>
    drawing(draws, (stream) => strategy.propose(stream));

  it('begins a fifth of the range from the best end, a third of the time', () => {
    const strategy = exhaustedOnTheLine();
    expect(proposed(strategy, over, 0.349, [0, 1], 0.5, [1, 2], 0, 0.9)).toEqual({ x: 700 });
  });

  it('begins where the archive sees a bottom', () => {
    const archive = new Archive(short());
    const seen = [0, 1, 2, 3, 4, 5, 6, 0.4, 1.4].map((x) => ({ x }));
    for (const instance of seen) archive.add(instance, instance.x === 6 ? 1 : 20, true);
    // From 6 downwards; upwards there is nothing, so that it turns back.
    expect(proposed(ended(archive), over, 0.9, [0, 1], [0, 2])).toEqual({ x: 5 });
  });

  it('begins with any look that it is told of', () => {
    const strategy = ended();
    proposed(strategy, over, 0.9, ...unseen(0.1));
    strategy.tell({ x: 5 }, 12);
    expect(proposed(strategy, ...down)).toEqual({ x: 4 });
  });

  it('is given up where another one ended, most of the time', () => {
    const second = (x: number): Strategy => {
      const strategy = ended();
      proposed(strategy, over, 0.9, ...unseen(0.1));
      strategy.tell({ x }, 12);
      proposals(strategy, [{ draws: down, fitness: fails }, { fitness: fails }]);
      return strategy;
    };
    // Two steps from the end at 3.
    expect(proposed(second(5), over, 0.79, 0.9, ...unseen(0.5))).toEqual({ x: 3 });
    expect(proposed(second(1), over, 0.79, 0.9, ...unseen(0.5))).toEqual({ x: 3 });
    expect(proposed(second(5), over, 0.8, ...slantUp)).toEqual({ x: 6 });
    expect(proposed(second(0), over, ...slantUp)).toEqual({ x: 1 }); // three steps
  });

  it('is given up only where all numbers are near those of one end', () => {
    const strategy = begun(square(), { x: 3, y: 3 });
    exhaustedOfTwo(strategy);
    proposed(strategy, over, 0.9, ...unseen(0.1, 0.1));
    strategy.tell({ x: 3, y: 0 }, 12); // y is three steps away
    failed(strategy);
    expect(proposed(strategy, over, ...slantUp)).toEqual({ x: 4, y: 1 });
  });

  it('takes a number that an end does not have for no least one', () => {
    const lists = new Landscape([{ list: [1] }, { list: [30, 900] }], () => false);
    const strategy = begun(lists, { list: [30] });
    exhausted(strategy);
    proposed(strategy, over, 0.9, ...unseen(0.1));
    strategy.tell({ list: [30, 1] }, 12);
    failed(strategy);
    expect(proposed(strategy, over, ...slantUp)).toEqual({ list: [900, 30] });
  });

  it('is not given up when it began beside the best', () => {
    const strategy = ended();
    expect(proposed(strategy, over, 0.3, ...hop)).toEqual({ x: 4 });
    strategy.tell({ x: 4 }, 12);
    proposals(strategy, [{ draws: down, fitness: fails }, { fitness: fails }]);
    expect(proposed(strategy, over, ...slantUp)).toEqual({ x: 5 });
  });

  it('hops from the best of all ends', () => {
    const hops = (fitness: number): unknown => {
      const strategy = ended();
      proposed(strategy, over, 0.9, ...unseen(0.1));
      strategy.tell({ x: 0 }, fitness);
      exhausted(strategy);
      return proposed(strategy, over, 0.3, ...hop);
    };
    expect(hops(9)).toEqual({ x: 1 });
    expect(hops(10)).toEqual({ x: 4 }); // as good: the first
    expect(hops(11)).toEqual({ x: 4 });
  });

  it('goes on while its steps are too long to say where it leads', () => {
    const strategy = exhaustedOnTheLine();
    proposed(strategy, over, 0.9, ...unseen(0.1));
    strategy.tell({ x: 700 }, 10);
    proposals(strategy, [{ draws: down, fitness: 9 }, { fitness: fails }]); // 550, by steps of 300 now
    expect(proposed(strategy, over, ...down)).toEqual({ x: 250 });
    strategy.tell({ x: 250 }, fails);
    // The step shrinks to 75 when it fails both ways: within a tenth of the range, and 50 is within two steps.
    expect(proposed(strategy)).toEqual({ x: 850 });
    expect(proposed(strategy, over, 0.9, ...down)).toEqual({ x: 475 });
  });
});
