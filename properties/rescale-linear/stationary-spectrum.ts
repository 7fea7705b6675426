import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { WideForTheBatch } from '../../theorems/rescale-linear/stationary-gap.js';
import {
  marchenkoPastur,
  spectrumNear,
  stationarySpectrum,
} from '../../theorems/rescale-linear/stationary-spectrum.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<WideForTheBatch>({
  theorem: stationarySpectrum,
  given: fc.record({ points: whole(8, 16), perSquare: fc.constant(1) }),
  pooled: 210,
  instances: 1,
  draws: 210,
  control: 120,
  regimes: { 'eight points': ({ points }) => points === 8, 'sixteen points': ({ points }) => points === 16 },
  breaks: {
    'no rescaling': { rescale: keep },
    'n^2/4 neurons': beyond(stationarySpectrum, ({ points }) => ({ points: points + (points % 2), perSquare: 1 / 4 })),
    'a ratio of n/d': { instead: spectrumNear((points, width) => marchenkoPastur(points / width)) },
    'a semicircle of the same variance': {
      instead: spectrumNear((points, width) => {
        const ratio = (points * points) / (4 * width);
        return {
          second: 1 + ratio,
          third: 1 + 3 * ratio,
          edge: 1 - 2 * Math.sqrt(ratio),
          upper: 1 + 2 * Math.sqrt(ratio),
        };
      }),
    },
  },
});
