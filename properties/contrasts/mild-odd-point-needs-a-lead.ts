import fc from 'fast-check';
import { abs, identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { LeadingPoint } from '../../theorems/contrasts/batch-norm-has-a-mild-odd-point-from-52.js';
import {
  mildOddPointNeedsALead,
  TIPPING,
  tippingBetween,
} from '../../theorems/contrasts/mild-odd-point-needs-a-lead.js';
import { geometric, grid, whole } from '../arbitraries.js';

export default evidence<LeadingPoint>({
  theorem: mildOddPointNeedsALead,
  given: fc.record({
    points: fc.oneof(whole(44, 51), whole(64, 96), geometric(64, 4096, 30)),
    lead: grid(0.001, 0.5, 0.001),
  }),
  cases: 60,
  allowance: exactly(
    'a growth of 1e-9 is the closest call, just below the divide at 4096 points, where rounding is 1e-12',
  ),
  regimes: {
    '44 to 51 points': ({ points }) => points <= 51,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'the absolute value': { activate: activate(abs) },
    'ten per cent more of a lead': {
      instead: tippingBetween({ ...TIPPING, least: (points) => 1.1 * TIPPING.least(points) }),
    },
    'half the lead': { instead: tippingBetween({ ...TIPPING, most: (points) => 1 + 10 / points }) },
    'half as slowly': { instead: tippingBetween(TIPPING, 7e-4) },
  },
});
