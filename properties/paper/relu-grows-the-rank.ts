import fc from 'fast-check';
import { identity, leaky, square } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { type PlanePoints, reluGrowsTheRank } from '../../theorems/paper/relu-grows-the-rank.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<PlanePoints>({
  theorem: reluGrowsTheRank,
  given: fc.record({ points: whole(3, 6), step: whole(1, 2), width: geometric(128, 256, 4) }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 60,
  regimes: { 'three points': ({ points }) => points === 3, 'points close together': ({ step }) => step === 1 },
  survives: { 'a leaky ReLU': { activate: activate(leaky(0.3)) } },
  breaks: {
    'no activation': { activate: activate(identity) },
    'a square': { activate: activate(square) },
    'opposite points twice': {
      instead: {
        event: (batch, layer, key) => reluGrowsTheRank.event({ ...batch, points: 6, step: 12 }, layer, key),
      },
    },
  },
});
