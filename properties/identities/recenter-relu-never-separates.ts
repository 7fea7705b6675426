import fc from 'fast-check';
import { abs, identity, leaky, powerRelu } from '../../src/network/activations.js';
import { activate, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  apart,
  movedRow,
  recenterReluNeverSeparates,
  separatesAtMost,
  type TwoRows,
} from '../../theorems/identities/recenter-relu-never-separates.js';
import { entriesOf, largest, pointsIn } from '../../theorems/row.js';
import { grid, whole } from '../arbitraries.js';
import { recenterAtFirst } from '../mutants.js';
import { rowRegimes, rows } from '../rows.js';

export default evidence<TwoRows>({
  theorem: recenterReluNeverSeparates,
  given: fc.record({
    ...rows(),
    from: whole(0, 63),
    to: whole(0, 63),
    amount: fc.constantFrom(1e-9, 1e-4, 0.01, 1, 100),
    moves: fc.oneof(
      fc.array(grid(-1, 1, 0.001), { maxLength: 0 }),
      fc.array(grid(-1, 1, 0.001), { maxLength: 64, size: 'max' }),
    ),
  }),
  cases: 400,
  allowance: roundoff(
    rounding,
    'n + 2 of the largest entry in each entry of either image, over n entries, and n + 6 in the two distances',
  ),
  regimes: {
    ...rowRegimes,
    'an exchange between two points': ({ from, to, moves, ...row }) =>
      moves.length === 0 && from % pointsIn(row) !== to % pointsIn(row),
    'the same row': (pair) => apart(entriesOf(pair), movedRow(pair)) === 0,
  },
  survives: {
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'no activation': { activate: activate(identity) },
    'the modulus': { activate: activate(abs) },
  },
  breaks: {
    rescaling: { rescale },
    'the first point for the mean': { recenter: recenterAtFirst },
    'a slope above one': { activate: activate(leaky(1.5)) },
    'the squares': { activate: activate(powerRelu(2)) },
    'one per cent nearer': { instead: separatesAtMost(0.99) },
  },
});

function rounding(rows: TwoRows): number {
  const [one, other] = [entriesOf(rows), movedRow(rows)];
  const points = pointsIn(rows);
  return Math.sqrt(points) * (points + 2) * (largest(one) + largest(other)) + (points + 6) * apart(one, other);
}
