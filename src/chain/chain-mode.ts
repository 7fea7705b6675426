import { cosines } from '../geometry/cosines.js';
import type { Batch, Factor } from '../linalg/matrix.js';
import type { StageProgram } from './stage-program.js';
import { stepCode } from './step-code.js';

/**
 * How a fast chain represents the batch.
 *
 * - `gram`: the Gram matrix. Fastest. Squares the condition number: cosines are right to 1e-15, but angles below 1e-8 are lost.
 * - `factor`: a triangular factor, never squared: the accuracy of a QR. About 1.5 times the cost.
 * - `bartlett`: a triangular factor, for networks without rescaling or non-linearity. Cost independent of the width.
 */
export type ChainMode = 'gram' | 'factor' | 'bartlett';

/** Activations in which a slope of 1 is hidden by less than this are nearly linear, and so collapse like linear ones. */
const NEARLY_LINEAR = 0.25;

/**
 * The mode that is right for a network when nothing else is known.
 *
 * `bartlett` for linear networks. `gram` where recentering and a non-linearity keep the points apart: a homogeneous activation
 * that is not nearly linear, or any with rescaling (without it, tanh and its like shrink the batch until they act linearly),
 * layers of at least 4n neurons, and an input without nearly equal points. `factor` for all others, and for `precise`: when an
 * observable lies below 1e-12, such as a singular value in a rank.
 */
export function chooseMode(
  program: StageProgram,
  input: Batch | Factor,
  widths: readonly number[],
  precise = false,
): ChainMode {
  const { recentred, steps } = program;
  if (isLinear(program)) return 'bartlett';
  if (precise || hasNearlyEqualPoints(input)) return 'factor';
  const recentres = recentred || steps.some(({ code }) => code === stepCode.recenter);
  const rescales = steps.some(({ code }) => code === stepCode.rescale);
  const bends = steps.some(
    ({ code, parameter, degree }) =>
      code > stepCode.rescale &&
      (degree === undefined ? rescales : code !== stepCode.leaky || Math.abs(1 - parameter) >= NEARLY_LINEAR),
  );
  const wide = widths.every((width) => width >= 4 * input.cols);
  return recentres && bends && wide ? 'gram' : 'factor';
}

/** Nearer than this in 1 - cosine, what tells two points apart drowns in the rounding of a Gram matrix, 1e-16, on its way through RC. */
const NEARLY_EQUAL = 1e-9;

function hasNearlyEqualPoints(input: Batch | Factor): boolean {
  const { values, cols } = cosines(input);
  return values.some((cosine, m) => m % cols > Math.floor(m / cols) && !(cosine < 1 - NEARLY_EQUAL));
}

/** True when no step does more than recenter. */
export function isLinear({ steps }: StageProgram): boolean {
  return steps.every(({ code }) => code === stepCode.recenter);
}
