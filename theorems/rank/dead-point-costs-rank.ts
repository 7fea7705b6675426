import { exactRank } from '../../src/linalg/exact-rank.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { power } from '../../src/portable/power.js';
import { derived } from '../../src/theory/source.js';
import { type Law, theorem } from '../../src/theory/theorem.js';
import { spaceBatch, type PointsInSpace } from '../finite-batch.js';
import { twoPointsLoseRankByChance } from './two-points-lose-rank-by-chance.js';

export interface PointsBeforeALayer extends PointsInSpace {
  readonly width: number;
}

/** The law of: the first point dead and the rank short; dead and not short; alive. */
export function dying(chance: (width: number) => number): Law<PointsBeforeALayer> {
  return { of: 'categories', probabilities: ({ width }) => [chance(width), 0, 1 - chance(width)] };
}

/** Why: each neuron is off for a point by a fair coin, and a zero column adds no rank. */
export const deadPointCostsRank = theorem<PointsBeforeALayer>({
  id: 'rank/dead-point-costs-rank',
  kind: 'law',
  says: 'A ReLU layer of d neurons sends a point to zero with probability 2^-d, whatever the other points, and then the batch is short of full rank: no width gives full rank for certain.',
  formula: String.raw`P(\mathrm{rank}\,\mathrm{relu}(WX) < n) \ge P(\mathrm{relu}(Wx_1) = 0) = 2^{-d}`,
  source: derived('docs/derivations.md#rank-by-chance'),
  covers: ['contrasts E3'],
  uses: [twoPointsLoseRankByChance],
  assumes: {
    'the first point is not the origin': ({ points }) => (points[0] ?? []).some((x) => x !== 0),
    'a neuron': ({ width }) => width >= 1,
  },
  layer: () => reluAlone,
  law: dying((width) => power(0.5, width)),
  sample: (instance, layer, key) => {
    const batch = spaceBatch(instance);
    const after = applyLayer(stagesOf(layer), gaussian.draw(key, instance.width, batch.rows), batch);
    let largest = 0;
    for (let k = 0; k < after.rows; k++) largest = Math.max(largest, Math.abs(after.values[k * after.cols] ?? NaN));
    if (largest > 0) return 2;
    return exactRank(after) < after.cols ? 0 : 1;
  },
});
