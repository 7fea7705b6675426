import { reluCapacity } from '../../src/geometry/relu-capacity.js';
import { exactRank } from '../../src/linalg/exact-rank.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { batchOf, type IntegerLayer, integerWeights } from '../integer-points.js';

/** The conclusion for a given cap, so that a false one can be put in its place. */
export function cappedBy(cap: (batch: Batch) => number): Pick<DeterministicTheorem<IntegerLayer>, 'margins'> {
  return {
    margins: (instance, layer) => {
      const batch = batchOf(instance);
      const after = applyLayer(stagesOf(layer), integerWeights(instance), batch);
      return { 'rank to spare': Math.min(instance.width, cap(batch)) - exactRank(after) };
    },
  };
}

/**
 * Why: points of one ray stay parallel, and relu(t) - relu(-t) = t turns what two opposite points make into a linear form, of
 * which the lines allow as many as they span.
 */
export const reluRankIsCappedByRays = theorem<IntegerLayer>({
  id: 'rank/relu-rank-is-capped-by-rays',
  kind: 'exact',
  says: 'Whatever the weights, a ReLU layer gives a batch at most rank: its rays, less the lines that hold two rays, plus the dimension that those lines span.',
  formula: String.raw`\mathrm{rank}\, \mathrm{relu}(WX) \le \min(d, \mathrm{rays} - p + s)`,
  source: derived('docs/derivations.md#relu-rank'),
  covers: ['contrasts E1'],
  uses: [],
  assumes: { 'one to four inputs': ({ inputs }) => inputs >= 1 && inputs <= 4 },
  layer: () => reluAlone,
  ...cappedBy(reluCapacity),
});
