import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/search/archive.js';
import { climb } from '../../src/search/climb.js';
import { Landscape } from '../../src/search/landscape.js';
import {
  line,
  plane,
  down,
  up,
  over,
  proposals,
  begun,
  xs,
  short,
  slantUp,
  fails,
  exhausted,
  exhaustedOfTwo,
  failed,
  square,
  unseen,
} from './descents.js';
import { type Answer, drawing } from './scripted.js';

describe('a descent', () => {
  it('begins where the generator leads', () => {
    const strategy = climb(line(), new Archive(line()));
    expect(strategy.name).toBe('descent');
    expect(drawing([], (stream) => strategy.propose(stream))).toBeUndefined();
  });

  it('tries the other direction when one fails, then a quarter of the step', () => {
    const turns = [
      { draws: down, fitness: 11 },
      { fitness: 10 }, // as good is no better
      { draws: [over, ...up], fitness: NaN },
      { fitness: 11 },
      { draws: [over, ...down], fitness: 11 },
    ];
    // 15 % of the range, then 37.5, then 9.375.
    expect(proposals(begun(line(), { x: 500 }), turns)).toEqual(xs(350, 650, 538, 462, 491));
  });

  it('takes what it proposed and was not told of for a failure', () => {
    const strategy = begun(line(), { x: 500 });
    expect(drawing(down, (stream) => strategy.propose(stream))).toEqual({ x: 350 });
    strategy.tell({ x: 1 }, -5); // another strategy's
    expect(drawing([], (stream) => strategy.propose(stream))).toEqual({ x: 650 });
  });

  it('doubles a step that succeeds, and goes on that way while it helps', () => {
    const turns = [
      { draws: down, fitness: 9 }, // 350, next twice as far
      { fitness: 8 }, // 50; four times
      { fitness: 9 }, // the domain ends at 0
      { draws: [over, ...up], fitness: 9 }, // steps are 600 by now
    ];
    expect(proposals(begun(line(), { x: 500 }), turns)).toEqual(xs(350, 50, 0, 650));
  });

  it('follows the line of all that a round did, twice as far while it helps', () => {
    const strategy = begun(plane(), { x: 500, y: 500 });
    const turns = [
      {
        draws: [
          [1, 2],
          [1, 2],
        ] as const,
        fitness: 9,
      }, // y up
      { fitness: 10 }, // and further: no
      {
        draws: [
          [0, 1],
          [0, 2],
        ] as const,
        fitness: 8,
      }, // x down
      { fitness: 10 },
      { draws: [[0, 1]] as const, fitness: 7 }, // the same again: 150 down, 150 up
      { fitness: 11 }, // twice
      {
        draws: [
          [0, 2],
          [1, 2],
        ] as const,
        fitness: 11,
      }, // x with a step of 300
    ];
    expect(proposals(strategy, turns)).toEqual([
      { x: 500, y: 650 },
      { x: 500, y: 950 },
      { x: 350, y: 650 },
      { x: 50, y: 650 },
      { x: 200, y: 800 },
      { x: 0, y: 1000 },
      { x: 500, y: 800 },
    ]);
  });
});

describe('where no single number helps', () => {
  it('ten directions are tried, and four for every number', () => {
    const strategy = begun(short(), { x: 3 });
    expect(exhausted(strategy)).toEqual(xs(...Array.from({ length: 14 }, () => 4)));
    expect(drawing([over, 0.35, ...unseen(0.1)], (stream) => strategy.propose(stream))).toEqual({ x: 1 });
  });

  it('of two numbers eighteen are tried, of none ten', () => {
    const strategy = begun(square(), { x: 3, y: 3 });
    expect(exhaustedOfTwo(strategy)).toEqual(Array.from({ length: 18 }, () => ({ x: 4, y: 4 })));
    expect(drawing([over, 0.35, ...unseen(0.1, 0.1)], (stream) => strategy.propose(stream))).toEqual({ x: 1, y: 1 });
    const texts = new Landscape([{ law: 'a' }, { law: 'b' }]);
    const without = begun(texts, { law: 'a' });
    const another: readonly Answer[] = [over, [0, 4], [0, 1], [0, 1], 0.9];
    const turns = Array.from({ length: 10 }, () => ({ draws: another, fitness: fails }));
    expect(proposals(without, turns)).toEqual(turns.map(() => ({ law: 'b' })));
    expect(drawing([over, 0.35, ...unseen()], (stream) => without.propose(stream))).toEqual({ law: 'a' });
  });

  it('and as many again after one that helps', () => {
    const strategy = begun(short(), { x: 3 });
    proposals(strategy, [
      { draws: down, fitness: fails },
      { fitness: fails },
      { draws: [over, ...slantUp], fitness: 9 }, // 4
      { fitness: fails }, // 6
      { draws: [over, ...down], fitness: fails }, // 3: a round again, since something improved
      { fitness: fails },
    ]);
    const again = Array.from({ length: 14 }, () => ({ draws: [over, ...slantUp], fitness: fails }));
    expect(proposals(strategy, again)).toEqual(xs(...Array.from({ length: 14 }, () => 5)));
    expect(drawing([over, 0.35, ...unseen(0.1)], (stream) => strategy.propose(stream))).toEqual({ x: 1 });
  });

  it('a neighbour within three tenths is tried now and then, from which it begins anew', () => {
    const strategy = begun(line(), { x: 500 });
    const turns = [0, 1, 2, 3].map((k) => ({ draws: k === 0 ? down : [over, ...down], fitness: fails }));
    for (const turn of turns) proposals(strategy, [turn, { fitness: fails }]);
    const neighbour = { draws: [over, [0, 4], [0, 1], 0.5, [1, 2], 0, 0.9] as const, fitness: 9 };
    const after = [neighbour, { draws: down, fitness: fails }];
    expect(proposals(strategy, after)).toEqual(xs(800, 650)); // by a step of 150 again
  });

  it('a move of several numbers that helped is tried again, shorter or longer', () => {
    const strategy = begun(square(), { x: 3, y: 3 });
    failed(strategy);
    proposals(strategy, [{ draws: [over, [1, 4], [0, 2], 0, [0, 2], [0, 2], [1, 2]], fitness: 9 }, { fitness: fails }]);
    proposals(strategy, [{ draws: [over], fitness: fails }]); // the line of the round
    failed(strategy);
    const again = [
      { draws: [over, [1, 4], [0, 3], [0, 2], 0.5] as const, fitness: fails },
      { draws: [over, [1, 4], [1, 3], [0, 2], 0, [0, 2], [0, 2], [1, 2]] as const, fitness: fails },
    ];
    expect(proposals(strategy, again)).toEqual([
      { x: 3, y: 3 },
      { x: 5, y: 5 },
    ]);
    // Also after one of a single number: x upwards, to 5 and not to 6.
    proposals(strategy, [
      { draws: [over, [1, 4], [1, 3], [0, 2], 0, [1, 2], [0, 2], [1, 2], [0, 2], [1, 2]], fitness: 8 },
      { fitness: fails },
    ]);
    failed(strategy, [over]);
    expect(proposals(strategy, again.slice(0, 1))).toEqual([{ x: 4, y: 3 }]);
  });
});
