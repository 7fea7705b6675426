import { betweenBlocks, type BlockGram, blockGram, pointsOf, squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { symmetricCosine, symmetricStateIsFixed } from '../recenter-relu/symmetric-state-is-fixed.js';

/** Points in groups: each group sits at a place in space, and its points scatter around it in directions of their own. */
export interface Groups {
  readonly groups: readonly {
    readonly size: number;
    readonly at: readonly [number, number, number];
    /** Distance of each point from the place of its group. */
    readonly scatter: number;
  }[];
}

/** How near to symmetric it must be by then. */
const WITHIN = 1e-3;

/** The Gram matrix of the points, one block a group. */
function groupsGram({ groups }: Groups): BlockGram {
  const inner = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x, k) => sum + x * (b[k] ?? NaN), 0);
  return blockGram(
    groups.map(({ size }) => size),
    groups.map(({ scatter }) => scatter * scatter),
    groups.flatMap((a) => groups.map((b) => inner(a.at, b.at))),
  );
}

/** Number of points. */
export function size({ groups }: Groups): number {
  return groups.reduce((sum, group) => sum + group.size, 0);
}

/** The conclusion after so many layers, so that too few can be put in their place. */
export function symmetricAfter(layersOf: (points: number) => number): Pick<DeterministicTheorem<Groups>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const step = limitLayer(stagesOf(layer));
      const layers = layersOf(size(batch));
      let gram = groupsGram(batch);
      for (let t = 0; t < layers; t++) gram = step({ gram }).gram;
      return symmetryMargins(gram, symmetricCosine(pointsOf(gram)));
    },
  };
}

/** Why: rescaling bounds what one point can weigh in a neuron, which takes away the expansion that an odd point lives on. */
export const batchNormReturnsToSymmetry = theorem<Groups>({
  id: 'contrasts/batch-norm-returns-to-symmetry',
  kind: 'limit',
  says: 'With rescaling added, full batch normalisation and ReLU bring 3 to 32 points back to equal norms and equal cosines within 50 + 4n wide layers: no odd point.',
  formula: String.raw`\max_{ij} |\cos(x_i, x_j) - c^*(n)| \le 10^{-3},\ \max_i |\,n \|x_i\|^2 / \mathrm{tr} - 1| \le 10^{-3}\quad (t = 50 + 4n)`,
  source: observed(
    'infinite-width runs from random, clustered, near-collinear and one-outlier batches, 600 of which took up to 37 + 4n layers; false from 52 points on. That one odd point and an exchangeable cluster return, in some number of layers, is proved up to 51 points',
  ),
  covers: ['RC+ReLU C1', 'contrasts D5'],
  uses: [symmetricStateIsFixed],
  assumes: {
    '3 to 32 points': (batch) => size(batch) >= 3 && size(batch) <= 32,
    'points of a group differ': ({ groups }) => groups.every(({ scatter }) => scatter > 0),
  },
  layer: () => batchNormRelu,
  // The slowest rate is near 1 - 2.3/n; 50 layers are for clusters of a millionth to come apart.
  ...symmetricAfter((points) => 50 + 4 * points),
});

/** Worst deviations from equal norms and from one cosine, over all groups. */
function symmetryMargins(gram: BlockGram, cosine: number): { readonly norms: number; readonly cosines: number } {
  let [norms, cosines] = [0, 0];
  for (const [b, points] of gram.sizes.entries()) {
    norms = Math.max(norms, Math.abs(squaredNorm(gram, b) - 1));
    for (const c of gram.sizes.keys()) {
      if (b === c && points === 1) continue;
      const found = betweenBlocks(gram, b, c) / Math.sqrt(squaredNorm(gram, b) * squaredNorm(gram, c));
      cosines = Math.max(cosines, Math.abs(found - cosine));
    }
  }
  return { norms: WITHIN - norms, cosines: WITHIN - cosines };
}
