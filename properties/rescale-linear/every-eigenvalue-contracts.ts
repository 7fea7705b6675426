import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { atRate, everyEigenvalueContracts } from '../../theorems/rescale-linear/every-eigenvalue-contracts.js';
import { pointsOfBatch, type SpectralBatch } from '../../theorems/spectral-batch.js';
import { nearlyFlat, QUADRATURE, spectralBatches } from '../linear-instances.js';

export default evidence<SpectralBatch>({
  theorem: everyEigenvalueContracts,
  given: spectralBatches(),
  cases: 150,
  allowance: roundoff(
    (_, clause) => (clause === 'axes stay' ? 0 : QUADRATURE + 10),
    'the eigenvalue after the layer is off by the quadrature, relative to itself, which is at most the one before or 1',
  ),
  regimes: {
    'one point': (batch) => pointsOfBatch(batch) === 1,
    'nearly flat': nearlyFlat,
    'zero eigenvalues': ({ dead }) => dead > 0,
    'more than twenty points': (batch) => pointsOfBatch(batch) > 20,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'a constant one per cent larger': { instead: atRate(2.02) },
    'the constant of large batches at any n': {
      instead: {
        margins: (batch, layer) =>
          atRate((2 * (pointsOfBatch(batch) + 2)) / pointsOfBatch(batch)).margins(batch, layer),
      },
    },
  },
});
