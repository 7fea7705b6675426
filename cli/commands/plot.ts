import type { Command } from 'commander';
import { type Measure, MEASURES, measures, parseMeasure } from '../../src/sweep/measures.js';
import { BadInput } from '../bad-input.js';
import { examples } from '../examples.js';
import { oneOf, quoted, spelled } from '../options.js';
import { clusterGap } from '../plot/cluster-gap.js';
import { hittingTime } from '../plot/hitting-time.js';
import { phase } from '../plot/phase.js';
import { readTable } from '../plot/read-table.js';
import { print } from '../print.js';
import { replaceFile } from '../replace-file.js';
import type { SweepRow } from '../schemas/sweep.js';

type Kind = 'phase' | 'hitting-time' | 'cluster-gap';
type Across = 'width' | 'depth' | 'points' | 'stages';

interface PlotOptions {
  readonly kind: Kind;
  readonly measure: Measure;
  readonly x?: Across;
  readonly out: string;
}

const svgPath = (path: string): string => {
  if (path.endsWith('.svg')) return path;
  throw new BadInput(`--out: needs a file that ends in .svg; came ${quoted(path)}. Write --out map.svg.`);
};

/** @throws BadInput for a measure that is no probability */
const rateMeasure = (text: string): Measure => {
  const measure = spelled('--measure', parseMeasure)(text);
  if (MEASURES[measure].summary === 'rate') return measure;
  const rates = measures.filter((name) => MEASURES[name].summary === 'rate');
  throw new BadInput(
    `--measure: needs a probability, ${rates.join(' or ')}; came ${quoted(text)}. Draw others with --kind.`,
  );
};

export function registerPlot(program: Command): void {
  program
    .command('plot')
    .description('draw the table of a sweep: a phase diagram, hitting times, or the gap inside the cluster, as SVG')
    .argument('<table>', 'a file that bnd sweep --out wrote: .csv, .jsonl or .parquet')
    .requiredOption('--out <file>', 'the SVG file', svgPath)
    .option(
      '--kind <kind>',
      'phase (a probability over points and another axis), hitting-time or cluster-gap (over points)',
      oneOf('--kind', ['phase', 'hitting-time', 'cluster-gap']),
      'phase',
    )
    .option('--measure <name>', 'what a phase diagram shows: odd-event or far-event', rateMeasure, 'odd-event')
    .option(
      '--x <axis>',
      'what goes across: width, depth or stages of a phase diagram (default: width), points, width or depth of hitting times (default: points)',
      oneOf('--x', ['width', 'depth', 'points', 'stages']),
    )
    .addHelpText(
      'after',
      examples({
        'bnd plot map.jsonl --out map.svg':
          'the phase diagram of the odd event, with the n from which infinite width has one',
        'bnd plot map.jsonl --kind hitting-time --x width --out times.svg': 'how width delays it',
        'bnd plot map.jsonl --kind cluster-gap --out gap.svg': 'how tight the cluster is, against 9 pi^2/2 n^-2',
      }),
    )
    .action(async (table: string, options: PlotOptions) => {
      const svg = drawn(await readTable(table), options);
      replaceFile(options.out, svg, '--out');
      print(`${options.kind} of ${table}: ${options.out}`);
    });
}

function drawn(rows: readonly SweepRow[], { kind, measure, x }: PlotOptions): string {
  if (kind === 'cluster-gap') return clusterGap(rows);
  if (kind === 'hitting-time') {
    if (x === 'stages')
      throw new BadInput('--x: needs points, width or depth for hitting times; came "stages". Write --x width.');
    return hittingTime(rows, x ?? 'points');
  }
  if (x === 'points')
    throw new BadInput(
      '--x: needs width, depth or stages for a phase diagram, where points go up; came "points". Write --x width.',
    );
  return phase(rows, measure, x ?? 'width');
}
