import { recenter, rescale } from 'batch-norm-decomposed';
import { evidence, exactly } from 'batch-norm-decomposed/theory';
import { pointsIgnoreEachOther } from '../../theorems/layer-norm/points-ignore-each-other.js';
import type { PreActivations } from '../../theorems/pre-activations.js';
import { preActivations } from '../pre-activations.js';

export default evidence<PreActivations>({
  theorem: pointsIgnoreEachOther,
  given: preActivations(),
  cases: 300,
  allowance: exactly('the same operations on the same numbers, in the same order'),
  regimes: { 'two neurons': ({ width }) => width === 2 },
  breaks: {
    'centred over the batch': { recenter },
    'scaled over the batch': { rescale },
    'batch normalisation': { recenter, rescale },
  },
});
