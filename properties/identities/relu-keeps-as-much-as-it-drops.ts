import fc from 'fast-check';
import { abs, identity, leaky, powerRelu, tanh } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { reluKeepsAsMuchAsItDrops } from '../../theorems/identities/relu-keeps-as-much-as-it-drops.js';
import type { Row } from '../../theorems/row.js';
import { recenterAtFirst } from '../mutants.js';
import { rowRegimes, rows, sumRoundings } from '../rows.js';

export default evidence<Row>({
  theorem: reluKeepsAsMuchAsItDrops,
  given: fc.record(rows()),
  cases: 400,
  allowance: roundoff(
    (row) => 2 * sumRoundings(row),
    'those of the sum of the row, counted twice so that the leaky family, which turns it into 1 + a times the sum, may pass',
  ),
  regimes: rowRegimes,
  survives: {
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'no activation': { activate: activate(identity) },
    'the modulus': { activate: activate(abs) },
  },
  breaks: {
    'no recentering': { recenter: keep },
    'the first point for the mean': { recenter: recenterAtFirst },
    'the squares': { activate: activate(powerRelu(2)) },
    'a hyperbolic tangent': { activate: activate(tanh) },
  },
});
