import { type Batch, type Matrix, renamed, type Weights } from '../linalg/matrix.js';
import { product } from '../linalg/product.js';
import { type SparseMatrix, sparseProduct } from '../linalg/sparse-matrix.js';
import { derive, type StreamKey } from '../random/key.js';
import type { LayerState, Network } from './network.js';
import { applyStages, multiplyInto, normaliseInto, splitGain } from './scale.js';
import type { Stage } from './stage.js';

function preActivations(weights: Weights | SparseMatrix<'neuron', 'input'>, batch: Batch): Batch {
  const previous: Matrix<'input', 'point'> = renamed(batch);
  return 'starts' in weights ? sparseProduct(weights, previous) : product(weights, previous);
}

/** One layer as it is defined: WX, then the stages in order, at its true scale. Shape: neurons × points. */
export function applyLayer(stages: readonly Stage[], weights: Weights, input: Batch): Batch {
  const z = preActivations(weights, input);
  for (const stage of stages) stage.onBatchInto(z);
  return z;
}

/**
 * The network as it is defined: multiplies the batch by a fresh W in every layer, then applies the stages.
 *
 * The reference for everything faster, and the only engine for weights that are not Gaussian. Cost O(d^2 n) a layer, O(p d^2 n) with sparse ones.
 * Yields the input as layer 0, then every layer. Weights of layer t come from `derive(key, t)`, so a layer can be replayed alone.
 */
export function* directNetwork(network: Network, input: Batch, key: StreamKey): Generator<LayerState, void, undefined> {
  let batch: Batch = { ...input, values: input.values.slice() };
  let logScale = normaliseInto(batch);
  const gain = splitGain(network.gain);
  yield { layer: 0, factor: batch, logScale };
  for (const [t, width] of network.widths.entries()) {
    const { draw, drawSparse = draw } = network.weights;
    const weights = drawSparse(derive(key, t + 1), width, batch.rows);
    const z = preActivations(weights, batch); // a residual branch would add `batch` to what the stages return
    multiplyInto(z, gain.factor);
    logScale = applyStages(network.stages, z, logScale + gain.logarithm);
    logScale += normaliseInto(z);
    batch = z;
    yield { layer: t + 1, factor: batch, logScale };
  }
}
