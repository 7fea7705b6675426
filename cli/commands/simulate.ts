import { type Command, Option } from 'commander';
import { parseStages } from '../../src/network/parse-stage.js';
import { parseWeightLaw } from '../../src/network/parse-weight-law.js';
import { gaussian } from '../../src/network/weights.js';
import { examples } from '../examples.js';
import { freeText, oneOf, realNumber, spelled, wholeNumber } from '../options.js';
import { print, printJson } from '../print.js';
import { simulationPage } from '../render-simulation.js';
import { runSimulation, type Simulation } from '../run-simulation.js';

interface SimulateOptions extends Omit<Simulation, 'every'> {
  readonly every?: number;
  readonly json?: boolean;
}

/** Rows of the table when the user does not say which layers to show. */
const ROWS = 20;

const neurons = wholeNumber('--width', 'neurons', 1, 1_000_000_000);
const widthOf = (text: string): number => (text.trim().toLowerCase() === 'infinite' ? Infinity : neurons(text));

export function registerSimulate(program: Command): void {
  program
    .command('simulate')
    .description('run one random network on one batch, and report the geometry of the batch layer by layer')
    .option('--points <n>', 'points of the batch', wholeNumber('--points', 'points', 2, 4096), 16)
    .option('--width <d>', 'neurons of every layer, or infinite: the limit, without weights', widthOf, 256)
    .option('--depth <T>', 'layers', wholeNumber('--depth', 'layers', 1, 1_000_000), 300)
    .addOption(
      new Option(
        '--stages <list>',
        'what follows each multiplication by W, in order: recenter (rc), rescale (rs), and relu, leaky(0.1), tanh, ...',
      )
        .argParser(spelled('--stages', parseStages))
        .default(parseStages('recenter,relu'), 'recenter,relu'),
    )
    .addOption(
      new Option(
        '--weights <law>',
        'gaussian, rademacher, uniform, orthogonal, sparse(0.05), student-t(3) or cauchy, with your own number',
      )
        .argParser(spelled('--weights', parseWeightLaw))
        .default(gaussian, 'gaussian'),
    )
    .option('--gain <g>', 'multiplies every W', realNumber('--gain', 'the factor of every W'), 1)
    .option(
      '--data <what>',
      'a generated family (gaussian, sphere, clusters(3), ...), iris, or a CSV or NPY file with a row a point',
      freeText('--data'),
      'gaussian',
    )
    .option(
      '--inputs <d0>',
      'dimension of generated data; the width when not given, 256 when that is infinite',
      wholeNumber('--inputs', 'input dimensions', 1, 1_000_000),
    )
    .option('--seed <text>', 'everything random follows from it', freeText('--seed'), '1')
    .option(
      '--every <K>',
      `report every K-th layer and the last (default: 1 with --json, else some ${ROWS} layers)`,
      wholeNumber('--every', 'layers', 1, 1_000_000),
    )
    .option(
      '--engine <name>',
      'chain (Gaussian weights only, cost d n^2 a layer; their default) or direct (any weights, cost d^2 n)',
      oneOf('--engine', ['chain', 'direct']),
    )
    .option('--json', 'print one JSON document (docs/schemas/simulate.json)')
    .addHelpText(
      'after',
      examples({
        'bnd simulate': 'a cluster forms, and one odd point turns orthogonal to it',
        'bnd simulate --stages recenter,rescale,relu': 'full batch normalisation: no odd point',
        'bnd simulate --stages relu': 'without recentering everything collapses',
        'bnd simulate --data iris --points 32': 'a real batch',
        'bnd simulate --data iris --width infinite': 'a real batch in a network of infinite width',
        'bnd simulate --weights rademacher --seed 7': 'other weights, another draw',
        'bnd simulate --depth 5 --every 1 --json': 'every layer, for programs',
      }),
    )
    .action(async (options: SimulateOptions) => {
      const every = options.every ?? (options.json === true ? 1 : Math.ceil(options.depth / ROWS));
      const report = await runSimulation({ ...options, every });
      if (options.json === true) printJson(report);
      else print(simulationPage(report));
    });
}
