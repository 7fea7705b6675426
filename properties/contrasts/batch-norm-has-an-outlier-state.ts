import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { batchNormHasAnOutlierState, type TwoLeads } from '../../theorems/contrasts/batch-norm-has-an-outlier-state.js';
import { grid, whole } from '../arbitraries.js';
import { QUADRATURE } from '../linear-instances.js';

export default evidence<TwoLeads>({
  theorem: batchNormHasAnOutlierState,
  given: fc.record({ points: whole(3, 128), lower: grid(0.01, 14, 0.01), upper: grid(0.01, 14, 0.01) }),
  evaluations: 1000,
  allowance: roundoff(() => QUADRATURE, 'a growth is 1 less than a quotient of two quadratures'),
  survives: { 'no rescaling': { rescale: keep } },
  breaks: {
    'up to 51 points': {
      change: {
        instead: {
          assumes: {
            ...batchNormHasAnOutlierState.assumes,
            '51 points or fewer': ({ points }: TwoLeads): boolean => points <= 51,
          },
        },
      },
      because:
        'every odd point among so few shrinks, whatever its lead: contrasts/batch-norm-has-a-mild-odd-point-from-52',
    },
    'no activation': {
      change: { activate: activate(identity) },
      because: 'rescaling alone draws the spectrum together, so every lead shrinks: rescale-linear/spectrum-evens-out',
    },
  },
});
