import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type LinearNetwork,
  productOf,
  volumeWithoutRescaling,
} from '../../theorems/rescale-linear/volume-without-rescaling.js';
import { whole } from '../arbitraries.js';

export default evidence<LinearNetwork>({
  theorem: volumeWithoutRescaling,
  given: fc.record({
    points: whole(1, 3),
    spare: whole(0, 1),
    depth: whole(3, 5),
  }),
  instances: 4,
  draws: 460,
  control: 900,
  regimes: {
    'one point: its norm alone': ({ points }) => points === 1,
    'as many points as neurons': ({ spare }) => spare === 0,
  },
  breaks: {
    rescaling: { rescale },
    'd degrees of freedom for every point': { instead: productOf((width) => width) },
    'one degree more': { instead: productOf((width, i) => width - i + 1) },
  },
});
