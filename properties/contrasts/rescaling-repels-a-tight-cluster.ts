import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  rescalingRepelsATightCluster,
  spreadGrows,
  type TightCluster,
} from '../../theorems/contrasts/rescaling-repels-a-tight-cluster.js';
import { sizes, whole } from '../arbitraries.js';

export default evidence<TightCluster>({
  theorem: rescalingRepelsATightCluster,
  given: fc.record({ points: sizes(3, 1024), digits: whole(3, 12) }),
  cases: 60,
  allowance: exactly(
    'the factors at the ends of the domain, 1.331 at three points and 0.866 for many, are far inside by rounding',
  ),
  regimes: {
    'three points': ({ points }) => points === 3,
    'hundreds of points': ({ points }) => points >= 200,
    'a spread of rounding size': ({ digits }) => digits >= 11,
  },
  survives: { 'no activation': { activate: activate(identity) } },
  breaks: {
    'no rescaling': { rescale: keep },
    'no recentering': { recenter: keep },
    'as the spread': { instead: spreadGrows((spread, points) => points * spread) },
    'without the number of points': { instead: spreadGrows((spread) => Math.sqrt(3 * spread)) },
  },
});
