import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { remainder } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { suchThat } from '../../src/theory/filtering.js';
import {
  meanOverDirections,
  PANELS,
  type PlaneBatch,
  rescaledRowsAreAMeanOverDirections,
  wideLayerIs,
} from '../../theorems/contrasts/rescaled-rows-are-a-mean-over-directions.js';
import { grid, whole } from '../arbitraries.js';

const place = fc.tuple(whole(-3, 3), whole(-3, 3));

export default evidence<PlaneBatch>({
  theorem: rescaledRowsAreAMeanOverDirections,
  given: suchThat(
    fc.record({
      points: fc.array(place, { minLength: 2, maxLength: 5 }),
      recenters: fc.boolean(),
      slope: grid(-1, 1, 0.25),
    }),
    (batch) => Object.values(rescaledRowsAreAMeanOverDirections.assumes).every((holdsFor) => holdsFor(batch)),
  ),
  cases: 60,
  allowance: remainder((batch) => {
    const [fine, coarse] = [meanOverDirections(batch, PANELS), meanOverDirections(batch, PANELS / 2)];
    const change = Math.max(...fine.map((x, m) => Math.abs(x - (coarse[m] ?? NaN))));
    return 2 * (batch.points.length + 1) * change + 1e-12;
  }, "Simpson's rule with half the panels is off by 16 times as much; to divide by the trace, n/2 or more, makes twice that, and n times more; and thousands of roundings"),
  breaks: {
    'no activation': { activate: activate(identity) },
    'no rescaling': { rescale: keep },
    'recentering, asked for or not': { recenter },
    'a millionth more for the first point': {
      instead: wideLayerIs((batch) => meanOverDirections(batch, PANELS).map((x, m) => (m === 0 ? 1.000001 * x : x))),
    },
  },
});
