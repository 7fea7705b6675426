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
