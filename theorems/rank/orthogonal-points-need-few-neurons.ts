import { rank } from '../../src/geometry/spectrum.js';
import { build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { log } from '../../src/portable/log.js';
import { power } from '../../src/portable/power.js';
import { derived } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { wideEnoughReluHasFullRank } from './wide-enough-relu-has-full-rank.js';

/** Orthogonal points of norm 1. */
export interface OrthogonalPoints {
  readonly points: number;
}

const PROBABILITY = 0.9;

/** The least eigenvalue of a neuron after ReLU, brought to norm 1 over the batch: (1 - 2^-n - (2/pi)(n/2 - 1 + 2^-n)/(n-1))/n. */
export function leastOfOneRelu(points: number): number {
  const dead = power(0.5, points);
  return (1 - dead - ((2 / Math.PI) * (points / 2 - 1 + dead)) / (points - 1)) / points;
}

/** The event at a given width, so that a false one can be put in its place. */
export function independentAt(widthOf: (points: number) => number): Pick<ProbableTheorem<OrthogonalPoints>, 'event'> {
  return {
    event: ({ points }, layer, key) => {
      const batch = build<'neuron', 'point'>(points, points, (k, i) => (k === i ? 1 : 0));
      const after = applyLayer(stagesOf(layer), gaussian.draw(key, widthOf(points), points), batch);
      return { 'full rank': rank(after) - points };
    },
  };
}

/** Why: neurons brought to norm 1 after ReLU, and not before it, still obey the matrix Chernoff bound, with twice the eigenvalue. */
export const orthogonalPointsNeedFewNeurons = theorem<OrthogonalPoints>({
  id: 'rank/orthogonal-points-need-few-neurons',
  kind: 'probable',
  says: 'A ReLU layer of log(10 n)/mu neurons keeps n orthogonal points independent with probability 0.9, where n mu, the least eigenvalue of a neuron brought to norm 1 after ReLU, is in closed form: 0.591 for two points, 1 - 1/pi for many.',
  formula: String.raw`P(\mathrm{rank}\,\mathrm{relu}(W) < n) \le n e^{-d\mu},\quad n\mu = 1 - 2^{-n} - \frac{2}{\pi}\,\frac{n/2 - 1 + 2^{-n}}{n-1}`,
  source: derived('docs/derivations.md#rank-by-chance'),
  covers: ['contrasts E3'],
  uses: [wideEnoughReluHasFullRank],
  assumes: { 'at least two points': ({ points }) => points >= 2 },
  layer: () => reluAlone,
  probability: PROBABILITY,
  indifference: 0.2,
  ...independentAt((points) => Math.ceil(log(points / (1 - PROBABILITY)) / leastOfOneRelu(points))),
});
