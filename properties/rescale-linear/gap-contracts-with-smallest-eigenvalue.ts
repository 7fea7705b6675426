import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  contractingWith,
  gapContracts,
  smallestOf,
} from '../../theorems/rescale-linear/gap-contracts-with-smallest-eigenvalue.js';
import { pointsOfBatch, type SpectralBatch } from '../../theorems/spectral-batch.js';
import { nearlyFlat, QUADRATURE, spectralBatches } from '../linear-instances.js';

export default evidence<SpectralBatch>({
  theorem: gapContracts,
  given: spectralBatches(),
  cases: 150,
  allowance: roundoff(
    (batch, clause) => (clause === 'axes stay' ? 0 : (QUADRATURE + 20) * Math.sqrt(pointsOfBatch(batch))),
    'the eigenvalues after the layer are off by the quadrature, relative to themselves; their length is at most sqrt n plus the gap',
  ),
  regimes: {
    'nearly flat': nearlyFlat,
    'zero eigenvalues': ({ dead }) => dead > 0,
    'more than twenty points': (batch) => pointsOfBatch(batch) > 20,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'a constant one per cent larger': { instead: contractingWith(smallestOf, 2.02) },
    'the mean eigenvalue': { instead: contractingWith(() => 1, 2) },
  },
});
