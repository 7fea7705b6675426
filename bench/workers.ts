import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { median } from './median.js';
import type { BenchResults } from './results.js';
import type { WorkerTask } from './worker-task.js';

/** [points, width, layers]: whole chains of some 50 ms, against which a round trip of a tenth of a millisecond does not show. */
const CHAINS = [
  [16, 256, 2048],
  [32, 1024, 256],
  [128, 4096, 8],
] as const;
/** Turns of the loop: as long as a chain. */
const TURNS = 3e7;
/** Enough that a worker which the machine holds up is not waited for: the other takes the next task, as in `bnd verify`. */
const TASKS = 24;

type Pool = Piscina<WorkerTask, void>;
type Row = BenchResults['workers'][number];
/** Milliseconds. */
interface Cost {
  readonly wall: number;
  /** Of the whole process: that of its workers. */
  readonly cpu: number;
}
/** The same tasks, by one worker and by two. */
interface Round {
  readonly one: Cost;
  readonly two: Cost;
}

/**
 * Wall time of the same chains in one worker, over that in two. Needs compiled code.
 *
 * In every round a bare loop does the same beside it: nothing can gain more than that from a second thread of this machine, with
 * what else runs on it. CPU time tells a third thing apart: how much dearer a chain becomes when another runs beside it, by
 * sharing a core, a cache or the memory.
 */
export async function twoWorkers(rounds: number): Promise<Row[]> {
  const filename = fileURLToPath(new URL('./worker-task.js', import.meta.url));
  const pool = (threads: number): Pool => new Piscina({ filename, minThreads: threads, maxThreads: threads });
  const [one, two] = [pool(1), pool(2)];
  const tasks = rounds === 1 ? 2 : TASKS;
  const rows: Row[] = [];
  for (const [points, width, layers] of rounds === 1 ? CHAINS.slice(0, 1) : CHAINS) {
    const chain = (seed: number): WorkerTask => ({ points, width, layers: rounds === 1 ? 1 : layers, seed });
    const loop = (): WorkerTask => ({ turns: rounds === 1 ? 1 : TURNS });
    for (const started of [one, two]) for (const task of [chain, loop]) await cost(started, task, tasks); // start, warm
    const chains: Round[] = [];
    const loops: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      chains.push({ one: await cost(one, chain, tasks), two: await cost(two, chain, tasks) });
      loops.push({ one: await cost(one, loop, tasks), two: await cost(two, loop, tasks) });
    }
    const gain = (round: Round): number => round.one.wall / round.two.wall;
    rows.push({
      points,
      width,
      taskMilliseconds: median(chains.map((round) => round.one.wall)) / tasks,
      ratio: median(chains.map(gain)),
      ratios: chains.map(gain),
      bound: median(loops.map(gain)),
      dearer: median(chains.map((round) => round.two.cpu / round.one.cpu)),
    });
  }
  await Promise.all([one.destroy(), two.destroy()]);
  return rows;
}

async function cost(pool: Pool, task: (seed: number) => WorkerTask, tasks: number): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await Promise.all(Array.from({ length: tasks }, (_, seed) => pool.run(task(seed))));
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1e3 };
}
