import { fastChain, type FastChainOptions } from '../../src/chain/fast-chain.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { directNetwork } from '../../src/network/direct.js';
import { lastLayer } from '../../src/network/network.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { drawChosen } from '../batch-choice.js';
import { layerOf, networkOf, observed, type SmallNetwork } from '../small-network.js';

/** The sample of the chain from what is made of the batch, so that a false start, or a faulty engine, can be put in its place. */
export function chainFrom(
  prepare: (batch: Batch) => Batch,
  options: FastChainOptions = {},
): Pick<LawTheorem<SmallNetwork>, 'sample'> {
  return {
    sample: (instance, layer, key) => {
      const start = prepare(drawChosen(instance));
      const states = fastChain(networkOf(instance, layer), start, key, { ...options, every: instance.depth });
      return observed(lastLayer(states), instance.observable);
    },
  };
}

/** One observation of the network itself. */
export const throughTheNetwork: LawTheorem<SmallNetwork>['sample'] = (instance, layer, key) =>
  observed(lastLayer(directNetwork(networkOf(instance, layer), drawChosen(instance), key)), instance.observable);

/** Why: given a batch X the rows of WX are independent and normal with covariance X'X / inputs, and stages act row by row. */
export const gramChainIsTheNetwork = theorem<SmallNetwork>({
  id: 'law/gram-chain-is-the-network',
  kind: 'law',
  says: 'A network with Gaussian weights has the law of a Markov chain on the inner products of its points: rows drawn from any factor of the Gram matrix.',
  formula: String.raw`X_t^\top X_t \,\overset{d}{=}\, \sum_{k \le d} s(R^\top g_k)\, s(R^\top g_k)^\top,\quad R^\top R = X_{t-1}^\top X_{t-1}`,
  source: derived('docs/derivations.md#gram-chain'),
  covers: ['contrasts G1'],
  uses: [],
  assumes: { 'at least two points': ({ points }) => points >= 2, 'at least one layer': ({ depth }) => depth >= 1 },
  layer: layerOf,
  ...chainFrom((batch) => batch),
  law: { of: 'same', other: throughTheNetwork },
});
