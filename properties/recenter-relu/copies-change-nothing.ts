import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { copied, copiesChangeNothing, type CopiedPoints } from '../../theorems/recenter-relu/copies-change-nothing.js';
import { grid, whole } from '../arbitraries.js';

const coordinate = grid(-4, 4, 0.5);
const place = fc.tuple(coordinate, coordinate, coordinate, coordinate);
export default evidence<CopiedPoints>({
  theorem: copiesChangeNothing,
  given: fc.record({
    first: fc.tuple(grid(5, 20, 0.5), coordinate, coordinate, coordinate),
    others: fc.array(place, { minLength: 2, maxLength: 9, size: 'max' }),
    copies: whole(2, 12),
    layers: whole(1, 6),
  }),
  cases: 150,
  allowance: roundoff(
    ({ others, layers }) => 40 * layers * (others.length + 1),
    'forty roundings of a layer for each point, of inner products of size n at most, which no layer here expands much',
  ),
  regimes: {
    'three points': ({ others }) => others.length === 2,
    'two copies': ({ copies }) => copies === 2,
    'several layers': ({ layers }) => layers > 2,
  },
  survives: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.2)) },
  },
  breaks: {
    'copies of the first point alone': { instead: copied(({ copies }, i) => (i === 0 ? copies : 1)) },
    'a copy less of the second': { instead: copied(({ copies }, i) => (i === 1 ? copies - 1 : copies)) },
  },
});
