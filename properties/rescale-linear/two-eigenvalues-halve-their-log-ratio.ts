import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  gapAfter,
  halving,
  type TwoEigenvalues,
  twoEigenvaluesHalve,
} from '../../theorems/rescale-linear/two-eigenvalues-halve-their-log-ratio.js';
import { gaps, moves } from '../../theorems/spectral-batch.js';
import { geometric, whole } from '../arbitraries.js';
import { QUADRATURE } from '../linear-instances.js';

export default evidence<TwoEigenvalues>({
  theorem: twoEigenvaluesHalve,
  given: fc.record({
    large: fc.oneof(fc.constant(1000), geometric(1, 1e9, 90)),
    small: fc.oneof(fc.constant(1000), geometric(1, 1e9, 90)),
    dead: fc.oneof(fc.constant(0), whole(1, 5)),
    layers: whole(1, 8),
  }),
  cases: 60,
  allowance: roundoff(
    () => 4 * QUADRATURE,
    'each layer is off by twice the quadrature in the ratio and halves what was off before; the gap has slope at most 1/2 in its logarithm',
  ),
  regimes: {
    'equal norms': ({ large, small }) => large === small,
    'one layer': ({ layers }) => layers === 1,
    'zero eigenvalues besides': ({ dead }) => dead > 0,
    'ratios above a million': ({ large, small }) => Math.max(large / small, small / large) > 1e6,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'twice as fast': { instead: halving((layers) => 2 * layers) },
    'a layer less': { instead: halving((layers) => layers - 1) },
    'a third eigenvalue': {
      instead: {
        margins: (batch, layer) => {
          const levels = [batch.large, batch.small, batch.small].map((weight) => ({ points: 1, weight }));
          const { after } = gaps(moves({ levels, dead: 0 }, layer).moves);
          return { gap: -Math.abs(after - gapAfter(batch, 1)) };
        },
      },
    },
  },
});
