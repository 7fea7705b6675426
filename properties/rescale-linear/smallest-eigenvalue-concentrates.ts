import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { SpectralWidth } from '../../theorems/rescale-linear/expected-gap-in-one-layer.js';
import {
  smallestEigenvalueConcentrates,
  withinScale,
} from '../../theorems/rescale-linear/smallest-eigenvalue-concentrates.js';
import { pointsOfBatch } from '../../theorems/spectral-batch.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<SpectralWidth>({
  theorem: smallestEigenvalueConcentrates,
  given: fc.record({
    levels: fc.tuple(
      fc.record({ points: whole(1, 2), weight: fc.constant(1) }),
      fc.record({ points: whole(1, 2), weight: geometric(10, 30, 6) }),
    ),
    dead: fc.constant(0),
    width: geometric(1000, 4000, 8),
  }),
  pooled: 680,
  instances: 2,
  draws: 700,
  control: 300,
  regimes: {
    'two points': (batch) => pointsOfBatch(batch) === 2,
    'thousands of neurons': ({ width }) => width >= 2000,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    '1/d for 1/sqrt d': { instead: withinScale((width) => 1 / width) },
  },
});
