import { at, type Batch, build, type Layer, stagesOf } from 'batch-norm-decomposed';

/** What a layer's weights made of three points: whole numbers, so that a counterexample is short. */
export interface PreActivations {
  readonly width: number;
  /** Neuron by neuron, three points each; those beyond the width are of no account. */
  readonly entries: readonly number[];
}

const POINTS = 3;

/** Every number is in [-LARGEST, LARGEST]. */
export const LARGEST = 10;
/** Neurons at most. */
export const WIDEST = 12;

/** Shape: width neurons × 3 points. */
export function batchOf({ width, entries }: PreActivations): Batch {
  return build(width, POINTS, (k, i) => entries[k * POINTS + i] ?? NaN);
}

/** What the stages of a layer make of a batch, which stays as it is. */
export function through(layer: Layer, batch: Batch): Batch {
  const z = { ...batch, values: batch.values.slice() };
  for (const stage of stagesOf(layer)) stage.onBatchInto(z);
  return z;
}

/** Point i alone, over all neurons. Shape: neurons × 1 point. */
export function pointOf(batch: Batch, i: number): Batch {
  return build(batch.rows, 1, (k) => at(batch, k, i));
}

/** The numbers of each point, over all neurons. */
export function pointsIn(batch: Batch): readonly Float64Array[] {
  return Array.from({ length: batch.cols }, (_, i) => pointOf(batch, i).values);
}

/** The hypothesis of all that divides by the length of a centred point. */
export const everyPointVaries = {
  'no point is the same in all neurons': (z: PreActivations) =>
    pointsIn(batchOf(z)).every((point) => point.some((x) => x !== point[0])),
};
