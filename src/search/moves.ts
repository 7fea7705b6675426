import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import type { Stream } from '../random/stream.js';
import type { Coordinate, Landscape } from './landscape.js';
import { at, leavesOf, type Path, replaced } from './leaf.js';
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
