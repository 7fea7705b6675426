import { type Batch, build } from '../src/linalg/matrix.js';
import { recenterRelu } from '../src/network/layers.js';
import { oddPointState } from './odd-point-state.js';

/**
 * A batch with the Gram matrix of the odd-point state at infinite width, each point's norm times a factor of its own; point 0
 * is the odd one. Shape: (n + 1) × n. NaN where there is no such state, below seven points.
 */
export function oddConfiguration(points: number, factorOf: (point: number) => number = () => 1): Batch {
  const state = oddPointState(points, recenterRelu);
  const { normRatio = NaN, clusterGap = NaN, crossCosine = NaN } = state ?? {};
  const centre = Math.sqrt(1 - clusterGap);
  const along = (crossCosine * normRatio) / centre;
  const across = Math.sqrt(normRatio * normRatio - along * along);
  return build<'neuron', 'point'>(points + 1, points, (k, i) => {
    const coordinate = i === 0 ? [across, along][k] : k === 1 ? centre : k === i + 1 ? Math.sqrt(clusterGap) : 0;
    return (coordinate ?? 0) * factorOf(i);
  });
}
