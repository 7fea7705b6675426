import fc from 'fast-check';
import { sin, square } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  cubeExponentialAndWavesBreakSymmetry,
  type OtherFunction,
  OTHERS,
  unstableAt,
} from '../../theorems/contrasts/cube-exponential-and-waves-break-symmetry.js';
import { geometric, whole } from '../arbitraries.js';

/** What is said of a function at another number of points. */
const shifted = (by: number): Partial<typeof cubeExponentialAndWavesBreakSymmetry> =>
  unstableAt((name) => {
    const said = OTHERS[name];
    return said && { favouring: (points) => said.favouring(points + by), balanced: said.balanced };
  });

export default evidence<OtherFunction>({
  theorem: cubeExponentialAndWavesBreakSymmetry,
  given: fc.record({
    points: fc.oneof(whole(4, 13), geometric(4, 1024, 30)),
    name: fc.constantFrom(...Object.keys(OTHERS)),
  }),
  cases: 120,
  allowance: exactly(
    'the closest call, 5.3e-3 for the exponential at 7 points, is far beyond what the quadrature leaves',
  ),
  breaks: {
    sine: { activate: activate(sin) },
    'the square': { activate: activate(square) },
    'from one point less on': { instead: shifted(1) },
    'from one point more on': { instead: shifted(-1) },
    'balanced directions are always stable': {
      instead: unstableAt((name) => {
        const said = OTHERS[name];
        return said && { favouring: said.favouring, balanced: () => false };
      }),
    },
  },
});
