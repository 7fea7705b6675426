import { triangularFactor } from '../linalg/factor.js';
import { at, type Batch, build, type Factor } from '../linalg/matrix.js';
import type { LayerState } from '../network/network.js';
import { normaliseInto } from '../network/scale.js';

/** The input as layer 0 of a chain: a square triangular factor, zero rows added where there are fewer inputs than points. */
export function inputState(input: Batch): LayerState & { readonly factor: Factor } {
  const upper = triangularFactor(input);
  const factor = build<'factor', 'point'>(upper.cols, upper.cols, (i, j) => (i < upper.rows ? at(upper, i, j) : 0));
  return { layer: 0, factor, logScale: normaliseInto(factor) };
}
