import { parseBatchFamily } from '../src/batches/batch-family.js';
import { type Batch, build, type Weights } from '../src/linalg/matrix.js';
import { applyLayer } from '../src/network/direct.js';
import type { Stage } from '../src/network/stage.js';
import { derive } from '../src/random/key.js';
import { drawWeights, type WeightChoice } from './weight-choice.js';

/** A batch as plain values: a family by name, its shape, and the draw. */
export interface BatchChoice {
  /** As `parseBatchFamily` reads it. */
  readonly family: string;
  readonly inputs: number;
  readonly points: number;
  /** Any 32-bit integer; stands for "every draw". */
  readonly data: number;
}

/** A batch and the weights of one layer after it, or of several of one width. */
export type LayerChoice = BatchChoice & WeightChoice;

/** The batch that a choice names. Shape: inputs × points. */
export function drawChosen({ family, inputs, points, data }: BatchChoice): Batch {
  return parseBatchFamily(family).draw(derive({ high: 0, low: 0 }, 'batch', data), inputs, points);
}

/** The weights of layer t = 0, 1, ... that a choice names. Shape: width × inputs, or width × width after the first. */
export function weightsOf(choice: LayerChoice, t = 0): Weights {
  return drawWeights({ ...choice, draw: (choice.draw + t) >>> 0 }, t === 0 ? choice.inputs : choice.width);
}

/** What `depth` layers of these stages make of a batch, the weights being those of the choice. Shape: width × points. */
export function throughLayers(stages: readonly Stage[], choice: LayerChoice, batch: Batch, depth: number): Batch {
  let last = batch;
  for (let t = 0; t < depth; t++) last = applyLayer(stages, weightsOf(choice, t), last);
  return last;
}

/** The batch whose column i is column `columns[i]` of this one. */
export function columnsOf(batch: Batch, columns: readonly number[]): Batch {
  return build(batch.rows, columns.length, (k, i) => batch.values[k * batch.cols + (columns[i] ?? NaN)] ?? NaN);
}

/** Row k of a batch, a view. */
export function rowOf({ cols, values }: Batch, k: number): Float64Array {
  return values.subarray(k * cols, (k + 1) * cols);
}

/** The order of 0, ..., n-1 after swapping place i with place i + moves[i], counted round, for each i in turn. */
export function ordered(points: number, moves: readonly number[]): readonly number[] {
  const order = Array.from({ length: points }, (_, i) => i);
  for (let i = 0; i < points; i++) {
    const j = i + ((moves[i] ?? 0) % (points - i));
    [order[i], order[j]] = [order[j] ?? NaN, order[i] ?? NaN];
  }
  return order;
}
