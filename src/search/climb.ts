import type { Stream } from '../random/stream.js';
import type { Archive, Sighted, Tried } from './archive.js';
import type { Landscape } from './landscape.js';
import { at, replaced } from './leaf.js';
import { type Axis, axesOf, directionOf, type Move, moveFrom, scaled, shifted } from './moves.js';
import { neighbour } from './neighbour.js';
import { movedBy, rangeOf, stepsOf } from './steps.js';
import type { Looked, Strategy } from './strategy.js';

/** A proposal, and what follows when it does not help. */
interface Trying {
  readonly instance: unknown;
  /** Empty when it is no move of numbers. */
  readonly move: Move;
  readonly otherwise?: () => Trying;
  readonly onFailure?: () => void;
}

/** What is left of a step after it failed in both directions. */
const SHORTER = 0.25;
/** Tries in directions at random once no single number can be improved: so many, and so many more for every number. */
const OBLIQUE = 10;
const OBLIQUE_EACH = 4;
/** A descent that comes this near, in its own steps, to where another one ended is given up. */
const NEAR = 2;
const GIVEN_UP = 0.8;
/** Part of a range below which steps tell where a descent is going. */
const FINE = 0.1;
/** Share of the descents that begin beside the best end so far, and how far from it. */
const AGAIN = 0.35;
const HOP = 0.2;

/**
 * Pattern search: one number at a time, steps that double while they succeed and shrink when they fail in both directions; after
 * a round along the line of all that the round did; at the end in directions at random; then again from a new instance.
 *
 * Finds the bottom of a slope in the logarithm of its length. Only comparisons count, as in evolution.
 * Source: Hooke and Jeeves 1961, with adapted steps.
 */
export function climb(landscape: Landscape, archive: Archive): Strategy {
  let here: Looked | undefined;
  let axes: Axis[] = [];
  let waiting: Axis[] = []; // of this round
  let base: unknown;
  let improved = false;
  let oblique = 0;
  let helpful: Move = []; // the last move of several numbers that improved something
  let tried: Trying | undefined;
  let next: (() => Trying) | undefined;
  let best: Looked | undefined; // of those where descents ended
  let again = false; // this descent began beside the best
  const ends: Sighted[] = [];
  const begun: Tried = { starts: new Set(), until: 0 };

  const start = (point: Looked): void => {
    [here, tried] = [point, undefined];
    base = point.instance;
    axes = axesOf(point.instance, landscape);
    [waiting, improved, oblique, next, helpful] = [[...axes], false, 0, undefined, []];
  };
  const missed = (): void => {
    next = tried?.otherwise;
    tried?.onFailure?.();
    tried = undefined;
  };
  const along = (move: Move): Trying => ({ instance: shifted(here?.instance, move), move });
  const single = (axis: Axis, sign: number): Trying => {
    const length = sign * Math.max(1, Math.round(axis.step));
    const value = at(here?.instance, axis.path);
    const to = typeof value === 'number' ? movedBy(value, length, axis.coordinate) : value;
    return { instance: replaced(here?.instance, axis.path, to), move: [[axis, length]] };
  };
  const round = (stream: Stream): Trying | undefined => {
    const axis = waiting.splice(stream.below(Math.max(1, waiting.length)), 1)[0];
    if (axis !== undefined) {
      const sign = stream.below(2) === 0 ? -1 : 1;
      const shorten = (): void => void (axis.step = Math.max(1, axis.step * SHORTER));
      return { ...single(axis, sign), otherwise: () => ({ ...single(axis, -sign), onFailure: shorten }) };
    }
    const done = !improved && axes.every(({ step }) => step <= 1);
    if (done && oblique >= OBLIQUE + OBLIQUE_EACH * axes.length) return undefined;
    if (!again && known() && stream.uniform() < GIVEN_UP) return undefined;
    const whole = moveFrom(base, here?.instance, axes);
    [base, waiting] = [here?.instance, [...axes]];
    if (improved && whole.length > 1) {
      improved = false;
      return along(whole);
    }
    improved = false;
    if (!done) return round(stream);
    oblique += 1;
    waiting = [];
    if (stream.below(4) === 0) return { instance: neighbour(here?.instance, landscape, 0.3, stream), move: [] };
    if (helpful.length > 1 && stream.below(3) === 0) return along(scaled(helpful, stream));
    return along(directionOf(axes, stream));
  };
  /** Whether another descent ended about here. */
  const known = (): boolean =>
    ends.some(({ instance: end }) =>
      axes.every(({ path, coordinate, step }) => {
        const [a, b] = [at(end, path), at(here?.instance, path)];
        if (typeof a !== 'number' || typeof b !== 'number' || step > Math.max(1, FINE * rangeOf(coordinate)))
          return false;
        return Math.abs(stepsOf(a, coordinate) - stepsOf(b, coordinate)) <= NEAR * step;
      }),
    );

  return {
    name: 'descent',
    propose(stream) {
      if (tried !== undefined) missed(); // the last one was no instance, or was looked at before
      if (here === undefined) return undefined;
      const trying = next?.() ?? round(stream);
      if (trying === undefined) {
        ends.push(archive.sighted(here.instance, here.fitness));
        if (best === undefined || here.fitness < best.fitness) best = here;
        here = undefined;
        again = stream.uniform() < AGAIN;
        if (again) return neighbour(best.instance, landscape, HOP, stream);
        const next = archive.start(ends, begun);
        if (next === undefined) return archive.unseen(stream);
        start(next);
        return this.propose(stream);
      }
      next = undefined;
      tried = trying;
      return trying.instance;
    },
    tell(instance, fitness) {
      if (here === undefined || tried === undefined || instance !== tried.instance) {
        if (here === undefined) start({ instance, fitness });
        return;
      }
      if (!(fitness < here.fitness)) {
        missed();
        return;
      }
      const { move } = tried;
      tried = undefined;
      improved = true;
      oblique = 0;
      if (move.length === 0) {
        start({ instance, fitness });
        return;
      }
      here = { instance, fitness };
      if (move.length > 1) helpful = move;
      const [axis] = move.length === 1 ? (move[0] ?? []) : [];
      if (axis !== undefined) axis.step = Math.max(axis.step, 1) * 2;
      const longer = move.map(([each, steps]) => [each, 2 * steps] as const);
      next = () => along(longer);
    },
  };
}
