import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { WideOrNarrow } from '../../theorems/rescale-linear/rank-survives-from-n-squared-neurons.js';
import {
  aroundThreshold,
  rankThresholdIsNearAQuarterOfNSquared,
  thresholdOf,
} from '../../theorems/rescale-linear/rank-threshold-is-near-a-quarter-of-n-squared.js';
import { whole } from '../arbitraries.js';

export default evidence<WideOrNarrow>({
  theorem: rankThresholdIsNearAQuarterOfNSquared,
  given: fc.record({ points: whole(2, 10), wide: fc.boolean() }),
  pooled: 295,
  instances: 0,
  draws: 295,
  control: 240,
  regimes: {
    'wide enough': ({ wide }) => wide,
    'too narrow': ({ wide }) => !wide,
    'eight points or more': ({ points }) => points >= 8,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'n^2/4': { instead: aroundThreshold((points) => (points * points) / 5) },
    'thirty layers, too narrow': {
      instead: {
        event: (batch, layer, key) =>
          aroundThreshold(thresholdOf, 30).event({ ...batch, points: 8, wide: false }, layer, key),
      },
    },
    'twice that': { instead: aroundThreshold((points) => 2 * thresholdOf(points)) },
  },
});
