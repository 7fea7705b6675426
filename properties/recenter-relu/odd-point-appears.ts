import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { oddPointAppears } from '../../theorems/recenter-relu/odd-point-appears.js';
import { mostlySmall } from '../arbitraries.js';

export default evidence<DeepNetwork>({
  theorem: oddPointAppears,
  given: fc.record({ points: mostlySmall(12, 64, 14), width: mostlySmall(256, 2048, 12), depth: fc.constant(300) }),
  pooled: 280,
  instances: 0,
  draws: 290,
  control: 30,
  regimes: {
    'wide for the batch': ({ points, width }) => width > 32 * points,
    'narrow for the batch': ({ points, width }) => width <= 16 * points,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'six points': {
      instead: { event: (network, layer, key) => oddPointAppears.event({ ...network, points: 6 }, layer, key) },
    },
    'a tenth of the layers': {
      instead: { event: (network, layer, key) => oddPointAppears.event({ ...network, depth: 30 }, layer, key) },
    },
  },
});
