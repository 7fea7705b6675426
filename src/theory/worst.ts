import fc from 'fast-check';
import { derive, type StreamKey } from '../random/key.js';
import { Stream } from '../random/stream.js';
import { Landscape } from '../search/landscape.js';
import { neighbour } from '../search/neighbour.js';
import type { Asking } from './draw.js';
import { seated } from './seats.js';

/** One draw of an instance, and the smallest margin of the event in it. */
export interface Sighting<Instance> {
  readonly instance: Instance;
  readonly margin: number;
}

/** Where to look for worse instances. */
interface Around<Instance> {
  readonly given: fc.Arbitrary<Instance>;
  readonly isInstance: (value: unknown) => value is Instance;
  readonly key: StreamKey;
}

/** Instances, only generated, from which the search learns the domain. */
const SAMPLE = 200;
/** Rounds of the search for a worse instance, and proposals in each. */
const ROUNDS = 3;
const PROPOSALS = 8;

/**
 * Looks around the worst instance for a worse one: rounds of neighbours of the worst so far, a draw each, ever closer.
 *
 * What it finds did badly in one draw, so only fresh draws say anything about it. Neighbours that are no instance are left out.
 */
export function* searchedAround<Instance>(
  seen: readonly Sighting<Instance>[],
  { given, isInstance, key }: Around<Instance>,
): Asking<readonly Sighting<Instance>[], Instance> {
  // With bias, so that the ends of the domain are known.
  const landscape = new Landscape(fc.sample(given, { numRuns: SAMPLE, seed: derive(key, 'sample').low | 0 }));
  const stream = new Stream(derive(key, 'proposals'));
  let all = seen;
  for (let round = 0; round < ROUNDS; round++) {
    const worst = worstOf(all);
    if (worst === undefined) return all;
    const reach = 1 / (1 + round);
    const proposals = Array.from({ length: PROPOSALS }, () => neighbour(worst.instance, landscape, reach, stream));
    const seats = seated(proposals.filter(isInstance), derive(key, round), 1).flat();
    if (seats.length === 0) continue;
    const margins = yield seats.map((seat) => ({ control: '', ...seat }));
    all = [...all, ...seats.map(({ instance }, i) => ({ instance, margin: margins[i] ?? NaN }))];
  }
  return all;
}

/**
 * The instance that did worst: the smallest mean of margins, NaN counting as minus infinity. Undefined when nothing was seen.
 *
 * It may be the worst by chance alone, so only fresh draws say anything about it.
 */
export function worstOf<Instance>(seen: readonly Sighting<Instance>[]): Sighting<Instance> | undefined {
  const sums = new Map<string, { readonly instance: Instance; sum: number; count: number }>();
  for (const { instance, margin } of seen) {
    const value = JSON.stringify(instance);
    const entry = sums.get(value) ?? { instance, sum: 0, count: 0 };
    entry.sum += Number.isNaN(margin) ? -Infinity : margin;
    entry.count += 1;
    sums.set(value, entry);
  }
  let worst: Sighting<Instance> | undefined;
  for (const { instance, sum, count } of sums.values()) {
    if (worst === undefined || sum / count < worst.margin) worst = { instance, margin: sum / count };
  }
  return worst;
}
