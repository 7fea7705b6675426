import { kappa } from './arc-cosine.js';

/** One point of norm r among n-1 points of norm 1: cosine rho among these, tau with the odd one. */
export interface ReducedState {
  readonly r: number;
  readonly rho: number;
  readonly tau: number;
}

/**
 * One layer of RC + ReLU on three scalars: the paper's indicative model, written out by hand.
 *
 * A path of its own beside the block map, which it must agree with. Range: points >= 2, r > 0, cosines in [-1, 1].
 * Degenerate: equal points (r = rho = tau = 1) have no centred norm and give NaN.
 * Source: derived, P G P written out on this set; the indicative model of arXiv:2412.02843v1, abstract.
 */
export function reducedStep({ r, rho, tau }: ReducedState, points: number): ReducedState {
  const m = points - 1;
  const rowSum = 1 + (m - 1) * rho + tau * r;
  const oddRowSum = r * r + m * tau * r;
  const mean = (m * rowSum + oddRowSum) / (points * points);
  const cluster = 1 - (2 * rowSum) / points + mean;
  const pair = rho - (2 * rowSum) / points + mean;
  const cross = tau * r - rowSum / points - oddRowSum / points + mean;
  const odd = r * r - (2 * oddRowSum) / points + mean;
  return {
    r: Math.sqrt(odd / cluster),
    rho: kappa(clamped(pair / cluster)),
    tau: kappa(clamped(cross / Math.sqrt(cluster * odd))),
  };
}

/** A cosine that rounding may have put a unit outside [-1, 1]. NaN stays NaN. */
function clamped(cosine: number): number {
  return Math.max(-1, Math.min(1, cosine));
}
