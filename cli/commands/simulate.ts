import { type Command, Option } from 'commander';
import sparkly from 'sparkly';
import { gramChain } from '../../src/chain/gram-chain.js';
import { describeGeometry } from '../../src/geometry/describe.js';
import { directNetwork } from '../../src/network/direct.js';
import { type LayerState, uniformNetwork } from '../../src/network/network.js';
import type { Stage } from '../../src/network/stage.js';
import { gaussian } from '../../src/network/weights.js';
import type { WeightLaw } from '../../src/network/weight-law.js';
import { derive, rootKey } from '../../src/random/key.js';
import { BadInput } from '../bad-input.js';
import { LiveLine } from '../live-line.js';
import { resolveBatch } from '../named-batch.js';
import { realNumber, spelled, wholeNumber } from '../options.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { parseWeightLaw } from '../../src/network/parse-weight-law.js';
import { print, printJson } from '../print.js';
import type { LayerReport, SimulateReport } from '../schemas/simulate.js';
import { table } from '../table.js';

interface SimulateOptions {
  readonly points: number;
  readonly inputs?: number;
  readonly width: number;
  readonly depth: number;
  readonly stages: readonly Stage[];
  readonly weights: WeightLaw;
  readonly gain: number;
  readonly data: string;
  readonly seed: string;
  readonly every?: number;
  readonly engine?: 'chain' | 'direct';
  readonly json?: boolean;
}

/** Rows of the table when the user does not say which layers to show. */
const ROWS = 20;

export function registerSimulate(program: Command): void {
  program
    .command('simulate')
    .description('run one random network on one batch and report the geometry of the batch layer by layer')
    .option('--points <n>', 'points of the batch', wholeNumber('points', 2, 4096), 16)
    .option('--width <d>', 'neurons of every layer', wholeNumber('neurons', 1, 1_000_000_000), 256)
    .option('--depth <T>', 'layers', wholeNumber('layers', 1, 1_000_000), 300)
    .option(
      '--stages <list>',
      'what follows each multiplication by W, in order',
      spelled(parseStages),
      parseStages('recenter,relu'),
    )
    .option(
      '--weights <law>',
      'gaussian, rademacher, uniform, orthogonal, sparse(p), student-t(nu) or cauchy',
      spelled(parseWeightLaw),
      gaussian,
    )
    .option('--gain <g>', 'multiplies every W', realNumber('the factor of every W'), 1)
    .option(
      '--data <what>',
      'a family (gaussian, sphere, clusters(3), ...), iris, or a CSV or NPY file with a row a point',
      'gaussian',
    )
    .option(
      '--inputs <d0>',
      'dimension of generated data; the width when not given',
      wholeNumber('input dimensions', 1, 1_000_000),
    )
    .option('--seed <text>', 'everything random follows from it', '1')
    .option('--every <K>', 'report every K-th layer and the last', wholeNumber('layers', 1, 1_000_000))
    .addOption(
      new Option(
        '--engine <name>',
        'chain (Gaussian weights only, cost d n^2) or direct (any weights, cost d^2 n)',
      ).choices(['chain', 'direct']),
    )
    .option('--json', 'print one JSON document (docs/schemas/simulate.json)')
    .action((options: SimulateOptions) => {
      const report = simulate(options);
      if (options.json === true) printJson(report);
      else print(page(report));
    });
}

/** Runs the network and measures the layers that are asked for. */
function simulate(options: SimulateOptions): SimulateReport {
  const { points, width, depth, stages, weights, gain, data, seed } = options;
  const engine = options.engine ?? (weights === gaussian ? 'chain' : 'direct');
  if (engine === 'chain' && weights !== gaussian) {
    throw new BadInput(`--engine: chain needs gaussian weights; came --weights ${weights.name}; use --engine direct.`);
  }
  const key = derive(rootKey(seed), 'simulate');
  const input = resolveBatch(data, { points, dimension: options.inputs ?? width, key: derive(key, 'batch') });
  const every = options.every ?? (options.json === true ? 1 : Math.ceil(depth / ROWS));
  const network = uniformNetwork({ stages, width, depth, weights, gain });
  const run = engine === 'chain' ? gramChain : directNetwork;
  const line = new LiveLine(`${engine} network, ${depth} layers`);
  const layers: LayerReport[] = [];
  for (const state of run(network, input, derive(key, 'weights'))) {
    if (state.layer % every === 0 || state.layer === depth) layers.push(measured(state));
    line.update(state.layer, depth);
  }
  line.clear();
  const names = stages.map(({ name }) => name);
  const config = {
    points,
    inputs: input.rows,
    width,
    depth,
    stages: names,
    weights: weights.name,
    gain,
    data,
    seed,
    every,
    engine,
  };
  return { config, layers };
}

function measured({ layer, factor, logScale }: LayerState): LayerReport {
  return { layer, ...describeGeometry(factor), logScale };
}

function page({ config, layers }: SimulateReport): string {
  const columns = [
    'layer',
    'odd',
    'norm ratio',
    'cluster cos min',
    'mean',
    'cross cos max',
    'mean',
    'gap',
    'rank',
    'stable rank',
  ];
  const rows = layers.map((row) => {
    const { clusterCosine, crossCosine } = row;
    const measures = [row.normRatio, clusterCosine.min, clusterCosine.mean, crossCosine.max, crossCosine.mean];
    const measured = [...measures, row.orthogonalityGap].map(fixed);
    return [String(row.layer), String(row.oddPoint), ...measured, String(row.rank ?? '-'), fixed(row.stableRank)];
  });
  const curve = (title: string, of: (row: LayerReport) => number | null): string => {
    const values = layers.map(of).filter((value): value is number => value !== null && Number.isFinite(value));
    const ends = values.length === 0 ? 'undefined' : `${fixed(values[0] ?? NaN)} → ${fixed(values.at(-1) ?? NaN)}`;
    return `${title.padEnd(20)} ${sparkly(values)}  ${ends}`;
  };
  const { points, width, depth, stages, weights, data, seed, engine } = config;
  const last = layers.at(-1);
  const warning =
    last !== undefined && last.degenerate !== 'none' ? `\nThe batch ends degenerate: ${last.degenerate}.` : '';
  return [
    `${points} points (${data}), ${depth} layers of width ${width}: ${stages.join(', ')}; ${weights} weights, ${engine} engine, seed "${seed}"`,
    table(
      columns.map((head) => ({ head, align: 'right' as const })),
      rows,
    ),
    curve('norm ratio', ({ normRatio }) => normRatio),
    curve('cluster cosine mean', ({ clusterCosine }) => clusterCosine.mean),
    curve('cross cosine mean', ({ crossCosine }) => crossCosine.mean) + warning,
  ].join('\n');
}

function fixed(x: number | null): string {
  return x === null || Number.isNaN(x) ? '-' : x.toFixed(4);
}
