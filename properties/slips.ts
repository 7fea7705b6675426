import type { Batch } from '../src/linalg/matrix.js';
import type { Stage } from '../src/network/stage.js';

/** A stage of finite networks only, from what it does to one row. */
function slip(name: string, onRow: (row: Float64Array) => void): Stage {
  return {
    name,
    onBatchInto: ({ rows, cols, values }: Batch) => {
      for (let k = 0; k < rows; k++) onRow(values.subarray(k * cols, (k + 1) * cols));
    },
    onRows: () => {
      throw new RangeError(`${name}: has no infinite-width face.`);
    },
    degree: 1,
  };
}

/** The sum divided by n - 1, as one divides a sum of squares for an unbiased variance. */
export const recenterByOneLess: Stage = slip('recenter by n - 1', (row) => {
  const mean = row.reduce((sum, x) => sum + x, 0) / (row.length - 1);
  row.forEach((x, i) => (row[i] = x - mean));
});

/** The mean of the points up to each, as a running estimate would have it. */
export const recenterSoFar: Stage = slip('recenter by the mean so far', (row) => {
  let sum = 0;
  row.forEach((x, i) => {
    sum += x;
    row[i] = x - sum / (i + 1);
  });
});

/** Division by the sum of magnitudes: a scale too, but another one. */
export const rescaleByMagnitude: Stage = slip('rescale by the mean magnitude', (row) => {
  const mean = row.reduce((sum, x) => sum + Math.abs(x), 0) / row.length;
  row.forEach((x, i) => (row[i] = x / mean));
});

/** An epsilon under the root, as every library has it. */
export const rescaleWithEpsilon: Stage = slip('rescale with an epsilon', (row) => {
  const scale = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0) / row.length + 1e-5);
  row.forEach((x, i) => (row[i] = x / scale));
});
