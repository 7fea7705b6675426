import { type Batch, type Matrix, renamed, scaled } from '../../src/linalg/matrix.js';
import { orthonormalColumns } from '../../src/linalg/orthonormal.js';
import { product } from '../../src/linalg/product.js';
import { directNetwork } from '../../src/network/direct.js';
import { lastLayer } from '../../src/network/network.js';
import type { WeightLaw } from '../../src/network/weight-law.js';
import { gaussian } from '../../src/network/weights.js';
import { derive } from '../../src/random/key.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { drawChosen } from '../batch-choice.js';
import { layerOf, networkOf, observed, type SmallNetwork } from '../small-network.js';
import { gramChainIsTheNetwork } from './gram-chain-is-the-network.js';

export interface EmbeddedNetwork extends SmallNetwork {
  /** Dimensions of the space into which the batch is turned, at least its own. */
  readonly dimensions: number;
  /** The turn: any 32-bit integer. */
  readonly turn: number;
}

/** UX for a U with orthonormal columns, times the root of the ratio of fan-ins, which the weights divide by. */
export function embedded(instance: EmbeddedNetwork): Batch {
  const { inputs, dimensions, turn } = instance;
  const basis = orthonormalColumns(gaussian.draw(derive({ high: 0, low: 0 }, 'turn', turn), dimensions, inputs));
  const batch: Matrix<'input', 'point'> = renamed(drawChosen(instance));
  return scaled(product(basis, batch), Math.sqrt(dimensions / inputs));
}

/** The conclusion for given weights and another place, so that false ones can be put there. */
export function sameFrom(
  place: (instance: EmbeddedNetwork) => Batch,
  weights: WeightLaw = gaussian,
): Pick<LawTheorem<EmbeddedNetwork>, 'sample' | 'law'> {
  return {
    sample: (instance, layer, key) =>
      observed(
        lastLayer(directNetwork(networkOf(instance, layer, weights), place(instance), key)),
        instance.observable,
      ),
    law: {
      of: 'same',
      other: (instance, layer, key) =>
        observed(
          lastLayer(directNetwork(networkOf(instance, layer, weights), drawChosen(instance), key)),
          instance.observable,
        ),
    },
  };
}

/** Why: a row w'X is normal with covariance X'X / inputs, which a rotation does not change. */
export const onlyInnerProductsCount = theorem<EmbeddedNetwork>({
  id: 'law/only-inner-products-count',
  kind: 'law',
  says: 'A network with Gaussian weights does not see where a batch lies: turned into any space of more dimensions, it gives the same law.',
  formula: String.raw`U^\top U = I \implies f(UX) \overset{d}{=} f(X)`,
  source: derived('docs/derivations.md#gram-chain'),
  covers: ['contrasts G1'],
  uses: [gramChainIsTheNetwork],
  assumes: {
    'at least two points': ({ points }) => points >= 2,
    'room for the batch': ({ dimensions, inputs }) => dimensions >= inputs,
  },
  layer: layerOf,
  ...sameFrom(embedded),
});
