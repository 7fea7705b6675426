import fc from 'fast-check';
import { identity, leaky, square } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { type PlanePoints, reluGrowsTheRank } from '../../theorems/paper/relu-grows-the-rank.js';
import { geometric, whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<PlanePoints>({
  theorem: reluGrowsTheRank,
  given: fc.oneof(
    fc.record({ points: whole(3, 6), step: whole(1, 2), width: geometric(64, 256, 8) }),
    fc.record({ points: whole(7, 12), step: fc.constant(1), width: geometric(64, 256, 8) }),
  ),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 60,
  regimes: { 'three points': ({ points }) => points === 3, 'twelve points': ({ points }) => points === 12 },
  survives: { 'a leaky ReLU': { activate: activate(leaky(0.3)) } },
  breaks: {
    'no activation': { activate: activate(identity) },
    'a square': { activate: activate(square) },
    'fewer neurons than points': beyond(reluGrowsTheRank, (batch) => ({ ...batch, width: batch.points - 1 })),
    'opposite points twice': beyond(reluGrowsTheRank, (batch) => ({ ...batch, points: 6, step: 12 })),
  },
});
