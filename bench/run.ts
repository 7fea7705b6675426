// npm run bench [-- --once] [-- --only=NumPy]: each contender against the kernel, in turns; medians of paired ratios; bench/results.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { arch, cpus, platform } from 'node:os';
import { check } from './check.js';
import type { Contender, Job } from './contender.js';
import { numpy } from './numpy.js';
import { obvious } from './obvious.js';
import { kernelGram, others } from './ours.js';

const SIZES = [
  [16, 256],
  [32, 1024],
  [64, 2048],
  [32, 4096],
  [128, 4096],
  [32, 16384],
  [256, 1024],
] as const;
/** CPU seconds that one measurement should take, so that clock ticks and warm-up do not show. */
const LONG_ENOUGH = 0.1;
/** A peer whose layer takes longer is left out at that size, with a line that says so. */
const TOO_LONG = 30;
const once = process.argv.includes('--once');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
const ROUNDS = once ? 1 : 5;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

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
    if (once || a * layers >= LONG_ENOUGH || layers >= 16384) return layers;
  }
}

/** Rough cost of a layer of the obvious way, to leave out what would take minutes. */
const tooLong = (name: string, width: number): boolean =>
  name.startsWith('ml-matrix') && width * width * 1e-7 > TOO_LONG / 4;

async function compare(kernel: Contender, peer: Contender, points: number, width: number) {
  for (const contender of [kernel, peer]) await check(contender, { points, width, layers: 3, seed: 0 });
  const ours = await layersFor(kernel, points, width);
  const theirs = await layersFor(peer, points, width);
  const longest = theirs === 1 ? Math.min(3, ROUNDS) : ROUNDS;
  const rounds: { kernel: number; peer: number }[] = [];
  for (let seed = 1; seed <= longest; seed++) {
    const k = await secondsPerLayer(kernel, { points, width, layers: ours, seed });
    const p = await secondsPerLayer(peer, { points, width, layers: theirs, seed });
    rounds.push({ kernel: k, peer: p });
  }
  return {
    points,
    width,
    peer: peer.name,
    kernelMilliseconds: 1000 * median(rounds.map((r) => r.kernel)),
    peerMilliseconds: 1000 * median(rounds.map((r) => r.peer)),
    ratio: median(rounds.map((r) => r.peer / r.kernel)),
    ratios: rounds.map((r) => r.peer / r.kernel),
  };
}

async function main(): Promise<void> {
  const kernel = kernelGram();
  if (kernel === undefined) {
    console.log('bench: this engine has no WebAssembly SIMD; nothing to compare.');
    return;
  }
  const python = await numpy(process.cwd());
  if (python === undefined) console.log('bench: no python3 with NumPy here; its rows are left out.');
  const results: Awaited<ReturnType<typeof compare>>[] = [];
  for (const [points, width] of once ? SIZES.slice(0, 1) : SIZES) {
    for (const peer of [...others(), ...(python?.peers ?? []), obvious].filter(({ name }) => name.includes(only))) {
      if (tooLong(peer.name, width)) {
        console.log(`n ${points}, d ${width}: ${peer.name} left out, a layer takes too long`);
        continue;
      }
      const row = await compare(kernel, peer, points, width);
      results.push(row);
      const times = `${row.kernelMilliseconds.toPrecision(3)} ms against ${row.peerMilliseconds.toPrecision(3)} ms`;
      console.log(
        `n ${points}, d ${width} (d/n ${width / points}): ${times} of ${peer.name}, ${row.ratio.toPrecision(3)} times`,
      );
    }
  }
  python?.stop();
  if (once || only !== '') return;
  const machine = { processor: cpus()[0]?.model, platform: platform(), arch: arch(), node: process.version };
  writeFileSync(join(process.cwd(), 'bench/results.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
}

await main();
