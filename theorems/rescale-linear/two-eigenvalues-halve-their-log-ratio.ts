import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { log } from '../../src/portable/log.js';
import { tanh } from '../../src/portable/tanh.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { gapOf, levelsOf, spectralGram } from '../spectral-batch.js';
import { spectrumEvensOut } from './spectrum-evens-out.js';

/** Orthogonal points of which two are not zero, by their squared norms, and a number of layers. */
export interface TwoEigenvalues {
  readonly large: number;
  readonly small: number;
  readonly dead: number;
  readonly layers: number;
}

/** n V between the two eigenvalues after `halvings` halvings of the logarithm of their ratio. */
export function gapAfter({ large, small }: TwoEigenvalues, halvings: number): number {
  let logRatio = log(large / small);
  for (let k = 0; k < halvings; k++) logRatio /= 2;
  return Math.sqrt(2) * Math.abs(tanh(logRatio / 2));
}

/** The conclusion for a given number of halvings, so that a false one can be put in its place. */
export function halving(halvings: (layers: number) => number): Pick<DeterministicTheorem<TwoEigenvalues>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const { large, small, dead, layers } = batch;
      const step = limitLayer(stagesOf(layer));
      let gram = spectralGram({
        levels: [
          { points: 1, weight: large },
          { points: 1, weight: small },
        ],
        dead,
      });
      for (let t = 0; t < layers; t++) gram = step({ gram }).gram;
      const alive = levelsOf(gram).slice(0, 2);
      const mean = alive.reduce((sum, { value }) => sum + value, 0) / 2;
      const gap = gapOf(alive.map(({ value }) => ({ value: value / mean, multiplicity: 1 })));
      return { gap: -Math.abs(gap - gapAfter(batch, halvings(layers))) };
    },
  };
}

/** Why: for two eigenvalues the integral is elementary, p_1/p_2 = sqrt(l_1/l_2). */
export const twoEigenvaluesHalve = theorem<TwoEigenvalues>({
  id: 'rescale-linear/two-eigenvalues-halve-their-log-ratio',
  kind: 'limit',
  says: 'With two positive eigenvalues a wide linear layer with rescaling halves the logarithm of their ratio, so the orthogonality gap is known in closed form at any depth.',
  formula: String.raw`V_t = \tanh\!\big(2^{-t} \tfrac12 \ln(\lambda_1/\lambda_2)\big)/\sqrt2`,
  source: derived('docs/derivations.md#two-eigenvalues'),
  covers: ['contrasts A5'],
  uses: [spectrumEvensOut],
  assumes: {
    'both eigenvalues are positive': ({ large, small }) => large > 0 && small > 0,
    'at least one layer': ({ layers }) => layers >= 1,
  },
  layer: () => rescaleLinear,
  ...halving((layers) => layers),
});
