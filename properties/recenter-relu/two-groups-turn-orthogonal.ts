import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { type TwoGroups, twoGroupsTurnOrthogonal } from '../../theorems/recenter-relu/two-groups-turn-orthogonal.js';
import { whole } from '../arbitraries.js';
import { continuousWeights, places } from '../instances.js';
import { recenterOverNeurons } from '../mutants.js';

export default evidence<TwoGroups>({
  theorem: twoGroupsTurnOrthogonal,
  given: fc.record({ odd: whole(1, 20), cluster: whole(1, 40), places: places(12), ...continuousWeights() }),
  cases: 400,
  allowance: exactly('disjoint supports: every product in the sum is 0 times something'),
  regimes: {
    'one odd point': ({ odd, cluster }) => odd === 1 && cluster > 1,
    'equal halves': ({ odd, cluster }) => odd === cluster,
    'one neuron': ({ width }) => width === 1,
    'more points than neurons': ({ odd, cluster, width }) => odd + cluster > width,
    'weights without a variance': ({ weights }) => weights === 'cauchy',
  },
  survives: { rescaling: { rescale } },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    'recentering over the neurons': { recenter: recenterOverNeurons },
  },
});
