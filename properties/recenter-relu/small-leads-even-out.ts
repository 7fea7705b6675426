import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  evenOut,
  type NearlyEqualNorms,
  smallLeadsEvenOut,
} from '../../theorems/recenter-relu/small-leads-even-out.js';
import { grid } from '../arbitraries.js';

const lead = fc.oneof(grid(-0.5, 0.5, 0.01), fc.constantFrom(-0.5, 0.5));

export default evidence<NearlyEqualNorms>({
  theorem: smallLeadsEvenOut,
  given: fc.record({ leads: fc.array(lead, { minLength: 3, maxLength: 32, size: 'max' }) }),
  cases: 60,
  allowance: exactly('the statement has its own tolerance of 1e-3'),
  regimes: {
    'at most six points': ({ leads }) => leads.length <= 6,
    'twenty points or more': ({ leads }) => leads.length >= 20,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'leads twenty times as large': { instead: evenOut(20) },
    'leads six times as large': { instead: evenOut(6) },
  },
});
