import { derive, type StreamKey } from '../random/key.js';
import { Stream } from '../random/stream.js';
import type { Subject } from '../theory/subject.js';
import { movingIn } from './archive.js';
import { UNCALIBRATED } from './calibration.js';
import type { Coordinate, Landscape } from './landscape.js';
import { at, type Path } from './leaf.js';
import { landscapeOf, searchLeg } from './leg.js';
import { partOf } from './steps.js';

/** How a search does on falsehoods planted in a claim's own domain. */
export interface Planted {
  /** Two numbers of an instance must be within this part of their ranges of those of one that the generator makes. */
  readonly within: number;
  /** Whether its margin says everywhere how far it is; without, it is 1 outside, and only a hit tells. */
  readonly slope: boolean;
  readonly found: number;
  readonly of: number;
  /** Evaluations with which each was searched for. */
  readonly budget: number;
}

/** Wide ones, narrow ones, and wide ones that no margin leads to. */
const KINDS = [
  { within: 0.01, slope: true },
  { within: 0.001, slope: true },
  { within: 0.01, slope: false },
] as const;
/** Falsehoods of each kind, numbers that each depends on, and the most evaluations that each is searched with. */
const PLACES = 4;
const NUMBERS = 2;
const MOST = 2000;

/**
 * What a search that found nothing would have found: falsehoods are planted in the domain of the claim, one at a time, and the same
 * search looks for each with the same budget, 2000 evaluations at most. The claim's own margins are not evaluated.
 */
export function plantedPower(subject: Subject, key: StreamKey, budget: number): readonly Planted[] {
  const landscape = landscapeOf(subject, key);
  const known = landscape.sample.filter((value) => subject.outside(value) === undefined);
  if (known.length === 0) return [];
  const most = Math.min(MOST, budget);
  const stream = new Stream(derive(key, 'plant'));
  const places = Array.from({ length: PLACES }, () => known[stream.below(known.length)]);
  return KINDS.map(({ within, slope }) => ({
    ...{ within, slope, of: PLACES, budget: most },
    found: places.filter((place, k) => {
      const planted = falseNear(subject, chosen(place, landscape, stream), within, slope);
      const leg = { key: derive(key, 'planted', k), place: 0, budget: most, calibration: UNCALIBRATED, level: 0 };
      return searchLeg(planted, leg).by !== undefined;
    }).length,
  }));
}

/** A number of an instance, and where it stands. */
interface Aim {
  readonly path: Path;
  readonly coordinate: Coordinate;
  readonly part: number;
}

/** Some of the numbers of an instance. */
function chosen(place: unknown, landscape: Landscape, stream: Stream): readonly Aim[] {
  const numbers = [...movingIn(place, landscape)];
  return Array.from({ length: Math.min(NUMBERS, numbers.length) }, () =>
    numbers.splice(stream.below(numbers.length), 1).map(({ path, coordinate }) => {
      const value = at(place, path);
      return { path, coordinate, part: typeof value === 'number' ? partOf(value, coordinate) : NaN };
    }),
  ).flat();
}

/** The claim that is false exactly where these numbers are within a part of their ranges of where they should be. */
function falseNear(subject: Subject, aims: readonly Aim[], within: number, slope: boolean): Subject {
  return {
    ...subject,
    seeks: 'counterexample',
    random: false,
    rate: undefined,
    readings: (instance) => {
      const far = Math.max(...aims.map((aim) => distance(instance, aim))) - within;
      return [{ clause: 'planted', margin: slope || far < 0 ? far : 1, allowance: 0, share: 0 }];
    },
  };
}

/** How far a number is from where it should be, as a part of its range; 1 where there is none. */
function distance(instance: unknown, { path, coordinate, part }: Aim): number {
  const value = at(instance, path);
  return typeof value === 'number' ? Math.abs(partOf(value, coordinate) - part) : 1;
}
