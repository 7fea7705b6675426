import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { Landscape } from '../../src/search/landscape.js';
import { neighbour } from '../../src/search/neighbour.js';
import { searchedAround, type Sighting, worstOf } from '../../src/theory/worst.js';

const key = rootKey('around');
const given = fc.integer({ min: 0, max: 1_000_000 });
const isNumber = (value: unknown): value is number => typeof value === 'number';

interface Walked {
  /** The instances that were asked about, round by round. */
  readonly rounds: readonly (readonly number[])[];
  readonly seen: readonly Sighting<number>[];
}

/** Looks around one instance, where smaller ones are worse. */
function walked(isInstance: (value: unknown) => value is number = isNumber): Walked {
  const work = searchedAround([{ instance: 500_000, margin: 500_000 }], { given, isInstance, key });
  const rounds: (readonly number[])[] = [];
  let step = work.next();
  while (step.done !== true) {
    const instances = step.value.map(({ instance }) => instance);
    rounds.push(instances);
    step = work.next(instances);
  }
  return { rounds, seen: step.value };
}

test('A search for a worse instance asks for three rounds of eight neighbours of the worst so far, ever closer', () => {
  const { rounds, seen } = walked();
  const landscape = new Landscape(fc.sample(given, { numRuns: 200, seed: derive(key, 'sample').low | 0 }));
  const stream = new Stream(derive(key, 'proposals'));
  let worst = 500_000;
  const expected = [1, 1 / 2, 1 / 3].map((reach) => {
    const round = Array.from({ length: 8 }, () => neighbour(worst, landscape, reach, stream));
    worst = Math.min(worst, ...round.filter(isNumber));
    return round;
  });
  expect(rounds).toEqual(expected);
  expect(seen).toEqual([500_000, ...rounds.flat()].map((instance) => ({ instance, margin: instance })));
  expect(worstOf(seen)).toEqual({ instance: worst, margin: worst });
  expect(worst).toBeLessThan(500_000);
});

test('Neighbours that are no instance are left out, and a round of none asks for nothing', () => {
  const even = (value: unknown): value is number => isNumber(value) && value % 2 === 0;
  const { rounds } = walked(even);
  expect(rounds.flat().filter((x) => !even(x))).toEqual([]);
  expect(rounds.flat().length).toBeGreaterThan(3);
  expect(rounds.flat().length).toBeLessThan(24);
  const none = walked((value): value is number => value === 'nothing');
  expect(none).toEqual({ rounds: [], seen: [{ instance: 500_000, margin: 500_000 }] });
});
