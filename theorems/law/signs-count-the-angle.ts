import { fastChain } from '../../src/chain/fast-chain.js';
import { cosines } from '../../src/geometry/cosines.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import type { Activation } from '../../src/network/activation.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { linear } from '../../src/network/layers.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { activate } from '../../src/network/stages.js';
import { gaussian } from '../../src/network/weights.js';
import { acos } from '../../src/portable/acos.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { binomial } from '../identities/batch-normed-pairs-toss-a-coin.js';
import { gramChainIsTheNetwork } from './gram-chain-is-the-network.js';

/** Points through one layer. */
export interface FewPoints {
  /** Their coordinates, as many for each. The claim is about the first and the last. */
  readonly points: readonly (readonly number[])[];
  readonly width: number;
}

/** No code of the kernel stands for it. */
const sign: Activation = { name: 'sign', at: Math.sign, degree: 0 };

/** A layer that keeps of its rows on which side of 0 they are. */
const signs: Layer = { ...linear, activate: activate(sign) };

/** Shape: coordinates × points. */
function batchOf({ points }: FewPoints): Batch {
  return build(points[0]?.length ?? 0, points.length, (k, i) => points[i]?.[k] ?? NaN);
}

/** The angle between the first and the last, over pi. NaN of a point at 0. */
function turn(instance: FewPoints): number {
  return acos(cosines(batchOf(instance)).values[instance.points.length - 1] ?? NaN) / Math.PI;
}

/** The conclusion for a given chance that a neuron tells the two apart. */
export function countedBy(chance: (turn: number) => number): Pick<LawTheorem<FewPoints>, 'law'> {
  return {
    law: { of: 'categories', probabilities: (instance) => binomial(instance.width, chance(turn(instance))) },
  };
}

/** Why: the plane of two points meets the hyperplane of a neuron in a line of uniform direction, which parts them with chance angle / pi. */
export const signsCountTheAngle = theorem<FewPoints>({
  id: 'law/signs-count-the-angle',
  kind: 'law',
  says: 'A layer that keeps only signs parts two points on a binomial number of neurons, each with chance angle over pi.',
  formula: String.raw`\#\{k : \mathrm{sign}(w_k^\top x) \ne \mathrm{sign}(w_k^\top y)\} \sim \mathrm{Bin}(d, \theta/\pi)`,
  source: derived('docs/derivations.md#signs'),
  uses: [gramChainIsTheNetwork],
  assumes: {
    'two points, neither at 0': (instance) => instance.points.length >= 2 && Number.isFinite(turn(instance)),
    'a neuron': ({ width }) => width >= 1,
  },
  layer: () => signs,
  ...countedBy((share) => share),
  sample: (instance, layer, key) => {
    const { width } = instance;
    const network = uniformNetwork({ stages: stagesOf(layer), width, depth: 1, weights: gaussian });
    const { factor } = lastLayer(fastChain(network, batchOf(instance), key));
    const cosine = cosines(factor).values[instance.points.length - 1] ?? NaN;
    return Math.round((width * (1 - cosine)) / 2);
  },
});
