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
 * that is not nearly linear, or any with rescaling (without it, tanh and its like shrink the batch until they act linearly), and
 * layers of at least 4n neurons. `factor` for all others: they may collapse.
 * Ask for `factor` yourself when the input is nearly collinear or an observable lies below 1e-12.
 */
export function chooseMode(program: StageProgram, points: number, widths: readonly number[]): ChainMode {
  const { recentred, steps } = program;
  if (isLinear(program)) return 'bartlett';
  const recentres = recentred || steps.some(({ code }) => code === stepCode.recenter);
  const rescales = steps.some(({ code }) => code === stepCode.rescale);
  const bends = steps.some(
    ({ code, parameter, degree }) =>
      code > stepCode.rescale &&
      (degree === undefined ? rescales : code !== stepCode.leaky || Math.abs(1 - parameter) >= NEARLY_LINEAR),
  );
  const wide = widths.every((width) => width >= 4 * points);
  return recentres && bends && wide ? 'gram' : 'factor';
}

/** True when no step does more than recenter. */
export function isLinear({ steps }: StageProgram): boolean {
  return steps.every(({ code }) => code === stepCode.recenter);
}
