import { Archive } from '../../src/search/archive.js';
import { climb } from '../../src/search/climb.js';
import { Landscape } from '../../src/search/landscape.js';
import type { Strategy } from '../../src/search/strategy.js';
import { type Answer, drawing } from './scripted.js';

export const line = (): Landscape => new Landscape([{ x: 0 }, { x: 1000 }]);
export const plane = (): Landscape =>
  new Landscape([
    { x: 0, y: 0 },
    { x: 1000, y: 1000 },
  ]);
/** The only axis, downwards or upwards. */
export const down: readonly Answer[] = [
  [0, 1],
  [0, 2],
];
export const up: readonly Answer[] = [
  [0, 1],
  [1, 2],
];
/** The round is over: the next one begins. */
export const over: Answer = [0, 1];

/** What a descent that stands at an instance proposes, one after the other, when told of each that it is so good. */
export function proposals(
  strategy: Strategy,
  turns: readonly { readonly draws?: readonly Answer[]; readonly fitness: number }[],
): readonly unknown[] {
  return turns.map(({ draws = [], fitness }) => {
    const instance = drawing(draws, (stream) => strategy.propose(stream));
    strategy.tell(instance, fitness);
    return instance;
  });
}

export function begun(landscape: Landscape, instance: unknown, archive = new Archive(landscape)): Strategy {
  const strategy = climb(landscape, archive);
  strategy.tell(instance, 10);
  return strategy;
}

export const xs = (...values: readonly number[]) => values.map((x) => ({ x }));

/** A number from 0 to 6: steps are 1 from the first, so that a descent ends soon. */
export const short = (): Landscape => new Landscape([{ x: 0 }, { x: 6 }]);
/** Two of them. */
export const square = (): Landscape =>
  new Landscape([
    { x: 0, y: 0 },
    { x: 6, y: 6 },
  ]);
/** One step upwards, as a direction for all numbers. */
export const slantUp: readonly Answer[] = [[1, 4], [0, 2], 0, [0, 2], [0, 2], [1, 2]];
export const fails = 99;

/** A round that fails in both directions, then as many tries in directions at random as there are for one number. */
export function exhausted(strategy: Strategy): readonly unknown[] {
  proposals(strategy, [{ draws: down, fitness: fails }, { fitness: fails }]);
  return proposals(
    strategy,
    Array.from({ length: 14 }, () => ({ draws: [over, ...slantUp], fitness: fails })),
  );
}

/** A round over two numbers that fails in all directions, the first number first. */
export function failed(strategy: Strategy, before: readonly Answer[] = []): void {
  proposals(strategy, [{ draws: [...before, [0, 2], [0, 2]], fitness: fails }, { fitness: fails }]);
  proposals(strategy, [{ draws: [over, [0, 2]], fitness: fails }, { fitness: fails }]);
}

/** The same of two numbers. */
export function exhaustedOfTwo(strategy: Strategy): readonly unknown[] {
  failed(strategy);
  return proposals(
    strategy,
    Array.from({ length: 18 }, () => ({ draws: [over, ...slantUp], fitness: fails })),
  );
}

/** A descent on the line from 500 that no direction helps any more, however short its steps. */
export function exhaustedOnTheLine(): Strategy {
  const strategy = begun(line(), { x: 500 });
  const rounds = [down, [over, ...down], [over, ...down], [over, ...down]];
  for (const draws of rounds) proposals(strategy, [{ draws, fitness: fails }, { fitness: fails }]);
  proposals(
    strategy,
    Array.from({ length: 14 }, () => ({ draws: [over, ...slantUp], fitness: fails })),
  );
  return strategy;
}

/** A move by a step upwards from where it begins again. */
export const hop: readonly Answer[] = [[0, 1], 0.5, [1, 2], 1, 0.9];
/** What the archive proposes where little was seen, all with this part of each range. */
export const unseen = (...parts: readonly number[]): readonly Answer[] =>
  Array.from({ length: 6 }, () => [[0, 2] as const, ...parts]).flat();
