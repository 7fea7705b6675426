import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import type { Stream } from '../random/stream.js';
import type { Coordinate, Landscape } from './landscape.js';
import { at, leavesOf, type Path, replaced } from './leaf.js';
import { neighbour } from './neighbour.js';
import { numberAt, rangeOf, stepsOf } from './steps.js';

/** A number of an instance and how far it moves: steps of its coordinate. */
export interface Axis {
  readonly path: Path;
  readonly coordinate: Coordinate;
  step: number;
}

/** A move of several numbers, in steps. */
export type Move = readonly (readonly [Axis, number])[];

/** First steps, as a part of the range. */
const FIRST = 0.15;
/** Instances among which a new start is chosen, and ends that it keeps away from. */
const CANDIDATES = 6;
const RECENT = 30;

/** The numbers of an instance that can move, with first steps as long as a part of the range. */
export function axesOf(instance: unknown, landscape: Landscape): Axis[] {
  return leavesOf(instance).flatMap(({ path, value }) => {
    const coordinate = landscape.at(path);
    if (coordinate === undefined || typeof value !== 'number' || coordinate.numbers.length < 2) return [];
    const scale = coordinate.logarithmic && !coordinate.listed ? 4 * stepsOf(value, coordinate) : rangeOf(coordinate);
    return [{ path, coordinate, step: Math.max(1, FIRST * scale) }];
  });
}

/** An instance after a move. */
export function shifted(instance: unknown, move: Move): unknown {
  return move.reduce<unknown>((moved, [{ path, coordinate }, steps]) => {
    const value = at(moved, path);
    return typeof value === 'number'
      ? replaced(moved, path, numberAt(stepsOf(value, coordinate) + Math.round(steps), coordinate))
      : moved;
  }, instance);
}

/** The move that leads from one instance to another. */
export function moveFrom(from: unknown, to: unknown, axes: readonly Axis[]): Move {
  return axes.flatMap((axis) => {
    const [a, b] = [at(from, axis.path), at(to, axis.path)];
    if (typeof a !== 'number' || typeof b !== 'number' || a === b) return [];
    return [[axis, stepsOf(b, axis.coordinate) - stepsOf(a, axis.coordinate)] as const];
  });
}

/** Of a few instances of the sample, the one farthest from where descents ended; undefined leaves it to the generator. */
export function farFrom(ends: readonly unknown[], landscape: Landscape, stream: Stream): unknown {
  const { sample } = landscape;
  if (sample.length === 0 || stream.below(3) === 0) return undefined;
  let far: { readonly instance: unknown; readonly distance: number } | undefined;
  for (let k = 0; k < CANDIDATES; k++) {
    const instance = neighbour(sample[stream.below(sample.length)], landscape, 1, stream);
    const axes = axesOf(instance, landscape);
    const distance = Math.min(...ends.slice(-RECENT).map((end) => distanceBetween(end, instance, axes)));
    if (far === undefined || distance > far.distance) far = { instance, distance };
  }
  return far?.instance;
}

/** Sum of the differences of all numbers, each as a part of its range. */
function distanceBetween(one: unknown, other: unknown, axes: readonly Axis[]): number {
  return axes.reduce((sum, { path, coordinate }) => {
    const [a, b] = [at(one, path), at(other, path)];
    if (typeof a !== 'number' || typeof b !== 'number') return sum + 1;
    return sum + Math.abs(stepsOf(a, coordinate) - stepsOf(b, coordinate)) / rangeOf(coordinate);
  }, 0);
}

/** The same direction or its opposite, a quarter as long to four times. */
export function scaled(move: Move, stream: Stream): Move {
  const factor = (stream.below(2) === 0 ? -1 : 1) * exp(1.4 * (2 * stream.uniform() - 1));
  return move.map(([axis, steps]) => [axis, factor * steps] as const);
}

/** Two numbers or more at once: by equally many steps half of the time, up or down, few or many. */
export function directionOf(axes: readonly Axis[], stream: Stream): Move {
  const length = (coordinate: Coordinate): number =>
    Math.max(1, exp(stream.uniform() * log(Math.max(1, 0.1 * rangeOf(coordinate)))));
  const [first] = axes;
  const common = stream.below(2) === 0 && first !== undefined ? length(first.coordinate) : undefined;
  const every = stream.below(2) === 0;
  const chosen = axes.filter(() => every || stream.below(2) === 0);
  const together = stream.below(2) === 0 ? (stream.below(2) === 0 ? -1 : 1) : undefined;
  return chosen.map((axis) => {
    const sign = together ?? (stream.below(2) === 0 ? -1 : 1);
    return [axis, sign * (common ?? length(axis.coordinate))] as const;
  });
}
