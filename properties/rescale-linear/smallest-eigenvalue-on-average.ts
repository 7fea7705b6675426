import fc from 'fast-check';
import { evidence } from '../../src/theory/claim.js';
import type { SpectralWidth } from '../../theorems/rescale-linear/expected-gap-in-one-layer.js';
import {
  meanWithin,
  smallestEigenvalueOnAverage,
} from '../../theorems/rescale-linear/smallest-eigenvalue-on-average.js';
import { whole } from '../arbitraries.js';

const level = fc.record({ points: whole(1, 2), weight: fc.constantFrom(4, 5, 8) });

export default evidence<SpectralWidth>({
  theorem: smallestEigenvalueOnAverage,
  given: fc.record({ levels: fc.tuple(level, level), dead: fc.constant(0), width: whole(8, 24) }),
  pooled: 295,
  instances: 0,
  draws: 295,
  control: 60,
  regimes: {
    'orthogonal points': ({ levels: [a, b] }) => a?.weight === b?.weight,
    'four points': ({ levels }) => levels.reduce((sum, { points }) => sum + points, 0) === 4,
  },
  breaks: {
    'no less than the wide one': { instead: meanWithin(() => 0) },
    '1/d^(3/2)': { instead: meanWithin((_, width) => 1 / (width * Math.sqrt(width))) },
  },
});
