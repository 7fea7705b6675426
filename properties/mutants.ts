import type { Stage } from '../src/network/stage.js';

/** A common slip: the mean over the neurons of each point instead of over the batch for each neuron. */
export const recenterOverNeurons: Stage = {
  name: 'recenter over neurons',
  onBatchInto: ({ rows, cols, values }) => {
    for (let i = 0; i < cols; i++) {
      let sum = 0;
      for (let k = 0; k < rows; k++) sum += values[k * cols + i] ?? NaN;
      for (let k = 0; k < rows; k++) values[k * cols + i] = (values[k * cols + i] ?? NaN) - sum / rows;
    }
  },
  onRows: (law) => law, // at infinite width the mean over the neurons is 0 before the non-linearity
  degree: 1,
};

/** Another slip: one point stands for the mean of the batch, so that the points are no longer alike. */
export const recenterAtFirst: Stage = {
  name: 'recenter at the first point',
  onBatchInto: ({ rows, cols, values }) => {
    for (let k = 0; k < rows; k++) {
      const first = values[k * cols] ?? NaN;
      for (let i = 0; i < cols; i++) values[k * cols + i] = (values[k * cols + i] ?? NaN) - first;
    }
  },
  onRows: () => {
    throw new RangeError('recenter at the first point: has no infinite-width face here.');
  },
  degree: 1,
};
