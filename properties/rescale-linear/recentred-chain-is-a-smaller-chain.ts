import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  asWith,
  type NarrowNetwork,
  recentredChainIsASmallerChain,
} from '../../theorems/rescale-linear/recentred-chain-is-a-smaller-chain.js';
import { whole } from '../arbitraries.js';

export default evidence<NarrowNetwork>({
  theorem: recentredChainIsASmallerChain,
  given: fc.record({ points: whole(3, 4), width: whole(10, 20), depth: whole(3, 5) }),
  instances: 2,
  draws: 460,
  control: 600,
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'n points': { instead: asWith((points) => points) },
    'n - 2 points': { instead: asWith((points) => points - 2) },
  },
});
