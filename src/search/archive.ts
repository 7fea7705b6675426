import type { Stream } from '../random/stream.js';
import type { Coordinate, Landscape } from './landscape.js';
import { leavesOf, type Path, replaced } from './leaf.js';
import { numberOfPart, partOf } from './steps.js';
import type { Looked } from './strategy.js';

/** An instance that was looked at, as a point: every number that can move as a part of its range. */
export interface Sighted extends Looked {
  readonly place: Float64Array;
  /** What the numbers stand in: only instances of one shape are points of one space. */
  readonly shape: string;
}

/** Instances of the generator that are remembered: comparing each with each must stay cheap. */
const REMEMBERED = 400;
/** Looks that are remembered for models of what lies around. */
const RECENT = 500;
/** Neighbours that an instance must be better than, to be at the bottom of something. */
const NEIGHBOURS = 8;
/** After a search for starts that gave none, so many more instances, as a part of all, are generated before the next. */
const AGAIN = 0.1;
/** Instances of which the farthest from what was seen is taken. */
const CANDIDATES = 6;
/** Distance to a known bottom, as a part of the range of each number, within which a start leads there again. */
const THERE = 0.05;

/** What became of the starts of one strategy. */
export interface Tried {
  readonly starts: Set<Sighted>;
  /** Instances that must have been generated before it is worth asking again. */
  until: number;
}

/** Everything that a search has looked at, for strategies that learn from what others saw. */
export class Archive {
  /** Of the generator and of `unseen`: spread over the domain, where descents crowd together. */
  private readonly sample: Sighted[] = [];
  private readonly recent: Sighted[] = [];
  /** What `unseen` proposed last. */
  private offered: unknown;
  private generated = 0;

  constructor(private readonly landscape: Landscape) {}

  add(instance: unknown, fitness: number, generated: boolean): void {
    const sighted = { instance, fitness, ...pointOf(instance, this.landscape) };
    this.recent.push(sighted);
    if (this.recent.length > RECENT) this.recent.splice(0, RECENT / 2);
    if (!generated && (instance === undefined || instance !== this.offered)) return;
    this.generated += 1;
    this.sample.push(sighted);
    if (this.sample.length > REMEMBERED) this.sample.splice(0, REMEMBERED / 4);
  }

  /** The looks nearest to a place in the space of this shape, nearest first. */
  around(place: Float64Array, shape: string, count: number, within: number): readonly Sighted[] {
    return this.recent
      .filter((other) => other.shape === shape && Number.isFinite(other.fitness))
      .map((other) => ({ other, distance: distanceOf(place, other.place) }))
      .filter(({ distance }) => distance <= within)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, count)
      .map(({ other }) => other);
  }

  /**
   * Where a descent may lead to a bottom that none has reached: a generated instance better than those nearest to it, none of the
   * ends near: in turns the best and the farthest from the ends. Undefined when there is none: then another look elsewhere is worth more.
   *
   * @param tried what it gave before to the same strategy, which it does not give again
   * Source: clustering methods for global optimisation, Rinnooy Kan and Timmer 1987.
   */
  start(ends: readonly Sighted[], tried: Tried): Sighted | undefined {
    if (this.generated < tried.until) return undefined;
    const bottoms = this.sample.filter(
      (one) =>
        Number.isFinite(one.fitness) &&
        !tried.starts.has(one) &&
        !ends.some((end) => near(end, one)) &&
        this.isBottom(one),
    );
    // The best of them is near the best end as a rule, the farthest in a basin of its own: in turns.
    const rank = (one: Sighted): number => (tried.starts.size % 2 === 0 ? one.fitness : -distanceToAny(one, ends));
    const best = bottoms.reduce<Sighted | undefined>(
      (a, b) => (a === undefined || rank(b) < rank(a) ? b : a),
      undefined,
    );
    if (best !== undefined) tried.starts.add(best);
    else tried.until = this.generated + Math.ceil(AGAIN * this.sample.length);
    return best;
  }

  /**
   * An instance where little was seen: of a few with numbers anywhere in their ranges, the one farthest from what was generated.
   *
   * Generators favour small numbers and ends; this fills what they leave. Undefined when there is no sample to vary.
   */
  unseen(stream: Stream): unknown {
    const { sample } = this.landscape;
    let far: { readonly instance: unknown; readonly distance: number } | undefined;
    for (let k = 0; k < CANDIDATES && sample.length > 0; k++) {
      const model = sample[stream.below(sample.length)];
      const instance = movingIn(model, this.landscape).reduce<unknown>(
        (moved, { path, coordinate }) => replaced(moved, path, numberOfPart(stream.uniform(), coordinate)),
        model,
      );
      const { place, shape } = pointOf(instance, this.landscape);
      const kin = this.sample.filter((other) => other.shape === shape);
      const distance = Math.min(...kin.map((other) => distanceOf(place, other.place)));
      if (far === undefined || distance > far.distance) far = { instance, distance };
    }
    this.offered = far?.instance;
    return this.offered;
  }

  sighted(instance: unknown, fitness: number): Sighted {
    return { instance, fitness, ...pointOf(instance, this.landscape) };
  }

  private isBottom(one: Sighted): boolean {
    const kin = this.sample.filter((other) => other !== one && other.shape === one.shape);
    if (kin.length < NEIGHBOURS) return false;
    const nearest = kin
      .map((other) => ({ other, distance: distanceOf(one.place, other.place) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, NEIGHBOURS);
    return nearest.every(({ other }) => one.fitness < other.fitness);
  }
}

/** The place and the shape of an instance. */
function pointOf(instance: unknown, landscape: Landscape): { readonly place: Float64Array; readonly shape: string } {
  const place: number[] = [];
  const shape = leavesOf(instance).map(({ path, value }) => {
    const coordinate = landscape.at(path);
    if (typeof value !== 'number' || coordinate === undefined || coordinate.numbers.length < 2)
      return `${path.join('.')}=${String(value)}`;
    place.push(partOf(value, coordinate));
    return path.join('.');
  });
  return { place: Float64Array.from(place), shape: shape.join(' ') };
}

/** The numbers of an instance that can move, in the order of its place. */
export function movingIn(
  instance: unknown,
  landscape: Landscape,
): readonly { readonly path: Path; readonly coordinate: Coordinate }[] {
  return leavesOf(instance).flatMap(({ path, value }) => {
    const coordinate = landscape.at(path);
    const moves = typeof value === 'number' && coordinate !== undefined && coordinate.numbers.length > 1;
    return moves ? [{ path, coordinate }] : [];
  });
}

function near(one: Sighted, other: Sighted): boolean {
  return one.shape === other.shape && one.place.every((x, i) => Math.abs(x - (other.place[i] ?? NaN)) <= THERE);
}

function distanceToAny(one: Sighted, others: readonly Sighted[]): number {
  return Math.min(
    ...others.filter(({ shape }) => shape === one.shape).map(({ place }) => distanceOf(place, one.place)),
  );
}

function distanceOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? NaN) - (b[i] ?? NaN)) * ((a[i] ?? NaN) - (b[i] ?? NaN));
  return Math.sqrt(sum);
}
