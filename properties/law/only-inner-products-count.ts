import fc from 'fast-check';
import { abs } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { sparse } from '../../src/network/sparse.js';
import { evidence } from '../../src/theory/claim.js';
import { drawChosen } from '../../theorems/batch-choice.js';
import {
  embedded,
  type EmbeddedNetwork,
  onlyInnerProductsCount,
  sameFrom,
} from '../../theorems/law/only-inner-products-count.js';
import { seeds, whole } from '../arbitraries.js';
import { smallNetworks } from '../small-networks.js';

export default evidence<EmbeddedNetwork>({
  theorem: onlyInnerProductsCount,
  given: fc.record({ ...smallNetworks(), dimensions: whole(6, 20), turn: seeds() }),
  instances: 6,
  draws: 480,
  control: 460,
  breaks: {
    'another activation': { activate: activate(abs) },
    'weights of which nine in ten are 0': { instead: sameFrom(embedded, sparse(0.1)) },
    'a batch of nearly equal points': {
      instead: sameFrom((instance) => drawChosen({ ...instance, family: 'near-collinear(0.001)' })),
    },
  },
});
