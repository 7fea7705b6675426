import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import {
  oddPointStaysForHundredsOfLayers,
  staying,
} from '../../theorems/recenter-relu/odd-point-stays-for-hundreds-of-layers.js';
import { whole } from '../arbitraries.js';

export default evidence<DeepNetwork>({
  theorem: oddPointStaysForHundredsOfLayers,
  given: fc.record({ points: whole(12, 20), width: whole(224, 288), depth: fc.constant(200) }),
  pooled: 210,
  instances: 0,
  draws: 210,
  control: 200,
  regimes: { 'twelve points': ({ points }) => points === 12, 'twenty points': ({ points }) => points === 20 },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'seven points': { instead: staying(() => 7) },
    'half as many points in networks of width 64': {
      instead: staying(
        (points) => Math.max(8, points / 2),
        () => 64,
      ),
    },
    'a network of width 24': {
      instead: staying(
        (points) => points,
        () => 24,
      ),
    },
  },
});
