import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { median } from './median.js';
import type { BenchResults } from './results.js';

/** [points, width, layers]: chains of about half a second, so that sending one to a worker does not show. */
const CHAINS = [
  [16, 256, 16384],
  [32, 1024, 2048],
  [128, 4096, 64],
] as const;

/** Wall time of two chains one after the other in one worker, over that of the same two in two workers. Needs compiled code. */
export async function twoWorkers(rounds: number): Promise<BenchResults['workers']> {
  const options = { filename: fileURLToPath(new URL('./run-chain.js', import.meta.url)), concurrentTasksPerWorker: 1 };
  const one = new Piscina({ ...options, minThreads: 1, maxThreads: 1 });
  const two = new Piscina({ ...options, minThreads: 2, maxThreads: 2 });
  const milliseconds = async (pool: Piscina, job: object): Promise<number> => {
    const start = performance.now();
    await Promise.all([1, 2].map((seed) => pool.run({ ...job, seed })));
    return performance.now() - start;
  };
  const rows: BenchResults['workers'] = [];
  for (const [points, width, layers] of rounds === 1 ? CHAINS.slice(0, 1) : CHAINS) {
    const job = { points, width, layers: rounds === 1 ? 1 : layers };
    for (const pool of [one, two]) await milliseconds(pool, job); // warm
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round++)
      ratios.push((await milliseconds(one, job)) / (await milliseconds(two, job)));
    rows.push({ points, width, ratio: median(ratios), ratios });
  }
  await Promise.all([one.destroy(), two.destroy()]);
  return rows;
}
