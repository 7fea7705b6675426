import { twoBlockGram, twoBlockShape, type TwoBlockShape } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { newton, residualOf } from '../../src/limit/newton.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { oddPointExistsFromSeven } from './odd-point-exists-from-seven.js';

/** So many odd points among so many, and the state from which Newton's method begins. */
export interface StateOfSeveral extends TwoBlockShape {
  readonly points: number;
  readonly odd: number;
}

/** What a layer may change a state by, relatively, to count as leaving it: Newton's method ends 1e5 times nearer. */
const FIXED = 1e-9;

/** Whether points with these norms and cosines exist: the mean of each group must fit the other. */
function isGram({ points, odd, ...shape }: StateOfSeveral): boolean {
  const { normRatio, clusterCosine, crossCosine, oddCosine } = shape;
  const others = points - odd;
  const [own, other] = [(1 + (odd - 1) * oddCosine) / odd, (1 + (others - 1) * clusterCosine) / others];
  return normRatio > 0 && oddCosine <= 1 && clusterCosine <= 1 && own >= 0 && crossCosine * crossCosine <= own * other;
}

/** Why: among k odd points one that is longer than the others moves the mean towards itself; the layer favours it. */
export const someSaddleExists = theorem<StateOfSeveral>({
  id: 'recenter-relu/some-saddle-exists',
  kind: 'exists',
  says: 'Recentering and ReLU leave some state of k = 2 or more odd points, longer than the others by half, as it is, and exactly k - 1 directions grow there: a saddle.',
  formula: String.raw`\exists n, k \ge 2, G:\ F(G) = G,\ r(G) > 1.5,\ \#\{\lambda(DF_G) > 1\} = k - 1`,
  source: observed('fixed points and exact spectra at infinite width; not proved'),
  covers: ['RC+ReLU I6'],
  uses: [oddPointExistsFromSeven],
  assumes: {
    'two odd points or more, and two others': ({ points, odd }) => odd >= 2 && points - odd >= 2,
    'a Gram matrix': isGram,
  },
  layer: () => recenterRelu,
  margins: ({ points, odd, ...shape }, layer) => {
    const step = limitLayer(stagesOf(layer));
    const start = twoBlockGram(points, odd, shape);
    const state = newton(step, start);
    const residual = state === undefined ? NaN : residualOf(step, state);
    if (state === undefined || !(residual <= FIXED)) return { fixed: -residualOf(step, start) };
    const { eigenvalues } = spectrum(stagesOf(layer), state);
    const growing = eigenvalues.reduce((sum, { value, multiplicity }) => sum + (value > 1 ? multiplicity : 0), 0);
    return {
      fixed: FIXED - residual,
      'odd points are longer by half': twoBlockShape(state).normRatio - 1.5,
      'k - 1 directions grow': -Math.abs(growing - (odd - 1)),
    };
  },
});
