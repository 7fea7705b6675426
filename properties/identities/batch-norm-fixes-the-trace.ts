import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { LayerChoice } from '../../theorems/batch-choice.js';
import { batchNormFixesTheTrace } from '../../theorems/identities/batch-norm-fixes-the-trace.js';
import { layerRegimes, layers } from '../batches.js';
import { rescaleByMagnitude, rescaleWithEpsilon } from '../slips.js';

export default evidence<LayerChoice>({
  theorem: batchNormFixesTheTrace,
  given: fc.record(layers()),
  cases: 300,
  allowance: roundoff(
    ({ points, width }) => 2 * points + width + 8,
    'n + 5 in the mean square of each neuron; the trace that checks it sums d squares a point, then n points, then divides',
  ),
  regimes: layerRegimes,
  survives: { 'no recentering': { recenter: keep } },
  breaks: {
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'the mean magnitude for the root of the mean square': { rescale: rescaleByMagnitude },
    'an epsilon under the root': { rescale: rescaleWithEpsilon },
  },
});
