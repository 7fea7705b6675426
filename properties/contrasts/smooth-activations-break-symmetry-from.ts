import fc from 'fast-check';
import { gelu, tanh } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  BREAKS_FROM,
  breakingFrom,
  type SmoothActivation,
  smoothActivationsBreakSymmetryFrom,
} from '../../theorems/contrasts/smooth-activations-break-symmetry-from.js';
import { sphereRates } from '../../theorems/sphere-rates.js';
import { geometric, whole } from '../arbitraries.js';

const from = (activation: string): number => BREAKS_FROM[activation] ?? NaN;

// Recentering and rescaling are in the formula, not in the layer that it reads: their networks are tried elsewhere.
export default evidence<SmoothActivation>({
  theorem: smoothActivationsBreakSymmetryFrom,
  given: fc.record({
    points: fc.oneof(fc.constantFrom(7, 8, 25, 26, 38, 39, 42, 43), whole(4, 9), geometric(4, 1024, 40)),
    activation: fc.constantFrom(...Object.keys(BREAKS_FROM)),
  }),
  cases: 160,
  allowance: exactly('the closest call, 1.1e-4 for GELU at 38 points, is far beyond what the quadrature leaves, 1e-6'),
  regimes: {
    'four points': ({ points }) => points === 4,
    'hundreds of points': ({ points }) => points >= 200,
    'just below or at a threshold': ({ points, activation }) => [0, -1].includes(points - from(activation)),
  },
  breaks: {
    tanh: { activate: activate(tanh) },
    GELU: { activate: activate(gelu) },
    'from one point less on': { instead: breakingFrom((activation) => from(activation) - 1) },
    'from one point more on': { instead: breakingFrom((activation) => from(activation) + 1) },
    'no smooth function breaks it': { instead: breakingFrom(() => Infinity) },
    'rates without the factor of the sphere': {
      instead: breakingFrom(from, (activation, points) => {
        const { favouring, balanced } = sphereRates(activation, points);
        const factor = (points + 1) / (points - 1);
        return { favouring: favouring * factor, balanced: balanced * factor };
      }),
    },
  },
});
