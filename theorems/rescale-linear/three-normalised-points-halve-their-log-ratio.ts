import { limitLayer } from '../../src/limit/limit-map.js';
import { type BlockGram, squaredNorm, betweenBlocks } from '../../src/limit/block-gram.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { isScattered, scatteredGram, type ScatteredPoints } from '../scattered-points.js';
import { recenteringRemovesOneDimension, reduced } from './recentering-removes-one-dimension.js';
import { twoEigenvaluesHalve } from './two-eigenvalues-halve-their-log-ratio.js';

/** (l1 - l2)/(l1 + l2) of the recentred batch in its two axes: tanh of half the logarithm of their ratio. */
function contrast(gram: BlockGram): number {
  const [a, b, c] = [squaredNorm(gram, 0), betweenBlocks(gram, 0, 1), squaredNorm(gram, 1)];
  return Math.sqrt((a - c) * (a - c) + 4 * b * b) / (a + c);
}

/** The contrast after one layer for one function of the contrast before, so that a false one can be put in its place. */
export function contrastBecomes(
  next: (contrast: number) => number,
): Pick<DeterministicTheorem<ScatteredPoints>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const gram = scatteredGram(batch);
      const after = reduced(limitLayer(stagesOf(layer))({ gram }).gram);
      return { contrast: -Math.abs(contrast(after) - next(contrast(reduced(gram)))) };
    },
  };
}

/** tanh(L/4) from tanh(L/2): t / (1 + sqrt(1 - t^2)). */
export function halved(t: number): number {
  return t / (1 + Math.sqrt(1 - t * t));
}

/** Why: recentring leaves three points two dimensions, where rescaling takes the root of the ratio of the eigenvalues. */
export const threeNormalisedPointsHalve = theorem<ScatteredPoints>({
  id: 'rescale-linear/three-normalised-points-halve-their-log-ratio',
  kind: 'limit',
  says: 'Batch normalisation without a non-linearity halves the logarithm of the ratio of the two eigenvalues of three points: the contrast t = (l1 - l2)/(l1 + l2) becomes t/(1 + sqrt(1 - t^2)).',
  formula: String.raw`n = 3:\quad \ln\frac{\lambda_1'}{\lambda_2'} = \tfrac12 \ln\frac{\lambda_1}{\lambda_2}`,
  source: derived('docs/derivations.md#batch-normalised-linear-layers'),
  covers: ['contrasts B1'],
  uses: [recenteringRemovesOneDimension, twoEigenvaluesHalve],
  assumes: { 'three points': ({ points }) => points.length === 3, 'the points scatter': isScattered },
  layer: () => batchNormLinear,
  ...contrastBecomes(halved),
});
