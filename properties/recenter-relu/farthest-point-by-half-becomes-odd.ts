import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  farthestPointByHalfBecomesOdd,
  oddAmong,
  type OneFarPoint,
  placesOf,
} from '../../theorems/recenter-relu/farthest-point-by-half-becomes-odd.js';
import { grid } from '../arbitraries.js';

const coordinate = fc.oneof(grid(-8, 8, 0.5), fc.constantFrom(0, 1));
const place = fc.tuple(coordinate, coordinate, coordinate, coordinate);

// Leaky ReLUs share the centred states, and so the odd point.
export default evidence<OneFarPoint>({
  theorem: farthestPointByHalfBecomesOdd,
  given: fc.record({
    cluster: fc.array(place, { minLength: 7, maxLength: 15, size: 'max' }),
    direction: fc.tuple(grid(0.5, 8, 0.5), grid(-8, 8, 0.5), grid(-8, 8, 0.5), grid(-8, 8, 0.5)),
    lead: grid(1.5, 4, 0.1),
  }),
  cases: 60,
  allowance: exactly('every clause is an inequality that the end state satisfies by much more than rounding'),
  regimes: {
    'at most nine points': ({ cluster }) => cluster.length <= 8,
    'more than ten points': ({ cluster }) => cluster.length > 9,
    'the least lead': ({ lead }) => lead <= 1.7,
    'a large lead': ({ lead }) => lead >= 3,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'the second point for the first': {
      instead: oddAmong((batch) => {
        const [first, second, ...rest] = placesOf(batch);
        return first && second ? [second, first, ...rest] : [];
      }),
    },
    'no lead': { instead: oddAmong((batch) => placesOf({ ...batch, lead: 0.7 })) },
  },
});
