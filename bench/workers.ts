import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { median } from './median.js';
import type { BenchResults } from './results.js';
import type { WorkerTask } from './worker-task.js';

/** [points, width, layers]: whole chains of some 12 ms, against which a round trip of a tenth of a millisecond does not show. */
const CHAINS = [
  [16, 256, 512],
  [32, 1024, 64],
  [128, 4096, 2],
] as const;
/** Turns of the loop: as long as a chain. */
const TURNS = 1.2e7;
/**
 * Of one worker, before and after twice as many of two: a core that changes its speed in between changes it for both. Enough that
 * a worker which the machine holds up is not waited for: the other takes the next task, as in `bnd verify`.
 */
const TASKS = 16;

/** What the loop must gain for a round to count: less, and the machine had no second core to give. */
const WHOLE = 1.9;
/** Times as many rounds as wanted are tried. */
const TRIES = 3;

type Pool = Piscina<WorkerTask, void>;
type Row = BenchResults['workers'][number];
/** Milliseconds. */
interface Cost {
  readonly wall: number;
  /** Of the whole process: that of its workers. */
  readonly cpu: number;
}
/** So many tasks by one worker before and after, and twice as many by two in between. */
interface Round {
  readonly one: Cost;
  readonly two: Cost;
}

/** How often two workers were as fast as one, before the chains, with them and after them. */
interface Turn {
  readonly chains: Round;
  /** Of the roof loop: the smaller of before and after. */
  readonly bound: number;
}

const gain = (round: Round): number => round.one.wall / round.two.wall;

/**
 * Wall time of the same chains in one worker, over that in two. Needs compiled code.
 *
 * Around every round the roof loop does the same: nothing in arithmetic gains more than that from a second thread of this
 * machine, with what else runs on it. Rounds in which it gains almost a whole core count, others where those are too few. CPU time
 * tells a third thing: how much dearer a chain becomes when another runs beside it, by sharing a core, a cache or the memory.
 *
 * @param rounds wanted; three times as many are tried
 */
export async function twoWorkers(rounds: number): Promise<Row[]> {
  const filename = fileURLToPath(new URL('./worker-task.js', import.meta.url));
  const pool = (threads: number): Pool => new Piscina({ filename, minThreads: threads, maxThreads: threads });
  const [one, two] = [pool(1), pool(2)];
  const once = rounds === 1;
  const tasks = once ? 1 : TASKS;
  const rows: Row[] = [];
  for (const [points, width, layers] of once ? CHAINS.slice(0, 1) : CHAINS) {
    const chain = (seed: number): WorkerTask => ({ points, width, layers: once ? 1 : layers, seed });
    const loop = (): WorkerTask => ({ turns: once ? 1 : TURNS });
    for (const started of [one, two]) for (const task of [chain, loop]) await cost(started, task, tasks); // start, warm
    const inTurns = async (task: (seed: number) => WorkerTask): Promise<Round> => {
      const before = await cost(one, task, tasks);
      const inBetween = await cost(two, task, 2 * tasks);
      const after = await cost(one, task, tasks);
      return { one: { wall: before.wall + after.wall, cpu: before.cpu + after.cpu }, two: inBetween };
    };
    const turns: Turn[] = [];
    const whole = (): Turn[] => turns.filter(({ bound }) => bound >= WHOLE);
    let before = gain(await inTurns(loop));
    for (let tried = 0; tried < (once ? 1 : TRIES * rounds) && whole().length < rounds; tried++) {
      const chains = await inTurns(chain);
      const after = gain(await inTurns(loop));
      turns.push({ chains, bound: Math.min(before, after) });
      before = after;
    }
    const counted = 2 * whole().length >= rounds ? whole() : turns;
    rows.push({
      points,
      width,
      taskMilliseconds: median(counted.map(({ chains }) => chains.one.wall)) / (2 * tasks),
      ratio: median(counted.map(({ chains }) => gain(chains))),
      ratios: counted.map(({ chains }) => gain(chains)),
      bound: median(counted.map(({ bound }) => bound)),
      dearer: median(counted.map(({ chains }) => chains.two.cpu / chains.one.cpu)),
      whole: whole().length,
      tried: turns.length,
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
