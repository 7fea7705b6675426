import { type Batch, build } from '../linalg/matrix.js';
import type { LayerState, Network } from '../network/network.js';
import { applyStages, normaliseInto, splitGain } from '../network/scale.js';
import { gaussian } from '../network/weights.js';
import { derive, type StreamKey } from '../random/key.js';
import { BLOCK_ROWS, foldInto, sampleRowsInto } from './block.js';
import { inputState } from './input-state.js';

/**
 * A network with Gaussian weights as a Markov chain on Gram matrices: exactly the law of `directNetwork`, at cost O(d n^2) a layer.
 *
 * Given the last batch X the rows of WX are independent N(0, X'X / fan-in), so d rows sampled from a triangular factor of X'X
 * stand for the layer; after the stages they are folded into the next factor by QR. Memory O(n^2), whatever the width.
 * Yields the input as layer 0, then every layer. Block b of layer t draws from `derive(key, t, b)`.
 * Source: docs/derivations.md#gram-chain. @throws RangeError when the weights are not Gaussian
 */
export function* gramChain(network: Network, input: Batch, key: StreamKey): Generator<LayerState, void, undefined> {
  if (network.weights !== gaussian) {
    throw new RangeError(
      `gramChain: needs gaussian weights, the only law whose rows depend on the batch through its Gram matrix alone; came ${network.weights.name}. ` +
        'Use the direct engine.',
    );
  }
  const points = input.cols;
  let { factor, logScale } = inputState(input);
  let fanIn = input.rows;
  const gain = splitGain(network.gain);
  yield { layer: 0, factor, logScale };
  const block = new Float64Array(points * BLOCK_ROWS);
  for (const [t, width] of network.widths.entries()) {
    const next = build<'factor', 'point'>(points, points, () => 0);
    const scale = gain.factor / Math.sqrt(fanIn);
    let scaleAfter = logScale;
    for (let b = 0; b * BLOCK_ROWS < width; b++) {
      const rows = Math.min(BLOCK_ROWS, width - b * BLOCK_ROWS);
      sampleRowsInto(block, factor.values, points, scale, derive(key, t + 1, b));
      const z = rowsOf(block, rows, points);
      scaleAfter = applyStages(network.stages, z, logScale + gain.logarithm);
      setRows(block, z);
      foldInto(next.values, points, block, rows);
    }
    logScale = scaleAfter + normaliseInto(next);
    factor = next;
    fanIn = width;
    yield { layer: t + 1, factor, logScale };
  }
}

/** The first `rows` rows of a block as a batch, so that the stages are the same code for both engines. */
function rowsOf(block: Float64Array, rows: number, points: number): Batch {
  return build(rows, points, (r, j) => block[j * BLOCK_ROWS + r] ?? NaN);
}

function setRows(block: Float64Array, z: Batch): void {
  for (let r = 0; r < z.rows; r++) {
    for (let j = 0; j < z.cols; j++) block[j * BLOCK_ROWS + r] = z.values[r * z.cols + j] ?? NaN;
  }
}
