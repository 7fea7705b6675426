import { relu } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { dividesBy, spectrumEvensOut } from '../../theorems/rescale-linear/spectrum-evens-out.js';
import { gaps, moves, pointsOfBatch, type SpectralBatch } from '../../theorems/spectral-batch.js';
import { quadratureOf, spectralBatches } from '../linear-instances.js';

export default evidence<SpectralBatch>({
  theorem: spectrumEvensOut,
  given: spectralBatches(),
  cases: 150,
  allowance: roundoff(
    (batch, clause) => (clause === 'axes stay' || clause === 'zeros stay' ? 0 : 2 * quadratureOf(smallestShare(batch))),
    'two eigenvalues, each off by the quadrature; zeros and axes stay to the bit',
  ),
  regimes: {
    'one level': ({ levels, dead }) => levels.length === 1 && dead === 0,
    'two eigenvalues': (batch) => pointsOfBatch(batch) - batch.dead === 2,
    'zero eigenvalues': ({ dead }) => dead > 0,
    'ratios above a thousand': ({ levels }) => levels.some(({ weight }) => weight > 12_000),
  },
  breaks: {
    recentering: { recenter },
    'a ReLU': { activate: activate(relu) },
    'at most by one per cent less than the root': { instead: dividesBy((ratio) => 1 + 0.99 * (Math.sqrt(ratio) - 1)) },
    'differences contract': {
      instead: {
        margins: (batch, layer) => {
          const [first, second] = moves(batch, layer).moves.slice(-2);
          if (first === undefined || second === undefined) return { differences: 0 };
          return { differences: first.before - second.before - (first.after - second.after) };
        },
      },
    },
    'the gap shrinks by n/(n+2)': {
      instead: {
        margins: (batch, layer) => {
          const points = pointsOfBatch(batch);
          const { before, after } = gaps(moves(batch, layer).moves);
          return { gap: (points / (points + 2)) * before - after };
        },
      },
    },
  },
});

/** The smallest positive eigenvalue, as a share of the trace; a layer makes it larger. */
function smallestShare({ levels }: SpectralBatch): number {
  const trace = levels.reduce((sum, { points, weight }) => sum + points * weight, 0);
  return Math.min(...levels.map(({ weight }) => weight)) / trace;
}
