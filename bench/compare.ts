import { check } from './check.js';
import type { Contender, Job } from './contender.js';
import type { Core } from './core.js';
import { median } from './median.js';
import { onWholeCore } from './on-whole-core.js';
import type { Comparison } from './results.js';

/** CPU seconds that one measurement should take, so that clock ticks and warm-up do not show. */
const LONG_ENOUGH = 0.1;
/** Rounds with a contender of which one layer is long enough. */
const SLOW_ROUNDS = 3;

/** CPU seconds a layer. */
async function secondsPerLayer(contender: Contender, job: Job): Promise<number> {
  const { seconds, cosine } = await contender.run(job);
  if (Number.isFinite(cosine)) return seconds / job.layers;
  throw new Error(`bench: ${contender.name} at n = ${job.points}, d = ${job.width} ends at mean cosine ${cosine}.`);
}

/** Enough layers to measure, found by doubling. */
async function layersFor(contender: Contender, points: number, width: number): Promise<number> {
  for (let layers = 1; ; layers *= 2) {
    const a = await secondsPerLayer(contender, { points, width, layers, seed: 0 });
    if (a * layers >= LONG_ENOUGH || layers >= 16384) return layers;
  }
}

/**
 * Two contenders in turns, after both passed the check.
 *
 * @param rounds pairs of measurements; with one, a single layer each, which only shows that they run
 */
export async function compare(
  core: Core,
  kernel: Contender,
  peer: Contender,
  [points, width]: readonly [number, number],
  rounds: number,
): Promise<Comparison> {
  for (const contender of [kernel, peer]) await check(contender, { points, width, layers: 3, seed: 0 });
  const ours = rounds === 1 ? 1 : await layersFor(kernel, points, width);
  const theirs = rounds === 1 ? 1 : await layersFor(peer, points, width);
  // A layer of a slow contender is long enough for the noise to average out, and nobody waits for nine of 10 s.
  const slow = theirs === 1;
  const wanted = slow ? Math.min(SLOW_ROUNDS, rounds) : rounds;
  const inTurns = async (seed: number, look: () => void): Promise<{ kernel: number; peer: number }> => {
    const a = await secondsPerLayer(kernel, { points, width, layers: ours, seed });
    look();
    return { kernel: a, peer: await secondsPerLayer(peer, { points, width, layers: theirs, seed }) };
  };
  const { counted: pairs, whole, tried } = await onWholeCore(core, wanted, inTurns, slow ? wanted : undefined);
  const ratios = pairs.map((pair) => pair.peer / pair.kernel);
  return {
    points,
    width: Number.isFinite(width) ? width : null,
    peer: peer.name,
    kernelMilliseconds: 1000 * median(pairs.map((pair) => pair.kernel)),
    peerMilliseconds: 1000 * median(pairs.map((pair) => pair.peer)),
    ratio: median(ratios),
    ratios,
    whole,
    tried,
  };
}
