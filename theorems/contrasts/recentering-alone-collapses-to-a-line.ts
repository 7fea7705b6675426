import { cosines } from '../../src/geometry/cosines.js';
import { linear } from '../../src/network/layers.js';
import { recenter } from '../../src/network/stages.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';

/** A batch and a width; the depth goes with the width. */
export type NarrowNetwork = Omit<DeepNetwork, 'depth'>;

/** The event for given layers a neuron, so that too few can be put in their place. */
export function collapsedAfter(layersANeuron: number): Pick<ProbableTheorem<NarrowNetwork>, 'event'> {
  return {
    event: (network, layer, key) => {
      const end = endOfNetwork({ ...network, depth: layersANeuron * network.width }, layer, key);
      const { values } = cosines(end);
      return {
        'on one line': Math.min(...values.map(Math.abs)) - 0.9,
        'on both sides': -0.9 - Math.min(...values),
      };
    },
  };
}

/** Why: a product of independent Gaussian matrices has Lyapunov exponents 1/(2d) apart, so the largest direction wins at a depth of order d. */
export const recenteringAloneCollapsesToALine = theorem<NarrowNetwork>({
  id: 'contrasts/recentering-alone-collapses-to-a-line',
  kind: 'probable',
  says: 'Without ReLU and rescaling there is no odd point: after 40 layers a neuron, a recentred linear network has all points on one line, on both sides of the mean.',
  formula: String.raw`P\big(\min_{ij} |\cos(x_i, x_j)| > 0.9,\ \min_{ij} \cos(x_i, x_j) < -0.9\big) \ge 0.9\quad (T = 40\,d)`,
  source: observed(
    '100 networks of 16 points at width 8 and depth 300: all of them; 40 each of 2, 3 and 20 points at widths 2 to 12: all; 16 layers a neuron suffice as often, of eight it is seven in ten',
  ),
  covers: ['RC+ReLU C3'],
  uses: [],
  assumes: {
    '2 to 12 points': ({ points }) => points >= 2 && points <= 12,
    'width 2 to 8': ({ width }) => width >= 2 && width <= 8,
  },
  layer: () => ({ ...linear, recenter }),
  probability: 0.9,
  indifference: 0.3,
  ...collapsedAfter(40),
});
