import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  evolvedAfter,
  simplifiedModelShowsTheEvolution,
} from '../../theorems/paper/simplified-model-shows-the-evolution.js';
import type { OddStart } from '../../theorems/recenter-relu/starts-divide-from-seven.js';
import { grid, sizes } from '../arbitraries.js';

export default evidence<OddStart>({
  theorem: simplifiedModelShowsTheEvolution,
  given: fc.record({ points: sizes(7, 64), share: grid(0.01, 0.8, 0.01) }),
  cases: 25,
  allowance: roundoff(
    () => 200,
    'a hundred roundings of a layer, of numbers twice as large as what centring leaves: a step of rounding is no step back',
  ),
  regimes: {
    'a tighter cluster than at the end': ({ points, share }) => share * points < 3.5,
    'near the largest angle': ({ share }) => share > 0.6,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'one layer a point': { instead: evolvedAfter(1) },
  },
});
