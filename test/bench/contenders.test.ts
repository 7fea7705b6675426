import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../bench/check.js';
import { type Contender, here } from '../../bench/contender.js';
import { numpy } from '../../bench/numpy.js';
import { obvious } from '../../bench/obvious.js';
import { kernelGram, others } from '../../bench/ours.js';
import { gramChain } from '../../src/chain/gram-chain.js';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { gaussian } from '../../src/network/weights.js';
import { rootKey } from '../../src/random/key.js';

const job = { points: 16, width: 256, layers: 1, seed: 1 };
const root = rootKey('contenders');

/** A contender that runs any stages. */
function running(stages: string): Contender {
  return here(stages, ({ points, width, layers }) => {
    const network = uniformNetwork({ stages: parseStages(stages), width, depth: layers, weights: gaussian });
    return lastLayer(gramChain(network, gaussianBatch(root, width, points), root)).factor;
  });
}

describe('a contender of the benchmark', () => {
  it('runs recentering and ReLU, in this process or in NumPy', async () => {
    const python = await numpy(join(import.meta.dirname, '../..'));
    const kernel = kernelGram();
    const contenders = [
      ...(kernel ? [kernel] : []),
      ...others(),
      obvious,
      running('recenter,relu'),
      ...(python?.peers ?? []),
    ];
    expect(contenders.length).toBeGreaterThanOrEqual(5);
    for (const contender of contenders) await check(contender, job);
    python?.stop();
  });

  it.each(['relu', 'recenter', 'recenter,abs', 'identity'])('is refused when it runs %s instead', async (stages) => {
    await expect(check(running(stages), job)).rejects.toThrow('A stage is missing or wrong.');
  });
});
