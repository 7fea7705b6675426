import { orthogonalityGap } from '../../src/geometry/orthogonality-gap.js';
import { squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { applyLayer } from '../../src/network/direct.js';
import { gaussian } from '../../src/network/weights.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { gapOf, isSpectrum, levelsOf, pointsOfBatch, type SpectralBatch, spectralGram } from '../spectral-batch.js';
import { spectrumEvensOut } from './spectrum-evens-out.js';

export interface SpectralWidth extends SpectralBatch {
  readonly width: number;
}

/** The batch of orthogonal points with this spectrum. Shape: n × n. */
export function orthogonalBatch(batch: SpectralBatch): Batch {
  const gram = spectralGram(batch);
  const norms = gram.sizes.flatMap((size, b) => Array.from({ length: size }, () => Math.sqrt(squaredNorm(gram, b))));
  return build(norms.length, norms.length, (i, j) => (i === j ? (norms[i] ?? NaN) : 0));
}

/** V^2 of the spectrum where a layer of infinite width takes it. */
export function wideGapSquared(batch: SpectralBatch): number {
  const { gram } = limitLayer(stagesOf(rescaleLinear))({ gram: spectralGram(batch) });
  const gap = gapOf(levelsOf(gram)) / pointsOfBatch(batch);
  return gap * gap;
}

/** Why: C' is the mean of d independent projections on unit vectors, of mean square 1 each, whose expectation is the wide layer's C'. */
export const expectedGapInOneLayer = theorem<SpectralWidth>({
  id: 'rescale-linear/expected-gap-in-one-layer',
  kind: 'law',
  says: 'The expected squared orthogonality gap after one linear layer of any width with rescaling is that of infinite width times 1 - 1/d, plus (1 - 1/n)/d: never below the latter.',
  formula: String.raw`E[V(H')^2 \mid H] = \big(1 - \tfrac1d\big) \big\|p(\lambda) - \tfrac1n\big\|^2 + \tfrac1d\big(1 - \tfrac1n\big)`,
  source: derived('docs/derivations.md#expected-gap'),
  covers: ['contrasts A1', 'contrasts A1b'],
  uses: [spectrumEvensOut],
  assumes: {
    'a spectrum': isSpectrum,
    'a neuron': ({ width }) => width >= 1,
    'two points': (batch) => pointsOfBatch(batch) >= 2,
  },
  layer: () => rescaleLinear,
  law: {
    of: 'mean',
    mean: (batch) => (1 - 1 / batch.width) * wideGapSquared(batch) + (1 - 1 / pointsOfBatch(batch)) / batch.width,
    range: (batch) => [0, 1 - 1 / pointsOfBatch(batch) + 1e-12],
  },
  sample: (batch, layer, key) => {
    const input = orthogonalBatch(batch);
    const gap = orthogonalityGap(applyLayer(stagesOf(layer), gaussian.draw(key, batch.width, input.rows), input));
    return gap * gap;
  },
});
