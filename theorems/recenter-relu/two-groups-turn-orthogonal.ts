import { type Batch, build } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { drawWeights, type WeightChoice } from '../weight-choice.js';

/** A batch in two places: `odd` copies of one point, `cluster` copies of the other. */
export interface TwoGroups extends WeightChoice {
  readonly odd: number;
  readonly cluster: number;
  /** One pair an input coordinate: its value at the one place and at the other. */
  readonly places: readonly (readonly [number, number])[];
}

/**
 * Why: with u = W(x - y), recentering sends the k odd points to u(n-k)/n and the others to -uk/n, opposite signs in every
 * neuron, of which ReLU keeps one. No neuron is active on both groups, whatever W is.
 */
export const twoGroupsTurnOrthogonal = theorem<TwoGroups>({
  id: 'recenter-relu/two-groups-turn-orthogonal',
  kind: 'exact',
  says: 'Recentering then ReLU makes k copies of one point orthogonal to n - k copies of another, for any weights and any width.',
  formula: String.raw`\langle x_i, x_j \rangle = 0 \quad (i \le k < j \le n)`,
  source: derived('docs/derivations.md#two-groups'),
  covers: ['RC+ReLU E1'],
  uses: [],
  assumes: {
    'both groups have a point': ({ odd, cluster }) => odd >= 1 && cluster >= 1,
    'every neuron tells the two places apart': tellsApart,
  },
  layer: () => recenterRelu,
  margins: (instance, layer) => {
    const { odd, cluster } = instance;
    const points = odd + cluster;
    const inner = gram(applyLayer(stagesOf(layer), drawWeights(instance, instance.places.length), batchOf(instance)));
    let largest = 0;
    for (let i = 0; i < odd; i++) {
      for (let j = odd; j < points; j++) largest = Math.max(largest, Math.abs(inner.values[i * points + j] ?? NaN));
    }
    return { orthogonal: -largest };
  },
});

/** The batch, the odd group first. Shape: places × (odd + cluster). */
function batchOf({ odd, cluster, places }: TwoGroups): Batch {
  return build(places.length, odd + cluster, (k, i) => places[k]?.[i < odd ? 0 : 1] ?? NaN);
}

/** By more than what rounding of the mean over the batch can blur: n(n+1) units of the larger pre-activation. */
function tellsApart(instance: TwoGroups): boolean {
  const points = instance.odd + instance.cluster;
  const z = applyLayer([], drawWeights(instance, instance.places.length), batchOf({ ...instance, odd: 1, cluster: 1 }));
  const apart = (a: number, b: number): boolean =>
    Math.abs(a - b) > points * (points + 1) * UNIT_ROUNDOFF * Math.max(Math.abs(a), Math.abs(b));
  for (let k = 0; k < z.rows; k++) if (!apart(z.values[2 * k] ?? NaN, z.values[2 * k + 1] ?? NaN)) return false;
  return true;
}
