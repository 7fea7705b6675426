import { inputState } from '../chain/input-state.js';
import { stageProgram } from '../chain/stage-program.js';
import { stepCode } from '../chain/step-code.js';
import { diagonalOf, tolerantCholesky } from '../chain/tolerant-cholesky.js';
import { type Batch, build, type Gram, matrix } from '../linalg/matrix.js';
import { gram } from '../linalg/product.js';
import type { LayerState } from '../network/network.js';
import type { Stage } from '../network/stage.js';
import { blocksOfOne, toGram } from './block-gram.js';
import type { WideLayer } from './dense-step.js';
import { limitLayer } from './limit-map.js';
import { onReference, wideSteps } from './wide-steps.js';

/** How many layers, and which of them are wanted. */
export interface LimitChainOptions {
  readonly depth: number;
  /** Yields every so many layers, and the last; 1 unless stated. Layers between two yields run without leaving the kernel. */
  readonly every?: number;
}

/**
 * Singular values below this share of the largest are rounding: what is carried is the Gram matrix, whose pivots
 * keep their squares down to 2^-50 n.
 */
export const LIMIT_RANK_TOLERANCE = 1e-5;

/**
 * The batch after layers of infinite width: the limit of `gramChain` as the widths grow. No weights, nothing random.
 *
 * Yields the input as layer 0, then every `every`-th layer and the last, each with a triangular factor of trace n. Cost n^2 a
 * layer for recentering and one of relu, leaky and abs (`wideSteps`), more for other stages (`limitLayer`). Norms are infinite,
 * so `logScale` is NaN after layer 0; a batch that a layer sends to zero has the factor zero.
 * @throws NoClosedForm from a stage whose limit is not known in closed form; RangeError for a bad depth or `every`
 */
export function* limitChain(
  stages: readonly Stage[],
  input: Batch,
  { depth, every = 1 }: LimitChainOptions,
): Generator<LayerState, void, undefined> {
  for (const [name, value] of Object.entries({ depth, every })) {
    if (Number.isInteger(value) && value >= 1) continue;
    throw new RangeError(`limitChain: needs an integer ${name} >= 1; came ${value}.`);
  }
  const zeroth = inputState(input);
  const advance = steps(stages);
  yield zeroth;
  let state = gram(zeroth.factor);
  for (let layer = 0; layer < depth;) {
    const next = Math.min(depth, layer + every);
    state = advance(state, next - layer);
    layer = next;
    yield { layer, factor: factorOf(state), logScale: NaN };
  }
}

/** The slope of a wide layer that these stages are, and whether it recentres; undefined when they are no such layer. */
export function wideLayerOf(stages: readonly Stage[]): WideLayer | undefined {
  const program = stageProgram(stages);
  if (program === undefined || program.steps.length > 1) return undefined;
  const slope = slopeOf(program.steps[0]);
  if (slope === undefined) return undefined;
  const layer = { recenter: program.recentred, slope };
  return agrees(stages, layer) ? layer : undefined;
}

function steps(stages: readonly Stage[]): (state: Gram, count: number) => Gram {
  const wide = wideLayerOf(stages);
  if (wide) return (state, count) => wideSteps(state, { ...wide, steps: count });
  const layer = limitLayer(stages);
  return (state, count) => {
    let blocks = blocksOfOne(state);
    for (let t = 0; t < count; t++) blocks = layer({ gram: blocks }).gram;
    return toGram(blocks);
  };
}

function slopeOf(step: { readonly code: number; readonly parameter: number } | undefined): number | undefined {
  if (step === undefined) return 1;
  if (step.code === stepCode.relu) return 0;
  if (step.code === stepCode.abs) return -1;
  return step.code === stepCode.leaky ? step.parameter : undefined;
}

/** False for a control that changed what a stage does to the law of a row, but not what it does to a batch. */
function agrees(stages: readonly Stage[], layer: WideLayer): boolean {
  const probe: Gram = build(3, 3, (i, j) => (i === j ? 1 + i : 0.25 * (i + j) - 0.5));
  const expected = toGram(limitLayer(stages)({ gram: blocksOfOne(probe) }).gram);
  const came = onReference(probe, { ...layer, steps: 1 });
  return expected.values.every((x, m) => x === came[m]);
}

/** A layer whose batch is dead has a Gram matrix of NaN, since there is no trace to divide by; the input was finite. */
function factorOf({ rows: points, values }: Gram): LayerState['factor'] {
  const upper = values.some(Number.isNaN)
    ? new Float64Array(points * points)
    : tolerantCholesky(values, points, points, diagonalOf(values, points), points).upper;
  return matrix<'factor', 'point'>(points, points, upper);
}
