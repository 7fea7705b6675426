import { spectrum } from '../../src/geometry/spectrum.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { applyLayer } from '../../src/network/direct.js';
import { gaussian } from '../../src/network/weights.js';
import { derived } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { isSpectrum, levelsOf, pointsOfBatch, spectralGram } from '../spectral-batch.js';
import { everyEigenvalueContracts } from './every-eigenvalue-contracts.js';
import { orthogonalBatch, type SpectralWidth } from './expected-gap-in-one-layer.js';

/** The event with a given scale for 1/sqrt d, so that a false one can be put in its place. */
export function withinScale(scaleOf: (width: number) => number): Pick<ProbableTheorem<SpectralWidth>, 'event'> {
  return {
    event: (batch, layer, key) => {
      const points = pointsOfBatch(batch);
      const start = spectralGram(batch);
      const wide = limitLayer(stagesOf(rescaleLinear))({ gram: start }).gram;
      const [before, expected] = [start, wide].map(
        (gram) => Math.min(...levelsOf(gram).map(({ value }) => value)) / points,
      );
      const input = orthogonalBatch(batch);
      const after = applyLayer(stagesOf(layer), gaussian.draw(key, batch.width, input.rows), input);
      const squares = spectrum(after).map((s) => s * s);
      const found = (squares.at(-1) ?? NaN) / squares.reduce((sum, s) => sum + s, 0);
      const scale = scaleOf(batch.width);
      const published = (1 - (2 / 3) * (before ?? NaN)) * (1 / points - (before ?? NaN));
      return {
        'not far below': found - (expected ?? NaN) + 2 * scale,
        'not far above': (expected ?? NaN) - found + scale,
        'the published step': published + 2 * scale - (1 / points - found),
      };
    },
  };
}

/**
 * Why: one neuron moves the smallest eigenvalue of the mean of d projections by at most 1/d, so by McDiarmid it is within 1/sqrt d of
 * its mean but for probability e^-2 on each side; the mean is at most the wide p_n, and less by at most 1/sqrt d.
 */
export const smallestEigenvalueConcentrates = theorem<SpectralWidth>({
  id: 'rescale-linear/smallest-eigenvalue-concentrates',
  kind: 'probable',
  says: 'After one linear layer of width d with rescaling the smallest eigenvalue is where infinite width puts it, from 2/sqrt d below to 1/sqrt d above, with probability 0.72: Theorem 5 of 2021, as an event.',
  formula: String.raw`P\Big(p_n - \tfrac2{\sqrt d} \le \lambda_n' \le p_n + \tfrac1{\sqrt d}\Big) \ge 1 - 2e^{-2}`,
  source: derived('docs/derivations.md#expected-gap'),
  covers: ['contrasts L1', 'contrasts A7'],
  uses: [everyEigenvalueContracts],
  assumes: {
    'a spectrum': isSpectrum,
    'as many neurons as points': (batch) => batch.width >= pointsOfBatch(batch),
  },
  layer: () => rescaleLinear,
  probability: 0.72,
  indifference: 0.22,
  ...withinScale((width) => 1 / Math.sqrt(width)),
});
