import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { onCurve } from '../../src/limit/odd-angle.js';
import { paper } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { oddPointState } from '../odd-point-state.js';
import { spreadAfter } from '../odd-spread.js';
import { indicativeModelIsExact } from '../recenter-relu/indicative-model-is-exact.js';
import { oddPointSettlesWithinNLayers } from '../recenter-relu/odd-point-settles-within-n-layers.js';
import { oneAngleDescribesTheOddPoint } from '../recenter-relu/one-angle-describes-the-odd-point.js';
import { type OddStart, spreadAtShare, startsDivideFromSeven } from '../recenter-relu/starts-divide-from-seven.js';

const WITHIN = 1e-3;

/** The conclusion for a given number of layers a point, so that too small a one can be put in its place. */
export function evolvedAfter(layersAPoint: number): Pick<DeterministicTheorem<OddStart>, 'margins'> {
  return {
    margins: ({ points, share }, layer) => {
      const state = oddPointState(points, recenterRelu);
      if (state === undefined) return { 'an odd point stays': -1 };
      let spread = spreadAtShare(points, share);
      let turned = 0;
      const first = Math.sign(spreadAfter(stagesOf(layer), points, spread) - spread);
      for (let t = 0; t < layersAPoint * points; t++) {
        const next = spreadAfter(stagesOf(layer), points, spread);
        turned = Math.max(turned, -first * (next / spread - 1));
        spread = next;
      }
      const end = onCurve(spread, points);
      return {
        'the angle never turns back': -turned,
        'as far as the odd point': WITHIN - Math.abs(end.normRatio / state.normRatio - 1),
        'as tight as the cluster': WITHIN - Math.abs(end.clusterGap / state.clusterGap - 1),
      };
    },
  };
}

/** Why: one angle moves by an increasing map with three fixed points; below the threshold it goes straight to the odd one. */
export const simplifiedModelShowsTheEvolution = theorem<OddStart>({
  id: 'paper/simplified-model-shows-the-evolution',
  kind: 'limit',
  says: 'In the simplified model of one odd point and an even cluster the evolution is one angle that moves one way, layer by layer, from up to four fifths of the symmetric angle to the angle of the odd-point state.',
  formula: String.raw`\varphi_0 \le 0.8\,\varphi_s \Rightarrow \varphi_t \text{ monotone},\ \varphi_{24 n} \to \varphi_o\quad (n \ge 7)`,
  source: paper(
    'arXiv:2412.02843v1, abstract ("a simplified model"); the model is that of docs/derivations.md#one-angle',
  ),
  covers: ['RC+ReLU P4'],
  uses: [indicativeModelIsExact, oneAngleDescribesTheOddPoint, startsDivideFromSeven, oddPointSettlesWithinNLayers],
  assumes: {
    '7 to 64 points': ({ points }) => points >= 7 && points <= 64,
    'a start below the threshold': ({ share }) => share > 0 && share <= 0.8,
  },
  layer: () => recenterRelu,
  ...evolvedAfter(24),
});
