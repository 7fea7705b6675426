import fc from 'fast-check';
import { tanh } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { type BatchWithCopy, copiesStayEqual, withLast } from '../../theorems/identities/copies-stay-equal.js';
import { whole } from '../arbitraries.js';
import { layerRegimes, layers } from '../batches.js';
import { recenterSoFar } from '../slips.js';

export default evidence<BatchWithCopy>({
  theorem: copiesStayEqual,
  given: fc.record({ ...layers(16), depth: whole(1, 6), copied: whole(0, 31) }),
  cases: 300,
  allowance: exactly('both columns are the same sums of the same numbers in the same order'),
  regimes: {
    ...layerRegimes,
    'one layer': ({ depth }) => depth === 1,
    'several layers': ({ depth }) => depth >= 4,
    'the copy is next to its point': ({ copied, points }) => copied % points === points - 1,
  },
  survives: {
    'no rescaling': { rescale: keep },
    'a hyperbolic tangent': { activate: activate(tanh) },
  },
  breaks: {
    'the mean so far': { recenter: recenterSoFar },
    'twice the point stays twice the point': { instead: withLast(2) },
    'the opposite point stays opposite': { instead: withLast(-1) },
  },
});
