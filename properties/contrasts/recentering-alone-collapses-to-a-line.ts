import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  collapsedAfter,
  type NarrowNetwork,
  recenteringAloneCollapsesToALine,
} from '../../theorems/contrasts/recentering-alone-collapses-to-a-line.js';
import { whole } from '../arbitraries.js';

export default evidence<NarrowNetwork>({
  theorem: recenteringAloneCollapsesToALine,
  given: fc.record({ points: whole(2, 12), width: whole(2, 8) }),
  pooled: 280,
  instances: 0,
  draws: 280,
  control: 40,
  regimes: {
    'more points than neurons': ({ points, width }) => points > width,
    'more neurons than points': ({ points, width }) => width > points,
  },
  breaks: {
    'a ReLU': { activate: activate(relu) },
    rescaling: { rescale },
    'one layer a neuron': { instead: collapsedAfter(1) },
  },
});
