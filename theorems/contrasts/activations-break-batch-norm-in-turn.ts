import { normRatio } from '../../src/geometry/odd-point.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { parseActivation } from '../../src/network/parse-activation.js';
import { activate } from '../../src/network/stages.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { smoothActivationsBreakSymmetryFrom } from './smooth-activations-break-symmetry-from.js';

/** A deep network with a non-linearity. */
export interface ActivatedNetwork extends DeepNetwork {
  /** As `parseActivation` reads it. */
  readonly activation: string;
}

/** Of a non-linearity, up to how many points stay alike, and from how many on they do not; between the two they may or may not. */
export type Threshold = readonly [alike: number, broken: number];

/** At width 256, after 100 layers. */
export const THRESHOLDS: Readonly<Record<string, Threshold>> = {
  'relu^2': [5, 10],
  silu: [16, 28],
  gelu: [20, 36],
  relu: [32, Infinity],
  'leaky(0.1)': [32, Infinity],
  tanh: [40, Infinity],
  sigmoid: [40, Infinity],
};

/** The event for given thresholds, so that false ones can be put in their place. */
export function brokenAfter(
  thresholds: Readonly<Record<string, Threshold>>,
): Pick<ProbableTheorem<ActivatedNetwork>, 'event'> {
  return {
    event: (network, layer, key) => {
      const [, broken] = thresholds[network.activation] ?? [NaN, NaN];
      const ratio = normRatio(endOfNetwork(network, layer, key));
      return network.points >= broken ? { 'one far out': ratio - 2 } : { alike: 2 - ratio };
    },
  };
}

/** Why: where the symmetric state is unstable at infinite width it breaks; noise of width 256 breaks it some ten points earlier. */
export const activationsBreakBatchNormInTurn = theorem<ActivatedNetwork>({
  id: 'contrasts/activations-break-batch-norm-in-turn',
  kind: 'probable',
  says: 'Through 100 layers of batch normalisation of width 256 a Gaussian batch stays alike, no norm twice the median, up to 5 points with the squared ReLU, 16 with SiLU, 20 with GELU, 32 with ReLU and leaky ReLU, 40 with tanh and the sigmoid; from 10, 28 and 36 on the first three have one that is longer.',
  formula: String.raw`P\big(\max_i \|x_i\| < 2\,\mathrm{med}_i \|x_i\| \text{ if } n \le n_\varphi,\ > \text{ if } n \ge n'_\varphi\big) \ge 0.7`,
  source: observed(
    'a map of 8 to 64 points, 16 to 128 networks each (docs/gallery.md): one in eight of ReLU at 40 points, seven in eight at 64; of SiLU six in seven at 24',
  ),
  covers: ['contrasts D7', 'contrasts L3'],
  uses: [smoothActivationsBreakSymmetryFrom],
  assumes: {
    'a size that is decided': ({ points, activation }) => {
      const [alike, broken] = THRESHOLDS[activation] ?? [NaN, NaN];
      return points >= 3 && points <= 40 && (points <= alike || points >= broken);
    },
    'width 256': ({ width }) => width === 256,
    '100 layers': ({ depth }) => depth === 100,
  },
  layer: ({ activation }) => ({ ...batchNormRelu, activate: activate(parseActivation(activation)) }),
  probability: 0.7,
  indifference: 0.4,
  ...brokenAfter(THRESHOLDS),
});
