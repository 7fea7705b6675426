import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import {
  oddPointSurvivesAtFiniteWidth,
  survives,
} from '../../theorems/recenter-relu/odd-point-survives-at-finite-width.js';
import { geometric, whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<DeepNetwork>({
  theorem: oddPointSurvivesAtFiniteWidth,
  given: fc.record({ points: whole(12, 32), width: geometric(128, 512, 8), depth: fc.constant(60) }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 200,
  regimes: {
    'a narrow network': ({ width }) => width <= 160,
    'twelve to twenty points': ({ points }) => points <= 20,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'seven points': beyond(oddPointSurvivesAtFiniteWidth, (network) => ({ ...network, points: 7 })),
    'layers of width 16': beyond(oddPointSurvivesAtFiniteWidth, (network) => ({ ...network, points: 12, width: 16 })),
    'a rival twice as long as the odd point': { instead: survives(0.7, 60) },
  },
});
