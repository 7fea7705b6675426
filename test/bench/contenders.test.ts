import { join } from 'node:path';
import { memory, zeros } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { check } from '../../bench/check.js';
import { core } from '../../bench/core.js';
import { compare } from '../../bench/compare.js';
import { type Contender, here } from '../../bench/contender.js';
import { generalLimitStep, limitStep } from '../../bench/limit-step.js';
import { obvious } from '../../bench/obvious.js';
import { kernelGram, others } from '../../bench/ours.js';
import { type Python, python } from '../../bench/python.js';
import { tfjs } from '../../bench/tfjs.js';
import { gramChain } from '../../src/chain/gram-chain.js';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { gaussian } from '../../src/network/weights.js';
import { rootKey } from '../../src/random/key.js';

const job = { points: 16, width: 256, layers: 1, seed: 1 };
const root = rootKey('contenders');
const checkout = join(import.meta.dirname, '../..');

/** All that a library runs but the normals, which have no cosine. */
const layersOf = (library: Python | undefined): readonly Contender[] =>
  library?.contenders.filter(({ name }) => !name.startsWith('normals')) ?? [];

/** A contender that runs any stages. */
function running(stages: string): Contender {
  return here(stages, ({ points, width, layers }) => {
    const network = uniformNetwork({ stages: parseStages(stages), width, depth: layers, weights: gaussian });
    return lastLayer(gramChain(network, gaussianBatch(root, width, points), root)).factor;
  });
}

describe('a contender of the benchmark', () => {
  it('runs recentering and ReLU, in this process or in Python', async () => {
    const interpreters = ['python3', '/usr/bin/python3'];
    const numpy = await python(checkout, 'numpy', interpreters);
    const torch = await python(checkout, 'torch', interpreters);
    const kernel = kernelGram();
    const contenders = [
      ...(kernel ? [kernel] : []),
      ...others(),
      await tfjs(),
      obvious,
      running('recenter,relu'),
      ...layersOf(numpy),
      ...layersOf(torch),
      limitStep,
      generalLimitStep,
    ];
    expect(contenders.length).toBeGreaterThanOrEqual(6);
    for (const contender of contenders) await check(contender, job);
    numpy?.stop();
    torch?.stop();
  });

  it.each(['relu', 'recenter', 'recenter,abs', 'identity'])('is refused when it runs %s instead', async (stages) => {
    await expect(check(running(stages), job)).rejects.toThrow('A stage is missing or wrong.');
  });

  it('in Python is left out where the interpreter or the library is missing', async () => {
    expect(await python(checkout, 'numpy', ['/no/such/interpreter'])).toBeUndefined();
    expect(await python(checkout, 'numpy', [process.execPath])).toBeUndefined();
  });

  it('on TensorFlow.js leaves no tensor behind, and one that is left is counted', async () => {
    const contender = await tfjs();
    const before = memory().numTensors;
    await contender.run({ ...job, layers: 3 });
    expect(memory().numTensors).toBe(before);
    const left = zeros([2]);
    expect(memory().numTensors).toBe(before + 1);
    left.dispose();
  });

  it('on TensorFlow.js draws weights anew in every slab, layer and run', async () => {
    const contender = await tfjs();
    const cosines = await Promise.all([1, 2].map((seed) => contender.run({ ...job, seed })));
    expect(cosines[0]?.cosine).not.toBe(cosines[1]?.cosine);
    expect((await contender.run(job)).cosine).toBe(cosines[0]?.cosine);
  });

  it('takes turns with itself at a ratio near 1', async () => {
    const contender = running('recenter,relu');
    const { ratio } = await compare(
      core(() => 1),
      contender,
      contender,
      [8, 64],
      3,
    );
    expect(ratio).toBeGreaterThan(1 / 4);
    expect(ratio).toBeLessThan(4);
  });
});
