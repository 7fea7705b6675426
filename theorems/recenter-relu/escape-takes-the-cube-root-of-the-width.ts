import { gaussian } from '../../src/batches/generic.js';
import { fastChain } from '../../src/chain/fast-chain.js';
import { normRatio } from '../../src/geometry/odd-point.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { uniformNetwork } from '../../src/network/network.js';
import { gaussian as gaussianWeights } from '../../src/network/weights.js';
import { exp } from '../../src/portable/exp.js';
import { log } from '../../src/portable/log.js';
import { derive, type StreamKey } from '../../src/random/key.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand } from '../odd-point-state.js';
import { tippingLeadIsPiMinusTwoOverN } from './tipping-lead-is-pi-minus-two-over-n.js';

/** A batch and the width of the layers that it goes through, as many as it takes. */
export interface WideNetwork {
  readonly points: number;
  readonly width: number;
}

const EVERY = 2;
const MOST = 104;

/** The first layer, of every second one, at which a point is half as far as an odd one ends; infinite when none is in 104 layers. */
function escapeTime({ points, width }: WideNetwork, layer: Layer, key: StreamKey): number {
  const network = uniformNetwork({ stages: stagesOf(layer), width, depth: MOST, weights: gaussianWeights });
  const input = gaussian(derive(key, 'batch'), width, points);
  for (const state of fastChain(network, input, derive(key, 'weights'), { every: EVERY })) {
    if (state.layer > 0 && normRatio(state.factor) > (points - 1) / 2) return state.layer;
  }
  return Infinity;
}

/** d^(1/3), by which the time grows. */
export function cubeRoot({ width }: WideNetwork): number {
  return exp(log(width) / 3);
}

/** The conclusion for a given unit of time, so that a false one can be put in its place. */
export function escapingAfter(unit: (network: WideNetwork) => number): Pick<ProbableTheorem<WideNetwork>, 'event'> {
  return {
    event: (network, layer, key) => {
      const time = escapeTime(network, layer, key);
      return { time: inBand(time, 9 + 2.5 * unit(network), 24 + 8 * unit(network)) };
    },
  };
}

/**
 * Why: a lead x of one point gains B x^2 and noise of variance of order 1/d a layer; both are of one size at x ~ d^(-1/3), after
 * 1/(Bx) layers. What pulls it back, A x/n, matters below x ~ 1/n only: in layers wider than n^3.
 */
export const escapeTakesTheCubeRootOfTheWidth = theorem<WideNetwork>({
  id: 'recenter-relu/escape-takes-the-cube-root-of-the-width',
  kind: 'probable',
  says: 'Up to n^3/4 neurons, 16 to 24 Gaussian points need about 16 + 4.75 d^(1/3) layers of recentering and ReLU for an odd point to be half as far as it ends, half as many or twice, whatever their number: medians of 35 to 56 at widths 64 to 512.',
  formula: String.raw`P\big(9 + 2.5\sqrt[3]d \le T \le 24 + 8\sqrt[3]d\big) \ge 0.7\quad (d \le n^3/4)`,
  source: observed(
    'medians of 20 to 60 networks for n = 16, 24, 32, 64 and d = 64 to 4096, and times to twice the median norm; of ten points three in four keep to it, of eight and fewer less than half; the scaling is that of docs/derivations.md#escape-from-symmetry',
  ),
  covers: ['RC+ReLU F1', 'RC+ReLU F6'],
  uses: [tippingLeadIsPiMinusTwoOverN],
  assumes: {
    '16 to 24 points': ({ points }) => points >= 16 && points <= 24,
    'width 64 to 512': ({ width }) => width >= 64 && width <= 512,
    'up to n^3/4 neurons': ({ points, width }) => 4 * width <= points * points * points,
  },
  layer: () => recenterRelu,
  probability: 0.7,
  indifference: 0.4,
  ...escapingAfter(cubeRoot),
});
