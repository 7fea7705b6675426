import fc from 'fast-check';
import { build } from '../../src/linalg/matrix.js';
import { evidence } from '../../src/theory/claim.js';
import type { BatchChoice } from '../../theorems/batch-choice.js';
import { enough, fullRankAt, wideEnoughReluHasFullRank } from '../../theorems/rank/wide-enough-relu-has-full-rank.js';
import { seeds, whole } from '../arbitraries.js';

export default evidence<BatchChoice>({
  theorem: wideEnoughReluHasFullRank,
  given: fc.record({
    family: fc.constantFrom('gaussian', 'sphere', 'heavy-tailed(3)'),
    inputs: whole(5, 24),
    points: whole(2, 5),
    data: seeds(),
  }),
  pooled: 650,
  instances: 1,
  draws: 660,
  control: 120,
  regimes: { 'two points': ({ points }) => points === 2, 'five points': ({ points }) => points === 5 },
  breaks: {
    'as many neurons as points': { instead: fullRankAt(({ cols }) => cols) },
    'the last point is the first': {
      instead: fullRankAt(enough, ({ rows, cols, values }) =>
        build(rows, cols, (k, i) => values[k * cols + (i === cols - 1 ? 0 : i)] ?? NaN),
      ),
    },
  },
});
