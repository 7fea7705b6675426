import type { Stage } from '../network/stage.js';
import { combination, factorToTrace, normalised, timesNumber, traceOf } from './block-gram.js';
import type { Moving } from './rectified-moment.js';
import { type RowLaw, secondMoment } from './row-law.js';

/** One layer at infinite width: the next Gram matrix, of trace n, and the tangent of that map when one came in. */
export type LimitLayer = (state: Moving) => Moving;

/**
 * The trace-normalised map of Gram matrices that a wide layer with these stages makes.
 *
 * The tangent is that of the normalised map: it sums to zero on the diagonal. Degenerate: a batch that the stages send to
 * zero (one point, recentred) gives NaN.
 * @throws NoClosedForm from a stage whose limit is not known in closed form after the ones before it
 */
export function limitLayer(stages: readonly Stage[]): LimitLayer {
  return ({ gram, tangent }) => {
    const start: RowLaw = tangent
      ? { kind: 'gaussian', covariance: gram, tangent }
      : { kind: 'gaussian', covariance: gram };
    const next = secondMoment(stages.reduce((law, stage) => stage.onRows(law), start));
    if (!next.tangent) return { gram: normalised(next.gram) };
    const scale = factorToTrace(next.gram);
    const share = traceOf(next.tangent) / traceOf(next.gram);
    return {
      gram: timesNumber(next.gram, scale),
      tangent: combination(scale, next.tangent, -scale * share, next.gram),
    };
  };
}
