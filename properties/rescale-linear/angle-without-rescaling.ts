import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  angleWithoutRescaling,
  type LinearPair,
  recursion,
} from '../../theorems/rescale-linear/angle-without-rescaling.js';
import { grid, whole } from '../arbitraries.js';

export default evidence<LinearPair>({
  theorem: angleWithoutRescaling,
  given: fc.record({ cotangent: grid(1, 5, 0.5), width: whole(2, 4), depth: whole(2, 5) }),
  instances: 3,
  draws: 460,
  control: 700,
  breaks: {
    rescaling: { rescale },
    'd degrees of freedom above and below': {
      instead: recursion(
        (width) => width,
        (width) => width,
      ),
    },
    'd - 1 above and below': {
      instead: recursion(
        (width) => width - 1,
        (width) => width - 1,
      ),
    },
  },
});
