import { betweenBlocks, type BlockGram, blockGram, pointsOf, squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
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

/** Layers after which the state must be symmetric: the slowest rate, 0.931 at 32 points, to this power is below 1e-5. */
export const LAYERS = 180;
/** How near to symmetric it must be by then. */
export const WITHIN = 1e-3;

/** The Gram matrix of the points, one block a group. */
export function groupsGram({ groups }: Groups): BlockGram {
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

/** Why: rescaling bounds what one point can weigh in a neuron, which takes away the expansion that an odd point lives on. */
export const batchNormReturnsToSymmetry = theorem<Groups>({
  id: 'contrasts/batch-norm-returns-to-symmetry',
  kind: 'limit',
  says: 'With rescaling added, full batch normalisation and ReLU bring 3 to 32 points back to equal norms and equal cosines within 180 wide layers: no odd point.',
  formula: String.raw`\max_{ij} |\cos(x_i, x_j) - c^*(n)| \le 10^{-3},\ \max_i |\,n \|x_i\|^2 / \mathrm{tr} - 1| \le 10^{-3}\quad (t = 180)`,
  source: observed(
    'infinite-width runs from random, clustered, near-collinear and one-outlier batches; false from 52 points on. That one odd point and an exchangeable cluster return, in some number of layers, is proved up to 51 points',
  ),
  covers: ['RC+ReLU C1', 'contrasts D5'],
  uses: [symmetricStateIsFixed],
  assumes: {
    '3 to 32 points': (batch) => size(batch) >= 3 && size(batch) <= 32,
    'points of a group differ': ({ groups }) => groups.every(({ scatter }) => scatter > 0),
  },
  layer: () => batchNormRelu,
  margins: (batch, layer) => {
    const step = limitLayer(stagesOf(layer));
    let gram = groupsGram(batch);
    for (let t = 0; t < LAYERS; t++) gram = step({ gram }).gram;
    return symmetryMargins(gram, symmetricCosine(pointsOf(gram)));
  },
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
