import { clusterCosine, crossCosine } from '../../src/geometry/cluster.js';
import { normRatio } from '../../src/geometry/odd-point.js';
import { recenterRelu } from '../../src/network/layers.js';
import { parseActivation } from '../../src/network/parse-activation.js';
import { activate } from '../../src/network/stages.js';
import { power } from '../../src/portable/power.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { oddPointAppears } from './odd-point-appears.js';

export interface ActivatedNetwork extends DeepNetwork {
  /** As `parseActivation` reads it. */
  readonly activation: string;
}

/** The powers of ReLU that make an odd point; of other functions it is claimed that they do not. */
export const STEEP: Readonly<Record<string, number>> = { 'relu^1.25': 1.25, 'relu^1.5': 1.5, 'relu^2': 2, 'relu^3': 3 };
export const NONE: readonly string[] = ['relu^0.5', 'relu^0.75', 'elu', 'tanh', 'sin', 'softplus', 'sigmoid'];

/** The event for a given list of powers, so that a false one can be put in its place. */
export function oddFor(
  steep: Readonly<Record<string, number>>,
  limit: (points: number, power: number) => number = (points, a) => power(points - 1, a),
): Pick<ProbableTheorem<ActivatedNetwork>, 'event'> {
  return {
    event: (network, layer, key) => {
      const end = endOfNetwork(network, layer, key);
      const a = steep[network.activation];
      const ratio = normRatio(end);
      if (a === undefined) return { 'no odd point': (network.points - 1) / 2 - ratio };
      const share = ratio / limit(network.points, a);
      return {
        'as far as that power': Math.min(share - 0.35, 2.5 - share),
        orthogonal: 0.1 - crossCosine(end).max,
        'one cluster': clusterCosine(end).mean - 0.95,
      };
    },
  };
}

/**
 * Why: a power a makes the outlier (n-1)^a times as long, of which recentering hands n^(a-1) to each point of the cluster: for a > 1
 * that drowns their differences, for a < 1 they drown it. A smooth function is linear where norms shrink, and constant where it does not vanish.
 */
export const oddPointNeedsAKinkAndASteepSide = theorem<ActivatedNetwork>({
  id: 'recenter-relu/odd-point-needs-a-kink-and-a-steep-side',
  kind: 'probable',
  says: 'With recentering, in batches of 6 to 16 points, powers 1.25 to 3 of ReLU make one odd point as well, (n-1)^a times as long as a tighter cluster and orthogonal to it; powers of 3/4 and less do not, nor do ELU, tanh, sine, softplus and the sigmoid, which have no kink to keep as the norms shrink.',
  formula: String.raw`\varphi = \max(z, 0)^a,\ a > 1:\ r \approx (n-1)^a,\ \rho > 0.95,\ |\tau| < 0.1;\quad \text{else}\ r < \tfrac{n-1}2`,
  source: observed(
    'five networks of 16 points, width 256 and 120 layers for each, and 20 each of 6, 8 and 12 points: the square and the cube make one of three points already, ReLU of seven; and for leaky slopes recenter-relu/odd-point-is-stable-for-slopes',
  ),
  uses: [oddPointAppears],
  assumes: {
    '6 to 16 points': ({ points }) => points >= 6 && points <= 16,
    'width 128': ({ width }) => width === 128,
    '120 layers': ({ depth }) => depth === 120,
    'a function of the list': ({ activation }) => activation in STEEP || NONE.includes(activation),
  },
  layer: ({ activation }) => ({ ...recenterRelu, activate: activate(parseActivation(activation)) }),
  probability: 0.8,
  indifference: 0.4,
  ...oddFor(STEEP),
});
