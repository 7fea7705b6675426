import { acos } from '../../src/portable/acos.js';
import { cos } from '../../src/portable/cos.js';
import { log } from '../../src/portable/log.js';
import { betweenBlocks, blockGram, squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';

/** Two points at an angle, and a number of layers. */
export interface PairInDepth {
  /** In (0, pi]. */
  readonly angle: number;
  readonly normRatio: number;
  readonly layers: number;
}

/** b in 1/theta' = 1/theta + b + O(theta). */
export const RATE = 1 / (3 * Math.PI);
/** 2/(3 pi^2): the largest (1/theta' - 1/theta - b) / theta on (0, pi], attained at pi. */
const CURVATURE = 2 / (3 * Math.PI * Math.PI);

/** The upper bound on the angle after t layers. */
function widest({ angle, layers }: PairInDepth, rate: number): number {
  return 1 / (1 / angle + rate * layers);
}

/** The lower bound: the one-step bound summed with theta_s <= widest(s). */
export function narrowest({ angle, layers }: PairInDepth): number {
  const slack = CURVATURE * angle + (CURVATURE / RATE) * log(1 + RATE * angle * (layers - 1));
  return 1 / (1 / angle + RATE * layers + slack);
}

/** The conclusion with a given rate in the upper bound, so that a false rate can be put in its place. */
export function within(rate: number): Pick<DeterministicTheorem<PairInDepth>, 'margins'> {
  return {
    margins: (pair, layer) => {
      const { angle, normRatio, layers } = pair;
      const step = limitLayer(stagesOf(layer));
      const cross = normRatio * cos(angle);
      let gram = blockGram([1, 1], [0, 0], [normRatio * normRatio, cross, cross, 1]);
      for (let t = 0; t < layers; t++) gram = step({ gram }).gram;
      const cosine = betweenBlocks(gram, 0, 1) / Math.sqrt(squaredNorm(gram, 0) * squaredNorm(gram, 1));
      const last = acos(Math.min(1, cosine));
      return {
        'not slower': widest(pair, rate) - last,
        'not faster': last - narrowest(pair),
        'norms keep their ratio': -Math.abs(Math.sqrt(squaredNorm(gram, 0) / squaredNorm(gram, 1)) / normRatio - 1),
      };
    },
  };
}

/** Why: a layer of ReLU maps the angle by the arc-cosine kernel, and b < 1/theta' - 1/theta <= b + k theta on (0, pi]. */
export const reluAloneCollapses = theorem<PairInDepth>({
  id: 'contrasts/relu-alone-collapses',
  kind: 'limit',
  says: 'Without recentering a wide ReLU network draws every two points together: their angle is 3 pi/t to leading order, between two explicit bounds.',
  formula: String.raw`\Big(\tfrac1{\theta_0} + bt + k\theta_0 + \tfrac kb \ln(1 + b\theta_0(t-1))\Big)^{-1} \le \theta_t \le \Big(\tfrac1{\theta_0} + bt\Big)^{-1},\ b = \tfrac1{3\pi}`,
  source: derived('docs/derivations.md#relu-depth'),
  covers: ['RC+ReLU C2', 'contrasts C2'],
  uses: [],
  assumes: {
    'an angle in (0, pi]': ({ angle }) => angle > 0 && angle <= Math.PI,
    'at least one layer': ({ layers }) => layers >= 1,
  },
  layer: () => reluAlone,
  ...within(RATE),
});
