import { exactRank } from '../../src/linalg/exact-rank.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { cos } from '../../src/portable/cos.js';
import { power } from '../../src/portable/power.js';
import { sin } from '../../src/portable/sin.js';
import { derived } from '../../src/theory/source.js';
import { type Law, theorem } from '../../src/theory/theorem.js';

/** Two points at an angle, before a ReLU layer. */
export interface PairBeforeALayer {
  /** In (0, pi). */
  readonly angle: number;
  readonly width: number;
}

/** The law of the rank, 0 for less than 2 and 1 for 2, from the probability of less than 2. */
export function losing(probability: (pair: PairBeforeALayer) => number): Law<PairBeforeALayer> {
  return {
    of: 'categories',
    probabilities: (pair) => [probability(pair), 1 - probability(pair)],
  };
}

/** 2^(1-d) + (d-1) q^d, where q is the probability that a neuron is on for both points, and also that it is off for both. */
export function deficient({ angle, width }: PairBeforeALayer): number {
  return 2 * power(0.5, width) + (width - 1) * power((Math.PI - angle) / (2 * Math.PI), width);
}

/** Why: rank 2 needs a neuron for each point that the other lacks, or two neurons in different proportion. */
export const twoPointsLoseRankByChance = theorem<PairBeforeALayer>({
  id: 'rank/two-points-lose-rank-by-chance',
  kind: 'law',
  says: 'A narrow ReLU layer makes two independent points dependent with a probability that is known exactly, and never 0.',
  formula: String.raw`P(\mathrm{rank} < 2) = 2^{1-d} + (d-1) \Big(\frac{\pi - \theta}{2\pi}\Big)^{\!d}`,
  source: derived('docs/derivations.md#rank-by-chance'),
  covers: ['contrasts E3'],
  uses: [],
  assumes: { 'an angle in (0, pi)': ({ angle }) => angle > 0 && angle < Math.PI },
  layer: () => reluAlone,
  law: losing(deficient),
  sample: ({ angle, width }, layer, key) => {
    const batch: Batch = build(2, 2, (k, i) => (i === 0 ? 1 - k : k === 0 ? cos(angle) : sin(angle)));
    return exactRank(applyLayer(stagesOf(layer), gaussian.draw(key, width, 2), batch)) === 2 ? 1 : 0;
  },
});
