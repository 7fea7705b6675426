import { toGram } from '../../src/limit/block-gram.js';
import { wideSteps } from '../../src/limit/wide-steps.js';
import { at, build } from '../../src/linalg/matrix.js';
import { leaky } from '../../src/network/activations.js';
import { recenterRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { paper } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { oddPointState } from '../odd-point-state.js';
import { copiesChangeNothing } from '../recenter-relu/copies-change-nothing.js';
import { leakyFamilySharesCentredStates } from '../recenter-relu/leaky-family-shares-centred-states.js';
import { oddPointSettlesWithinNLayers } from '../recenter-relu/odd-point-settles-within-n-layers.js';
import { oddPointSurvivesAnyWeights } from '../recenter-relu/odd-point-survives-any-weights.js';
import { oddPointSurvivesAtFiniteWidth } from '../recenter-relu/odd-point-survives-at-finite-width.js';
import { oddPointSurvivesOtherNorms } from '../recenter-relu/odd-point-survives-other-norms.js';
import { wideLayerOf } from '../wide-layer.js';

/** The configuration with every norm changed and every inner product of the cluster moved, under a leaky ReLU. */
export interface Disturbed {
  /** What each norm is multiplied by; the odd point comes first. */
  readonly factors: readonly number[];
  /** How much of each point is turned into a direction of its own: 0 keeps the angles. */
  readonly turn: number;
  readonly slope: number;
}

const LAYERS = 600;
const WITHIN = 1e-3;

/** The conclusion for a given change of each point, so that a larger one can be put in its place. */
export function returnsFrom(
  change: (factor: number, point: number) => number,
): Pick<DeterministicTheorem<Disturbed>, 'margins'> {
  return {
    margins: ({ factors, turn, slope }, layer) => {
      const points = factors.length;
      const state = oddPointState(points, { ...recenterRelu, activate: activate(leaky(slope)) });
      if (state === undefined) return { 'an odd point stays': -1 };
      const norms = factors.map(change);
      const rest = toGram(state.gram);
      const start = build<'point', 'point'>(points, points, (i, j) => {
        const kept = i === j ? at(rest, i, i) : (1 - turn) * at(rest, i, j);
        return kept * ((norms[i] ?? NaN) * (norms[j] ?? NaN));
      });
      const end = wideSteps(start, { ...wideLayerOf(layer), steps: LAYERS });
      let [ratio, cross] = [0, 0];
      for (let i = 1; i < points; i++) {
        const [odd, other] = [Math.sqrt(at(end, 0, 0)), Math.sqrt(at(end, i, i))];
        ratio = Math.max(ratio, Math.abs(odd / other / state.normRatio - 1));
        cross = Math.max(cross, Math.abs(at(end, 0, i) / (odd * other) - state.crossCosine));
      }
      return { 'as far as before': WITHIN - ratio, 'at the same angle': WITHIN - cross };
    },
  };
}

/** Why: a layer expands what differs inside the cluster by 1 + 2/n and takes more away as soon as it is large; the odd point alone is far enough to keep its place. */
export const configurationIsStable = theorem<Disturbed>({
  id: 'paper/configuration-is-stable',
  kind: 'limit',
  says: 'The configuration is stable: a wide network brings it back, with the same odd point, after all norms change by up to 30 % and the directions by up to 20 %, with ReLU or a leaky ReLU of small slope.',
  formula: String.raw`G_0 = \mathrm{diag}(f)\big((1 - s) G^* + s\,\mathrm{diag}\,G^*\big)\mathrm{diag}(f) \Rightarrow G_t \to G^*\quad (|f_i - 1| \le 0.3,\ s \le 0.2)`,
  source: paper('arXiv:2412.02843v1, abstract ("stable"); here for 10 to 24 points, slopes up to 0.2 and 600 layers'),
  covers: ['RC+ReLU P3', 'contrasts L4'],
  uses: [
    oddPointSettlesWithinNLayers,
    oddPointSurvivesOtherNorms,
    oddPointSurvivesAtFiniteWidth,
    oddPointSurvivesAnyWeights,
    copiesChangeNothing,
    leakyFamilySharesCentredStates,
  ],
  assumes: {
    '10 to 24 points': ({ factors }) => factors.length >= 10 && factors.length <= 24,
    'norms within 30 %': ({ factors }) => factors.every((factor) => factor >= 0.7 && factor <= 1.3),
    'directions within 20 %': ({ turn }) => turn >= 0 && turn <= 0.2,
    'a slope of at most 0.2': ({ slope }) => slope >= 0 && slope <= 0.2,
  },
  layer: ({ slope }) => ({ ...recenterRelu, activate: activate(leaky(slope)) }),
  ...returnsFrom((factor) => factor),
});
