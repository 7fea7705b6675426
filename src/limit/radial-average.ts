import { exp } from '../portable/exp.js';
import { combination, factorToTrace, pointsOf, timesNumber, traceOf } from './block-gram.js';
import { type Moving, rectifiedMoment } from './rectified-moment.js';
import { Resolvent } from './resolvent.js';

/**
 * Trapezoid rule in x = ln t. The integrand is analytic for |Im x| < pi/2 at least, so step 1/4 leaves exp(-pi^2 / step), 7e-18;
 * below x = -39 lies a share e^-39, 1e-17. Above, it stops when the terms are 1e-20 of the sum: at rank m they fall like e^(-mx/2).
 */
const STEP = 0.25;
const FIRST = -39 / STEP;
const NEGLIGIBLE = 1e-20;
/** Rank 1 needs x up to 92; beyond this only NaN is left. */
const LAST = 200 / STEP;

/**
 * Second moments of phi(u), where u = z / rms(z) is a centred normal row of this covariance on the sphere of radius sqrt n, and
 * phi(z) = max(z, 0) + a min(z, 0); with the derivative in the direction of the tangent.
 *
 * Scale invariant in the covariance. Degenerate: NaN for the zero matrix, which has no direction.
 * Source: 1 / |z|^2 = integral of exp(-t |z|^2) dt over t > 0, and phi is homogeneous:
 * n integral det(I+2tC)^(-1/2) K(C (I+2tC)^-1) dt (theory-contrasts D0; Yang et al. 2019, arXiv:1902.08129, Laplace method).
 */
export function radialAverage({ gram, tangent }: Moving, slope: number): Moving {
  const points = pointsOf(gram);
  // Trace 1 puts the peak of the integrand near t = 1 at every n.
  const unit = factorToTrace(gram) / points;
  const resolvent = new Resolvent(timesNumber(gram, unit));
  const direction = tangent && timesNumber(tangent, unit);
  let sum = timesNumber(gram, 0);
  let moved = sum;
  for (let k = FIRST; k < LAST; k++) {
    const t = exp(k * STEP);
    const weight = points * STEP * t * resolvent.inverseRootDeterminant(t);
    const covariance = resolvent.tilted(t);
    const moment = rectifiedMoment(
      direction ? { gram: covariance, tangent: resolvent.conjugated(t, direction) } : { gram: covariance },
      slope,
    );
    sum = combination(1, sum, weight, moment.gram);
    if (direction && moment.tangent) {
      const tilt = t * resolvent.tiltedTrace(t, direction);
      moved = combination(1, moved, weight, combination(1, moment.tangent, -tilt, moment.gram));
    }
    if (!(weight * traceOf(moment.gram) >= NEGLIGIBLE * traceOf(sum))) break;
  }
  return direction ? { gram: sum, tangent: moved } : { gram: sum };
}
