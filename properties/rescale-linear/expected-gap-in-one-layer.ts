import fc from 'fast-check';
import { evidence } from '../../src/theory/claim.js';
import type { LawTheorem } from '../../src/theory/theorem.js';
import { keep } from '../../src/network/stages.js';
import {
  expectedGapInOneLayer,
  type SpectralWidth,
  wideGapSquared,
} from '../../theorems/rescale-linear/expected-gap-in-one-layer.js';
import { pointsOfBatch } from '../../theorems/spectral-batch.js';
import { geometric, whole } from '../arbitraries.js';

const level = fc.record({ points: whole(1, 2), weight: geometric(1, 1000, 12) });

/** The mean in one false form or another, of which some are no mean of a squared gap. */
function mean(of: (batch: SpectralWidth, wide: number) => number): Pick<LawTheorem<SpectralWidth>, 'law'> {
  return {
    law: {
      of: 'mean',
      mean: (batch) => of(batch, wideGapSquared(batch)),
      range: () => [-1, 2],
    },
  };
}

export default evidence<SpectralWidth>({
  theorem: expectedGapInOneLayer,
  given: fc.record({
    levels: fc.tuple(level, level),
    dead: fc.oneof(fc.constant(0), whole(1, 2)),
    width: whole(1, 8),
  }),
  instances: 8,
  draws: 350,
  control: 1500,
  regimes: { 'zero eigenvalues': ({ dead }) => dead > 0 },
  breaks: {
    'no rescaling': { rescale: keep },
    'the wide layer alone': { instead: mean((_, wide) => wide) },
    'no factor 1 - 1/d': {
      instead: mean((batch, wide) => wide + (1 - 1 / pointsOfBatch(batch)) / batch.width),
    },
    '1/d for (1 - 1/n)/d': {
      instead: mean(({ width }, wide) => (1 - 1 / width) * wide + 1 / width),
    },
  },
});
