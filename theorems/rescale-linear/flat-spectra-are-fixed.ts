import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { isSpectrum, moves, type SpectralBatch } from '../spectral-batch.js';
import { spectrumEvensOut } from './spectrum-evens-out.js';

/** Why: equal eigenvalues stay equal and zeros stay zero, so a spectrum with one positive value has nowhere to go. */
export const flatSpectraAreFixed = theorem<SpectralBatch>({
  id: 'rescale-linear/flat-spectra-are-fixed',
  kind: 'limit',
  says: 'Every flat spectrum, of full rank or not, is a fixed point of a wide linear layer with rescaling: orthogonality is not the only one.',
  formula: String.raw`\lambda = (\tfrac1k, \dots, \tfrac1k, 0, \dots, 0) \Rightarrow p = \lambda`,
  source: derived('docs/derivations.md#rescaled-spectrum'),
  covers: ['contrasts A2'],
  uses: [spectrumEvensOut],
  assumes: {
    'a spectrum': isSpectrum,
    'one positive eigenvalue': ({ levels }) => levels.every(({ weight }) => weight === levels[0]?.weight),
  },
  layer: () => rescaleLinear,
  margins: (batch, layer) => {
    const found = moves(batch, layer);
    const largest = Math.max(...found.moves.map(({ before }) => before));
    const moved = Math.max(...found.moves.map(({ before, after }) => Math.abs(after - before)));
    return { 'eigenvalues stay': -moved / largest, 'axes stay': -found.turned };
  },
});
