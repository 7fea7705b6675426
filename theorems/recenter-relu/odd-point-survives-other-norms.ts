import { toGram } from '../../src/limit/block-gram.js';
import { wideSteps } from '../../src/limit/wide-steps.js';
import { build, at } from '../../src/linalg/matrix.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { oddPointState } from '../odd-point-state.js';
import { wideLayerOf } from '../wide-layer.js';
import { oddPointSettlesWithinNLayers } from './odd-point-settles-within-n-layers.js';

/** The odd-point state with the norm of every point changed. */
export interface ChangedNorms {
  /** What each point's norm is multiplied by; the odd point comes first. */
  readonly factors: readonly number[];
}

/** Layers after which the state must be back: the slowest rate, 0.969 at 32 points, to this power is 1e-4. */
const LAYERS = 300;
/** How near to the state it must be by then, relative in norm and absolute in cosine. */
const WITHIN = 1e-4;

/** The conclusion for a given change of norms, so that a larger one can be put in its place. */
export function backAfter(
  change: (factor: number, point: number) => number,
): Pick<DeterministicTheorem<ChangedNorms>, 'margins'> {
  return {
    margins: ({ factors }, layer) => {
      const points = factors.length;
      const state = oddPointState(points, recenterRelu);
      if (state === undefined) return { 'an odd point stays': -1 };
      const norms = factors.map(change);
      const rest = toGram(state.gram);
      const start = build<'point', 'point'>(
        points,
        points,
        (i, j) => at(rest, i, j) * ((norms[i] ?? NaN) * (norms[j] ?? NaN)),
      );
      const end = wideSteps(start, { ...wideLayerOf(layer), steps: LAYERS });
      const norm = (i: number): number => Math.sqrt(at(end, i, i));
      let [ratio, cross] = [0, 0];
      for (let i = 1; i < points; i++) {
        ratio = Math.max(ratio, Math.abs(norm(0) / norm(i) / state.normRatio - 1));
        cross = Math.max(cross, Math.abs(at(end, 0, i) / (norm(0) * norm(i)) - state.crossCosine));
      }
      return { 'norm ratio': WITHIN - ratio, 'cross cosine': WITHIN - cross };
    },
  };
}

/** Why: directions are kept, so the odd point stays orthogonal and far; what the norms of the cluster change is a direction that contracts. */
export const oddPointSurvivesOtherNorms = theorem<ChangedNorms>({
  id: 'recenter-relu/odd-point-survives-other-norms',
  kind: 'limit',
  says: 'From the odd-point state of 7 to 32 points with every norm changed by up to 30 %, wide layers lead back to it with the same odd point, within 300 layers.',
  formula: String.raw`G_0 = \mathrm{diag}(f)\, G^* \mathrm{diag}(f),\ f_i \in [0.7, 1.3] \Rightarrow |r_i/r^* - 1|, |\tau_i - \tau^*| \le 10^{-4} \quad (t = 300)`,
  source: observed('infinite-width runs from random and from hostile changes, all up or down by 30 %'),
  covers: ['RC+ReLU P3', 'RC+ReLU I3'],
  uses: [oddPointSettlesWithinNLayers],
  assumes: {
    '7 to 32 points': ({ factors }) => factors.length >= 7 && factors.length <= 32,
    'changes of at most 30 %': ({ factors }) => factors.every((factor) => factor >= 0.7 && factor <= 1.3),
  },
  layer: () => recenterRelu,
  ...backAfter((factor) => factor),
});
