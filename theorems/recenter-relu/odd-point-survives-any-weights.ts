import { crossCosine } from '../../src/geometry/cluster.js';
import { normRatio, oddPoint } from '../../src/geometry/odd-point.js';
import { directNetwork } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { parseWeightLaw } from '../../src/network/parse-weight-law.js';
import { derive } from '../../src/random/key.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { oddConfiguration } from '../odd-configuration.js';
import { oddPointSurvivesAtFiniteWidth } from './odd-point-survives-at-finite-width.js';

/** A network with weights of a law, by name. */
export interface WeightedNetwork extends DeepNetwork {
  readonly weights: string;
}

/** The event for given weights, so that ones without a variance can be put in their place. */
export function keepsWith(
  weightsOf: (network: WeightedNetwork) => string,
): Pick<ProbableTheorem<WeightedNetwork>, 'event'> {
  return {
    event: (instance, layer, key) => {
      const { points, width, depth } = instance;
      const weights = parseWeightLaw(weightsOf(instance));
      const network = uniformNetwork({ stages: stagesOf(layer), width, depth, weights });
      const start = oddConfiguration(points, (i) => (i % 2 === 0 ? 0.7 : 1.3));
      const end = lastLayer(directNetwork(network, start, derive(key, 'weights'))).factor;
      return {
        'the same odd point': oddPoint(end) === 0 ? 1 : -1,
        far: normRatio(end) / (points - 1) - 0.4,
        orthogonal: 0.3 - crossCosine(end).max,
      };
    },
  };
}

/** Why: a wide layer with independent entries of one variance sees the batch through its Gram matrix, whatever the law of an entry. */
export const oddPointSurvivesAnyWeights = theorem<WeightedNetwork>({
  id: 'recenter-relu/odd-point-survives-any-weights',
  kind: 'probable',
  says: 'Sign, uniform and heavy-tailed weights of finite variance keep the configuration as Gaussian ones do: from norms 30 % off, the same point is odd, far and orthogonal 15 layers of width 64 later.',
  formula: String.raw`P\big(\text{odd}_{15} = \text{odd}_0,\ r > 0.4 (n-1),\ \max_i |\cos(x_{odd}, x_i)| < 0.3\big) \ge 0.75`,
  source: observed(
    '12 networks for each law at width 96; Cauchy weights lose the configuration, as do ones with five entries a neuron; 15 layers are too few to tell eight points, of which 13 in 20 keep it, from sixteen',
  ),
  covers: ['RC+ReLU F5'],
  uses: [oddPointSurvivesAtFiniteWidth],
  assumes: {
    '16 points': ({ points }) => points === 16,
    'width 64': ({ width }) => width === 64,
    '15 layers': ({ depth }) => depth === 15,
    'a law of finite variance': ({ weights }) => parseWeightLaw(weights).name !== 'cauchy',
  },
  layer: () => recenterRelu,
  probability: 0.75,
  indifference: 0.4,
  ...keepsWith(({ weights }) => weights),
});
