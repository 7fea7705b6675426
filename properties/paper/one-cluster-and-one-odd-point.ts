import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { type OnData, oneClusterAndOneOddPoint } from '../../theorems/paper/one-cluster-and-one-odd-point.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<OnData>({
  theorem: oneClusterAndOneOddPoint,
  given: fc.record({
    data: fc.constantFrom(
      'gaussian',
      'sphere',
      'heavy-tailed(3)',
      'clusters(3)',
      'low-rank(2)',
      'near-collinear(1e-6)',
    ),
    points: whole(12, 24),
    width: fc.constant(256),
    depth: fc.constant(200),
  }),
  pooled: 280,
  instances: 0,
  draws: 280,
  control: 100,
  regimes: {
    'a plane': ({ data }) => data === 'low-rank(2)',
    'points a millionth apart': ({ data }) => data === 'near-collinear(1e-6)',
    'clustered data': ({ data }) => data === 'clusters(3)',
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'six points': beyond(oneClusterAndOneOddPoint, (network) => ({ ...network, points: 6 })),
    'twenty layers': beyond(oneClusterAndOneOddPoint, (network) => ({ ...network, depth: 20 })),
    'every point twice': beyond(oneClusterAndOneOddPoint, (network) => ({ ...network, data: 'duplicated' })),
    'five points': beyond(oneClusterAndOneOddPoint, (network) => ({ ...network, points: 5 })),
  },
});
