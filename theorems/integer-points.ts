import { type Batch, build, type Weights } from '../src/linalg/matrix.js';
import { derive } from '../src/random/key.js';
import { Stream } from '../src/random/stream.js';

/** A small batch of integer points, so that which of them are equal, parallel or opposite is a fact and not a tolerance. */
export interface IntegerPoints {
  /** 1 to 4. */
  readonly inputs: number;
  /** The first point. Of each point the first `inputs` coordinates count. */
  readonly start: readonly number[];
  /** Further points. */
  readonly places: readonly (readonly number[])[];
  /** So many of these points, from the first on, have their opposites in the batch. */
  readonly mirrored: number;
  /** More points: an earlier one, counted round, times an integer. */
  readonly echoes: readonly { readonly of: number; readonly times: number }[];
}

/** The same with a layer of integer weights, so that nothing rounds. */
export interface IntegerLayer extends IntegerPoints {
  readonly width: number;
  /** Any 32-bit integer; stands for "every draw". */
  readonly draw: number;
}

/** The batch. Shape: inputs × points. */
export function batchOf({ inputs, start, places, mirrored, echoes }: IntegerPoints): Batch {
  const points = [start, ...places].map((place) => place.slice(0, inputs));
  for (const point of points.slice(0, mirrored)) points.push(point.map((x) => -x));
  for (const { of, times } of echoes) points.push((points[of % points.length] ?? []).map((x) => times * x));
  return build(inputs, points.length, (k, i) => points[i]?.[k] ?? NaN);
}

/** The points less their mean, times their number: integers again. */
export function centredOf({ rows, cols, values }: Batch): Batch {
  return build(rows, cols, (k, i) => {
    let sum = 0;
    for (let j = 0; j < cols; j++) sum += values[k * cols + j] ?? NaN;
    return cols * (values[k * cols + i] ?? NaN) - sum;
  });
}

/** Weights uniform on the integers from -9 to 9. Shape: width × inputs. */
export function integerWeights({ width, inputs, draw }: IntegerLayer): Weights {
  const stream = new Stream(derive({ high: 0, low: 0 }, 'integers', draw));
  return build(width, inputs, () => stream.below(19) - 9);
}
