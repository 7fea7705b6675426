import { kappa } from '../../src/limit/arc-cosine.js';
import { betweenBlocks, squaredNorm } from '../../src/limit/block-gram.js';
import { symmetricGram } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';

export interface BatchSize {
  readonly points: number;
}

/** The cosine of the symmetric fixed point: kappa(-1/(n-1)), 1/pi in the limit of many points. */
export function symmetricCosine(points: number): number {
  return kappa(-1 / (points - 1));
}

/** The conclusion for a given formula of the cosine, so that a false formula can be put in its place. */
export function withCosine(cosineOf: (points: number) => number): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points }, layer) => {
      const cosine = cosineOf(points);
      const { gram } = limitLayer(stagesOf(layer))({ gram: symmetricGram(points, cosine) });
      const next = betweenBlocks(gram, 0, 0) / squaredNorm(gram, 0);
      return { 'cosine stays': -Math.abs(next - cosine) };
    },
  };
}

/** Why: recentring an equiangular batch gives the regular simplex, of cosine -1/(n-1), whatever the angle was; ReLU maps that once. */
export const symmetricStateIsFixed = theorem<BatchSize>({
  id: 'recenter-relu/symmetric-state-is-fixed',
  kind: 'limit',
  says: 'A wide layer of recentering and ReLU leaves the batch with equal norms and every cosine kappa(-1/(n-1)) as it is.',
  formula: String.raw`F(G^*) \propto G^*, \quad c^*(n) = \kappa\!\left(\tfrac{-1}{n-1}\right) \to \tfrac1\pi`,
  source: derived('docs/derivations.md#symmetric-fixed-point'),
  covers: ['RC+ReLU I1'],
  uses: [],
  assumes: { 'at least two points': ({ points }) => points >= 2 },
  layer: () => recenterRelu,
  ...withCosine(symmetricCosine),
});
