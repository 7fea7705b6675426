import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  farthestPointBecomesOdd,
  type SomePoints,
  winnerIs,
} from '../../theorems/recenter-relu/farthest-point-becomes-odd.js';
import { whole } from '../arbitraries.js';

const place = fc.tuple(whole(0, 8), whole(0, 8), fc.constantFrom(0, 0, 4), fc.constant(0));

// A conjecture, and refuted: the search and the shrinking are what it is here for.
export default evidence<SomePoints>({
  theorem: farthestPointBecomesOdd,
  given: fc.record({ places: fc.array(place, { minLength: 7, maxLength: 16, size: 'max' }) }),
  cases: 300,
  allowance: exactly('the longest point is longer than any other by a half'),
  breaks: {
    'no recentering': { recenter: keep },
    'the point nearest to the mean': { instead: winnerIs((distances) => distances.indexOf(Math.min(...distances))) },
  },
});
