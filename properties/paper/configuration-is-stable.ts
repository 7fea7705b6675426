import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { configurationIsStable, type Disturbed, returnsFrom } from '../../theorems/paper/configuration-is-stable.js';
import { grid } from '../arbitraries.js';

export default evidence<Disturbed>({
  theorem: configurationIsStable,
  given: fc.record({
    factors: fc.array(fc.oneof(grid(0.7, 1.3, 0.01), fc.constantFrom(0.7, 1.3)), {
      minLength: 10,
      maxLength: 24,
      size: 'max',
    }),
    turn: grid(0, 0.2, 0.01),
    slope: fc.oneof(fc.constant(0), grid(0, 0.2, 0.01)),
  }),
  cases: 40,
  allowance: exactly('the statement has its own tolerance of 1e-3'),
  regimes: {
    ReLU: ({ slope }) => slope === 0,
    'a leaky ReLU': ({ slope }) => slope >= 0.1,
    'turned far': ({ turn }) => turn >= 0.15,
    'a shorter odd point': ({ factors }) => (factors[0] ?? 1) < 0.8,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'a rival twice as long as the odd point': { instead: returnsFrom((factor, i) => (i === 1 ? 50 : factor)) },
  },
});
