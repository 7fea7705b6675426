import { spectrum } from '../../src/geometry/spectrum.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { derive } from '../../src/random/key.js';
import { derived } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { isSpectrum, levelsOf, pointsOfBatch, spectralGram } from '../spectral-batch.js';
import { orthogonalBatch, type SpectralWidth } from './expected-gap-in-one-layer.js';
import { smallestEigenvalueConcentrates } from './smallest-eigenvalue-concentrates.js';

/** Layers of one average, and what it deviates from the mean by with probability 0.05 a side: sqrt(ln 20/(2 layers)) of the range 1/n (Hoeffding). */
const LAYERS = 200;
const CHANCE = Math.sqrt(2.9957322735539909 / (2 * LAYERS));

/** The event for a given bound on how far the mean is below the wide layer's, so that a false one can be put in its place. */
export function meanWithin(
  below: (square: number, width: number) => number,
): Pick<ProbableTheorem<SpectralWidth>, 'event'> {
  return {
    event: (batch, layer, key) => {
      const points = pointsOfBatch(batch);
      const start = spectralGram(batch);
      const wide = levelsOf(limitLayer(stagesOf(rescaleLinear))({ gram: start }).gram);
      const least = Math.min(...wide.map(({ value }) => value)) / points;
      const square = wide.reduce(
        (sum, { value, multiplicity }) => sum + (multiplicity * value * value) / (points * points),
        0,
      );
      const input = orthogonalBatch(batch);
      let sum = 0;
      for (let t = 0; t < LAYERS; t++) {
        const after = applyLayer(stagesOf(layer), gaussian.draw(derive(key, t), batch.width, input.rows), input);
        const squares = spectrum(after).map((s) => s * s);
        sum += (squares.at(-1) ?? NaN) / squares.reduce((total, s) => total + s, 0);
      }
      const mean = sum / LAYERS;
      const chance = CHANCE / points;
      return { 'at most': least + chance - mean, 'at least': mean + below(square, batch.width) + chance - least };
    },
  };
}

/** Why: the smallest eigenvalue is concave in the matrix, and moves by at most the matrix's deviation, whose mean square is (1 - |p|^2)/d. */
export const smallestEigenvalueOnAverage = theorem<SpectralWidth>({
  id: 'rescale-linear/smallest-eigenvalue-on-average',
  kind: 'probable',
  says: 'The expected smallest eigenvalue after one linear layer of any width d with rescaling is at most that of infinite width, and less by at most sqrt((1 - |p|^2)/d): averages of 200 layers obey both up to what chance adds.',
  formula: String.raw`\tfrac1n - p_n \le E \hat V(H') \le \tfrac1n - p_n + \sqrt{\tfrac{1 - \|p\|^2}d}`,
  source: derived('docs/derivations.md#expected-gap'),
  covers: ['contrasts A7'],
  uses: [smallestEigenvalueConcentrates],
  assumes: {
    'a spectrum': isSpectrum,
    'as many neurons as points': (batch) => batch.width >= pointsOfBatch(batch),
  },
  layer: () => rescaleLinear,
  probability: 0.9,
  indifference: 0.3,
  ...meanWithin((square, width) => Math.sqrt((1 - square) / width)),
});
