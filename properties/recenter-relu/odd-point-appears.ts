import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { oddPointAppears } from '../../theorems/recenter-relu/odd-point-appears.js';
import { mostlySmall } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<DeepNetwork>({
  theorem: oddPointAppears,
  given: fc.record({ points: mostlySmall(12, 64, 14), width: mostlySmall(256, 2048, 12), depth: fc.constant(300) }),
  pooled: 280,
  instances: 0,
  draws: 290,
  control: 150,
  regimes: {
    'wide for the batch': ({ points, width }) => width > 32 * points,
    'narrow for the batch': ({ points, width }) => width <= 16 * points,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'six points': beyond(oddPointAppears, (network) => ({ ...network, points: 6 })),
    'a tenth of the layers': beyond(oddPointAppears, (network) => ({ ...network, depth: 30 })),
    'twelve points in layers of width 32': beyond(oddPointAppears, (network) => ({
      ...network,
      points: 12,
      width: 32,
    })),
  },
});
