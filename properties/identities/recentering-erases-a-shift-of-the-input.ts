import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  alike,
  recenteringErasesAShiftOfTheInput,
  type ShiftedBatch,
  unmovedBy,
} from '../../theorems/identities/recentering-erases-a-shift-of-the-input.js';
import { layerRegimes, layers } from '../batches.js';
import { recenterAtFirst } from '../mutants.js';
import { recenterByOneLess } from '../slips.js';

export default evidence<ShiftedBatch>({
  theorem: recenteringErasesAShiftOfTheInput,
  given: fc.record({ ...layers(), shift: fc.constantFrom(0.1, -1, 12.3, 1e4, -1e8) }),
  cases: 300,
  allowance: roundoff(
    ({ inputs, points }) => 4 * inputs + 2 * points + 8,
    '2d + 1 roundings in the two products and the shifted input, doubled by recentering, which adds n + 2 of its own on either side',
  ),
  regimes: {
    ...layerRegimes,
    'a small shift': ({ shift }) => Math.abs(shift) <= 1,
    'a huge shift': ({ shift }) => Math.abs(shift) === 1e8,
  },
  survives: {
    'a ReLU after it': { activate: activate(relu) },
    'the first point for the mean': { recenter: recenterAtFirst },
  },
  breaks: {
    'no recentering': { recenter: keep },
    'n - 1 for n in the mean': { recenter: recenterByOneLess },
    'a ReLU before it': { recenter: activate(relu), activate: recenter },
    'another shift for the last point': {
      instead: unmovedBy((batch, j, i) => alike(batch, j, i) * (i === batch.points - 1 ? 2 : 1)),
    },
  },
});
