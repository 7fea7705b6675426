import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { suchThat } from '../../src/theory/filtering.js';
import {
  batchNormReturnsToSymmetry,
  type Groups,
  size,
  symmetricAfter,
} from '../../theorems/contrasts/batch-norm-returns-to-symmetry.js';
import { grid, whole } from '../arbitraries.js';

const place = fc.tuple(grid(-10, 10, 0.5), grid(-10, 10, 0.5), grid(-10, 10, 0.5));
const group = fc.record({
  size: fc.oneof(fc.constant(1), whole(1, 16), whole(5, 20)),
  at: place,
  scatter: fc.constantFrom(1, 0.1, 1e-3, 1e-6, 10),
});

export default evidence<Groups>({
  theorem: batchNormReturnsToSymmetry,
  given: suchThat(
    fc.record({ groups: fc.array(group, { minLength: 1, maxLength: 4 }) }),
    (batch) => size(batch) >= 3 && size(batch) <= 32,
  ),
  cases: 50,
  allowance: exactly('the statement has its own tolerance of 1e-3'),
  regimes: {
    'a single point apart': ({ groups }) => groups.length > 1 && groups.some((one) => one.size === 1),
    'tight clusters': ({ groups }) => groups.some(({ size: points, scatter }) => points > 1 && scatter <= 1e-3),
    'more than fifteen points': (batch) => size(batch) > 15,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'no recentering': { recenter: keep },
    'after n layers': { instead: symmetricAfter((points) => points) },
    'no activation': { activate: activate(identity) },
  },
});
