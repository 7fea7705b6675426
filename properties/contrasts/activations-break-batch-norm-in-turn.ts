import fc from 'fast-check';
import type { Layer } from '../../src/network/layer.js';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { Variant } from '../../src/theory/evidence.js';
import type { ProbableTheorem } from '../../src/theory/theorem.js';
import {
  activationsBreakBatchNormInTurn,
  type ActivatedNetwork,
  brokenAfter,
  type Threshold,
  THRESHOLDS,
} from '../../theorems/contrasts/activations-break-batch-norm-in-turn.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

const wide = { width: fc.constant(256), depth: fc.constant(100) };

export default evidence<ActivatedNetwork>({
  theorem: activationsBreakBatchNormInTurn,
  // Small batches cost little: most of the draws are there.
  given: fc.oneof(
    ...Object.entries(THRESHOLDS).flatMap(([name, [alike, broken]]) => [
      fc.record({ activation: fc.constant(name), points: whole(3, Math.min(alike, 20)), ...wide }),
      fc.record({
        activation: fc.constant(name),
        points: Number.isFinite(broken) ? whole(broken, broken + 4) : fc.constant(alike),
        ...wide,
      }),
    ]),
  ),
  pooled: 220,
  instances: 0,
  draws: 220,
  control: 200,
  regimes: {
    'the squared ReLU': ({ activation }) => activation === 'relu^2',
    'SiLU or GELU': ({ activation }) => activation === 'silu' || activation === 'gelu',
    'tanh or the sigmoid': ({ activation }) => activation === 'tanh' || activation === 'sigmoid',
    'broken symmetry': ({ activation, points }) => points >= (THRESHOLDS[activation]?.[1] ?? Infinity),
  },
  breaks: {
    'ReLU without rescaling, sixteen points': one({ activation: 'relu', points: 16 }, { rescale: keep }),
    'twenty-eight points and SiLU, ten layers': one({ activation: 'silu', points: 28, depth: 10 }),
    'twenty-eight points and ReLU, layers of width 32': one({ activation: 'relu', points: 28, width: 32 }),
    'SiLU breaks at sixteen points': one({ activation: 'silu', points: 16 }, {}, { silu: [15, 16] }),
  },
});

/** The event for one network, with other stages or other thresholds. */
function one(
  network: Partial<ActivatedNetwork>,
  swap: Partial<Layer> = {},
  thresholds: Readonly<Record<string, Threshold>> = {},
): Variant<ProbableTheorem<ActivatedNetwork>> {
  const there = (asked: ActivatedNetwork): ActivatedNetwork => ({ ...asked, ...network });
  const { instead } = beyond(brokenAfter({ ...THRESHOLDS, ...thresholds }), there);
  return {
    instead: { ...instead, layer: (asked) => ({ ...activationsBreakBatchNormInTurn.layer(there(asked)), ...swap }) },
  };
}
