import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, recenter, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { ChiSquare } from '../../src/random/chi-square.js';
import type { LawTheorem } from '../../src/theory/theorem.js';
import { mixture, normIsAMixture, type OnePoint } from '../../theorems/relu-depth/norm-is-a-mixture-of-chi-squares.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<OnePoint>({
  theorem: normIsAMixture,
  given: fc.record({
    coordinates: fc.tuple(whole(1, 9), whole(-9, 9), whole(-9, 9)),
    width: geometric(1, 1024, 12),
  }),
  instances: 6,
  draws: 500,
  control: 900,
  regimes: {
    'eight neurons at most, dead ones seen': { when: ({ width }) => width <= 8, atLeast: 0.2 },
    'so many that 5 % of a norm is seen': { when: ({ width }) => width >= 300, atLeast: 0.15 },
  },
  breaks: {
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.5)) },
    rescaling: { rescale },
    recentering: { recenter },
    'half of the neurons, always': {
      instead: {
        law: {
          of: 'same',
          other: ({ width }, _, key) => new ChiSquare(key).next(Math.ceil(width / 2)),
        },
      },
    },
    'normals 5 % too narrow': { instead: narrower(0.95) },
    'a chance of 3/4': { instead: mixture(0.75) },
  },
});

/** A layer all of whose weights are this much smaller. */
function narrower(factor: number): Pick<LawTheorem<OnePoint>, 'sample'> {
  return { sample: (instance, layer, key) => factor * factor * normIsAMixture.sample(instance, layer, key) };
}
