import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/search/archive.js';
import { climb } from '../../src/search/climb.js';
import { Landscape } from '../../src/search/landscape.js';
import type { Strategy } from '../../src/search/strategy.js';
import { type Answer, drawing } from './scripted.js';

const line = (): Landscape => new Landscape([{ x: 0 }, { x: 1000 }]);
const plane = (): Landscape =>
  new Landscape([
    { x: 0, y: 0 },
    { x: 1000, y: 1000 },
  ]);
/** The only axis, downwards or upwards. */
const down: readonly Answer[] = [
  [0, 1],
  [0, 2],
];
const up: readonly Answer[] = [
  [0, 1],
  [1, 2],
];
/** The round is over: the next one begins. */
const over: Answer = [0, 1];

/** What a descent that stands at an instance proposes, one after the other, when told of each that it is so good. */
function proposals(
  strategy: Strategy,
  turns: readonly { readonly draws?: readonly Answer[]; readonly fitness: number }[],
): readonly unknown[] {
  return turns.map(({ draws = [], fitness }) => {
    const instance = drawing(draws, (stream) => strategy.propose(stream));
    strategy.tell(instance, fitness);
    return instance;
  });
}

function begun(landscape: Landscape, instance: unknown, archive = new Archive(landscape)): Strategy {
  const strategy = climb(landscape, archive);
  strategy.tell(instance, 10);
  return strategy;
}

const xs = (...values: readonly number[]) => values.map((x) => ({ x }));

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

/** A number from 0 to 6: steps are 1 from the first, so that a descent ends soon. */
const short = (): Landscape => new Landscape([{ x: 0 }, { x: 6 }]);
/** One step upwards, as a direction for all numbers. */
const slantUp: readonly Answer[] = [[1, 4], [0, 2], 0, [0, 2], [0, 2], [1, 2]];
const fails = 99;

/** A round that fails in both directions, then as many tries in directions at random as there are for one number. */
function exhausted(strategy: Strategy): readonly unknown[] {
  proposals(strategy, [{ draws: down, fitness: fails }, { fitness: fails }]);
  return proposals(
    strategy,
    Array.from({ length: 14 }, () => ({ draws: [over, ...slantUp], fitness: fails })),
  );
}

/** A move by a step upwards from where it begins again. */
const hop: readonly Answer[] = [[0, 1], 0.5, [1, 2], 1, 0.9];
/** What the archive proposes where little was seen, all with this part of the range. */
const unseen = (part: number): readonly Answer[] => Array.from({ length: 6 }, () => [[0, 2] as const, part]).flat();

describe('where no single number helps', () => {
  it('ten directions are tried, and four for every number', () => {
    const strategy = begun(short(), { x: 3 });
    expect(exhausted(strategy)).toEqual(xs(...Array.from({ length: 14 }, () => 4)));
    expect(drawing([over, 0.35, ...unseen(0.1)], (stream) => strategy.propose(stream))).toEqual({ x: 1 });
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
    const strategy = begun(
      new Landscape([
        { x: 0, y: 0 },
        { x: 6, y: 6 },
      ]),
      { x: 3, y: 3 },
    );
    const round = (count: number) => [
      {
        draws: [
          [0, count],
          [0, 2],
        ] as readonly Answer[],
        fitness: fails,
      },
      { fitness: fails },
      {
        draws: [
          [0, 1],
          [0, 2],
        ] as readonly Answer[],
        fitness: fails,
      },
      { fitness: fails },
    ];
    proposals(strategy, round(2));
    proposals(strategy, [{ draws: [over, [1, 4], [0, 2], 0, [0, 2], [0, 2], [1, 2]], fitness: 9 }, { fitness: fails }]);
    proposals(strategy, [{ draws: [over], fitness: fails }]); // the line of the round
    proposals(strategy, round(2));
    const again = [
      { draws: [over, [1, 4], [0, 3], [0, 2], 0.5] as const, fitness: fails },
      { draws: [over, [1, 4], [1, 3], [0, 2], 0, [0, 2], [0, 2], [1, 2]] as const, fitness: fails },
    ];
    expect(proposals(strategy, again)).toEqual([
      { x: 3, y: 3 },
      { x: 5, y: 5 },
    ]);
  });
});

describe('the next descent', () => {
  const ended = (archive?: Archive): Strategy => {
    const strategy = begun(short(), { x: 3 }, archive);
    exhausted(strategy);
    return strategy;
  };
  const proposed = (strategy: Strategy, ...draws: readonly Answer[]): unknown =>
    drawing(draws, (stream) => strategy.propose(stream));

  it('begins a fifth of the range from the best end, a third of the time', () => {
    const strategy = begun(line(), { x: 500 });
    const rounds = [down, [over, ...down], [over, ...down], [over, ...down]];
    for (const draws of rounds) proposals(strategy, [{ draws, fitness: fails }, { fitness: fails }]);
    proposals(
      strategy,
      Array.from({ length: 14 }, () => ({ draws: [over, ...slantUp], fitness: fails })),
    );
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
    const strategy = begun(line(), { x: 500 });
    const rounds = [down, [over, ...down], [over, ...down], [over, ...down]];
    for (const draws of rounds) proposals(strategy, [{ draws, fitness: fails }, { fitness: fails }]);
    proposals(
      strategy,
      Array.from({ length: 14 }, () => ({ draws: [over, ...slantUp], fitness: fails })),
    );
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
