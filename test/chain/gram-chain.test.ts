import { describe, expect, it } from 'vitest';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { nearCollinear } from '../../src/batches/structured.js';
import { gramChain } from '../../src/chain/gram-chain.js';
import { cosineGap } from '../../src/geometry/cosines.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { lastLayer, type LayerState, uniformNetwork } from '../../src/network/network.js';
import { gaussian, rademacher } from '../../src/network/weights.js';
import { rootKey } from '../../src/random/key.js';

const root = rootKey('the Gram chain is the network in law');
describe('the Gram chain', () => {
  it('replays a layer from its key, and gives other layers other draws', () => {
    const input = gaussianBatch(root, 7, 5);
    const run = (depth: number): LayerState[] => [
      ...gramChain(
        uniformNetwork({ stages: parseStages('recenter,relu'), width: 100, depth, weights: gaussian }),
        input,
        root,
      ),
    ];
    expect(run(4)).toEqual(run(6).slice(0, 5));
    expect(run(2)[1]?.factor.values).not.toEqual(run(2)[2]?.factor.values);
  });

  it('keeps the distance of nearly equal points where squaring them would lose it', () => {
    // A linear layer of width 10^5 moves |x - y|^2 / |x|^2 by a factor with standard deviation sqrt(2/d) = 0.0045; 8 of them allowed.
    const input = nearCollinear(1e-9)(root, 30, 4);
    const network = uniformNetwork({ stages: [], width: 100_000, depth: 1, weights: gaussian });
    const { factor } = lastLayer(gramChain(network, input, root));
    expect(cosineGap(input, 0, 1)).toBeLessThan(1e-16); // below what 1 - cos of a Gram matrix can show
    expect(Math.abs(cosineGap(factor, 0, 1) / cosineGap(input, 0, 1) - 1)).toBeLessThanOrEqual(
      8 * Math.sqrt(2 / 100_000),
    );
  });

  it('neither underflows nor overflows in ten thousand layers', () => {
    for (const stages of ['recenter,relu', 'recenter,gelu', 'recenter,softplus', 'relu', 'recenter,tanh', 'square']) {
      const network = uniformNetwork({ stages: parseStages(stages), width: 8, depth: 10_000, weights: gaussian });
      const { factor, logScale } = lastLayer(gramChain(network, gaussianBatch(root, 4, 3), root));
      expect(factor.values.every(Number.isFinite), stages).toBe(true);
      expect(Number.isNaN(logScale), stages).toBe(false);
    }
  });

  it('refuses weights that are not Gaussian', () => {
    const network = uniformNetwork({ stages: [], width: 4, depth: 1, weights: rademacher });
    expect(() => lastLayer(gramChain(network, gaussianBatch(root, 4, 3), root))).toThrow(
      'gramChain: needs gaussian weights, the only law whose rows depend on the batch through its Gram matrix alone; came rademacher. Use the direct engine.',
    );
  });
});
