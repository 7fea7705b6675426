import { type BatchGeometry, describeGeometry } from '../geometry/describe.js';
import { spectrum } from '../geometry/spectrum.js';
import { LIMIT_RANK_TOLERANCE } from '../limit/limit-chain.js';
import type { LayerState } from '../network/network.js';
import type { Engine } from './engine.js';

/** The geometry of the batch after one layer. */
export interface LayerMeasures extends BatchGeometry {
  /** 0 is the input. */
  readonly layer: number;
  /** Natural logarithm of the root-mean-square norm of the points. */
  readonly logScale: number;
}

/**
 * What a simulation says of one layer. What has no value is NaN (an index: -1), and `degenerate` says why.
 * @param singular `spectrum(factor)`, for a caller who has it
 */
export function measureLayer(
  { layer, factor, logScale }: LayerState,
  engine: Engine,
  singular: Float64Array = spectrum(factor),
): LayerMeasures {
  const tolerance = engine === 'limit' ? { rankTolerance: LIMIT_RANK_TOLERANCE } : {};
  const geometry = describeGeometry(factor, { ...tolerance, singular });
  return { layer, ...geometry, logScale };
}
