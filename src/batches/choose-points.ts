import { at, type Batch, build } from '../linalg/matrix.js';
import type { StreamKey } from '../random/key.js';
import { Stream } from '../random/stream.js';

/**
 * A random subset of the points, drawn without replacement, in their old order. All of them when `points` is their number.
 * @throws RangeError when `points` is not an integer from 1 to the number there are
 */
export function choosePoints(batch: Batch, points: number, key: StreamKey): Batch {
  if (!Number.isInteger(points) || points < 1 || points > batch.cols) {
    throw new RangeError(`choosePoints: needs an integer from 1 to ${batch.cols}; came ${points}.`);
  }
  const stream = new Stream(key);
  const order = Int32Array.from({ length: batch.cols }, (_, j) => j);
  for (let j = 0; j < points; j++) {
    const other = j + stream.below(batch.cols - j);
    const chosen = order[other] ?? NaN;
    order[other] = order[j] ?? NaN;
    order[j] = chosen;
  }
  const chosen = order.slice(0, points).sort();
  return build(batch.rows, points, (i, j) => at(batch, i, chosen[j] ?? -1));
}
