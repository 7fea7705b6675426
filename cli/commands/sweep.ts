import { type Command, Option } from 'commander';
import { chunkSize } from '../../src/sweep/allocate.js';
import { cellAt, cellCount, type Grid } from '../../src/sweep/grid.js';
import { type Measure, measures, parseMeasure } from '../../src/sweep/measures.js';
import { parseGrid } from '../../src/sweep/parse-grid.js';
import { parseWeightLaw } from '../../src/network/parse-weight-law.js';
import { defaultEngine } from '../../src/simulation/engine.js';
import { BadInput } from '../bad-input.js';
import { examples } from '../examples.js';
import { withLiveLine } from '../live-line.js';
import { freeText, oneOf, quoted, realNumber, spelled, wholeNumber } from '../options.js';
import { print, printJson } from '../print.js';
import { type HandsOptions, handsOf, offerHands } from '../queue/hands-of.js';
import { sweepPage } from '../render-sweep.js';
import { requireFeasible } from '../require-feasible.js';
import type { SweepReport, SweepRow } from '../schemas/sweep.js';
import { runSweep, sweepRows } from '../sweep/run-sweep.js';
import { type Asked, takeUp, USUAL } from '../sweep/take-up.js';
import { tablePath, writeTable } from '../sweep/write-table.js';
import type { SweepStore } from '../sweep/store.js';
import { type Runner, runnerOn } from '../sweep/runner.js';

interface SweepOptions extends HandsOptions {
  readonly grid?: string;
  readonly depth: number;
  readonly draws?: number;
  readonly measure?: readonly Measure[];
  readonly allocation?: 'adaptive' | 'even';
  readonly level?: number;
  readonly seed?: string;
  readonly store?: string;
  readonly resume?: boolean;
  readonly out?: readonly string[];
  readonly json?: boolean;
}

const measureList = (text: string): readonly Measure[] => {
  const list = text.split(',').map(spelled('--measure', parseMeasure));
  if (new Set(list).size === list.length) return list;
  throw new BadInput(`--measure: needs each measure once; came ${quoted(text)}. Leave one out.`);
};

const levelOf = (text: string): number => {
  const level = realNumber('--level', 'the probability of a wrong interval')(text);
  if (level > 0 && level < 1) return level;
  throw new BadInput(`--level: needs a probability between 0 and 1; came ${quoted(text)}. Write --level 0.05.`);
};

export function registerSweep(program: Command): void {
  const command = program
    .command('sweep')
    .description(
      'map a grid of networks: each cell an estimate with an interval, from draws that are kept and can be resumed',
    )
    .option(
      '--grid <axes>',
      "the cells: axes of points, width, depth, stages, weights and data, as 'points=7..64 width=64..4096*4'",
    )
    .option(
      '--depth <T>',
      'layers, when the grid has no axis depth',
      wholeNumber('--depth', 'layers', 1, 1_000_000),
      300,
    )
    .option(
      '--draws <n>',
      `draws a cell, on average, rounded up to a multiple of four from 4 on (default: ${USUAL.draws})`,
      wholeNumber('--draws', 'draws', 1, 1_000_000, USUAL.draws),
    )
    .addOption(
      new Option(
        '--measure <list>',
        `what to estimate: ${measures.join(', ')} (default: ${USUAL.measures.join()})`,
      ).argParser(measureList),
    )
    .option(
      '--allocation <how>',
      'adaptive (default: more draws where intervals are wide) or even',
      oneOf('--allocation', ['adaptive', 'even']),
    )
    .option('--level <p>', `probability that an interval leaves out its value (default: ${USUAL.level})`, levelOf)
    .option('--seed <text>', `every draw follows from it and its cell (default: ${USUAL.seed})`, freeText('--seed'))
    .option('--store <folder>', 'keeps every draw (default: a folder of this plan in sweeps/)', freeText('--store'))
    .option('--resume', 'go on with the sweep of the store, which says what it is')
    .option(
      '--out <file>',
      'write the table: .csv, .jsonl or .parquet; may be given again',
      (path: string, paths: readonly string[] | undefined) => [...(paths ?? []), tablePath(path)],
    );
  offerHands(command)
    .option('--json', 'print one JSON document (docs/schemas/sweep.json)')
    .addHelpText(
      'after',
      examples({
        "bnd sweep --grid 'points=7..64:3 width=64..1024*4' --depth 200": 'where an odd point appears',
        "bnd sweep --grid 'points=16 width=64..4096*4' --measure hitting-time --out times.jsonl":
          'when it does, as a table',
        'bnd sweep --resume --store sweeps/1a2b3c4d5e6f7a8b':
          'go on after an interruption; the result is the same to the bit',
      }),
    )
    .action(async (options: SweepOptions) => {
      await sweep(options);
    });
}

async function sweep(options: SweepOptions): Promise<void> {
  const asked = askedOf(options);
  const hands = await handsOf(options);
  const { folder, store } = await takeUp(asked).catch(async (error: unknown) => {
    await hands.close();
    throw error;
  });
  const stop = sayHowToResume(folder);
  try {
    const report = await finished(store, folder, runnerOn(hands), options.out ?? []);
    if (options.json === true) printJson(report);
    else print(sweepPage(report, options.out));
  } finally {
    stop();
    await hands.close();
    await store.close();
  }
}

/** Makes what is missing and writes the tables. */
async function finished(
  store: SweepStore,
  folder: string,
  runner: Runner,
  paths: readonly string[],
): Promise<SweepReport> {
  const cells = cellCount(store.plan.grid);
  const chunks = await withLiveLine(`${cells} cells`, (update) => runSweep(store, runner, update), { timeLeft: true });
  for (const path of paths) await writeTable(path, sweepRows(store, chunks));
  const rows: SweepRow[] = [];
  for await (const row of sweepRows(store, chunks)) rows.push(row);
  const draws = chunks.reduce((sum, count) => sum + count, 0) * chunkSize(store.plan);
  return { plan: store.plan, store: folder, cells, draws, rows };
}

/** What the user gave, checked. @throws BadInput before anything is computed */
function askedOf({ grid: text, depth, measure, ...options }: SweepOptions): Asked {
  const { draws, allocation, level, seed, store, resume } = options;
  const grid = text === undefined ? undefined : spelled('--grid', (axes) => parseGrid(axes, depth))(text);
  if (grid !== undefined) requireFeasibleCells(grid);
  return {
    ...(grid === undefined ? {} : { grid }),
    ...(measure === undefined ? {} : { measures: measure }),
    ...(draws === undefined ? {} : { draws }),
    ...(allocation === undefined ? {} : { allocation }),
    ...(level === undefined ? {} : { level }),
    ...(seed === undefined ? {} : { seed }),
    ...(store === undefined ? {} : { store }),
    ...(resume === undefined ? {} : { resume }),
  };
}

function requireFeasibleCells(grid: Grid): void {
  const cells = cellCount(grid);
  for (let cell = 0; cell < cells; cell++) {
    const { points, width, depth, weights } = cellAt(grid, cell);
    const engine = defaultEngine(width, parseWeightLaw(weights));
    requireFeasible({ points, inputs: width, width, depth, every: depth, engine }, 'sweep');
  }
}

/** On Ctrl-C, says where the draws are; the signal then ends the process as it would have. Returns how to take that back. */
function sayHowToResume(folder: string): () => void {
  const say = (): void => {
    process.stderr.write(
      `\nInterrupted. The draws are in ${folder}: go on with bnd sweep --resume --store ${folder}\n`,
    );
    process.kill(process.pid, 'SIGINT'); // no listener is left
  };
  process.once('SIGINT', say);
  return () => process.removeListener('SIGINT', say);
}
