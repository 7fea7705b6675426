import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { type CollapsedBatch, configurationIsInvariant } from '../../theorems/paper/configuration-is-invariant.js';
import { geometric, grid, whole } from '../arbitraries.js';
import { continuousWeights } from '../instances.js';
import { recenterOverNeurons } from '../mutants.js';

export default evidence<CollapsedBatch>({
  theorem: configurationIsInvariant,
  given: fc.record({
    ...continuousWeights(),
    width: geometric(2, 32, 8),
    cluster: whole(2, 30),
    odd: fc.tuple(grid(-8, 8, 0.5), grid(0.5, 8, 0.5)),
    layers: whole(1, 5),
  }),
  cases: 200,
  allowance: exactly('equal columns take part in equal operations, and disjoint supports make every product 0'),
  regimes: {
    'several layers': ({ layers }) => layers >= 3,
    'more points than neurons': ({ cluster, width }) => cluster >= width,
    'weights without a variance': ({ weights }) => weights === 'cauchy',
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    'recentering over the neurons': { recenter: recenterOverNeurons },
  },
});
