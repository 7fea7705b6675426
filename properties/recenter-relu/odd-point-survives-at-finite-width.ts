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

export default evidence<DeepNetwork>({
  theorem: oddPointSurvivesAtFiniteWidth,
  given: fc.record({ points: whole(16, 32), width: geometric(128, 512, 8), depth: fc.constant(60) }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 40,
  regimes: {
    'a narrow network': ({ width }) => width <= 160,
    'sixteen to twenty points': ({ points }) => points <= 20,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'a rival twice as long as the odd point': { instead: survives(0.7, 60) },
  },
});
