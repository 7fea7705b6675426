import fc from 'fast-check';
import { keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { looserBy, narrowClustersAreLooser } from '../../theorems/recenter-relu/narrow-clusters-are-looser.js';
import { whole } from '../arbitraries.js';

export default evidence<DeepNetwork>({
  theorem: narrowClustersAreLooser,
  given: fc.record({ points: whole(12, 16), width: whole(12, 24), depth: fc.constant(40) }),
  pooled: 220,
  instances: 0,
  draws: 220,
  control: 200,
  regimes: { 'twelve points': ({ points }) => points === 12, 'up to 16 neurons': ({ width }) => width <= 16 },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'tighter on average': { instead: looserBy(1, 2) },
    'looser by more than a third': { instead: looserBy(0, 2 / 3) },
  },
});
