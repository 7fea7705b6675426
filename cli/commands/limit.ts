import { type Command, Option } from 'commander';
import { symmetricFixedPoint, twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { NoClosedForm } from '../../src/limit/no-closed-form.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { leaky } from '../../src/network/activations.js';
import { parseStages } from '../../src/network/parse-stage.js';
import type { Stage } from '../../src/network/stage.js';
import { activate } from '../../src/network/stages.js';
import { BadInput } from '../bad-input.js';
import { examples } from '../examples.js';
import { realNumber, spelled, wholeNumber } from '../options.js';
import { parseStart } from '../parse-start.js';
import { print, printJson } from '../print.js';
import { limitPage } from '../render-limit.js';
import type { LimitReport } from '../schemas/limit.js';

interface LimitOptions {
  readonly points: number;
  readonly stages: readonly Stage[];
  readonly slope?: number;
  /** Number of odd points; 0 for the symmetric state. */
  readonly start: number;
  readonly json?: boolean;
}

export function registerLimit(program: Command): void {
  program
    .command('limit')
    .description('compute a fixed point of an infinitely wide layer, and the rates at which it attracts')
    .option('--points <n>', 'points of the batch', wholeNumber('--points', 'points', 2, 4096), 16)
    .addOption(
      new Option('--stages <list>', 'recenter (rc), rescale (rs) and relu, leaky(a), abs or identity, in order')
        .argParser(spelled('--stages', parseStages))
        .default(parseStages('recenter,relu'), 'recenter,relu'),
    )
    .option(
      '--slope <a>',
      'makes every relu of --stages leaky with this slope',
      realNumber('--slope', 'the slope below 0'),
    )
    .addOption(
      new Option('--start <state>', 'odd (one odd point), symmetric, or k=2, k=3, ... odd points')
        .argParser(parseStart)
        .default(1, 'odd'),
    )
    .option('--json', 'print one JSON document (docs/schemas/limit.json)')
    .addHelpText(
      'after',
      examples({
        'bnd limit --points 10': 'one odd point and a cluster: where it is, how fast it attracts',
        'bnd limit --points 6': 'with so few points that state does not exist',
        'bnd limit --points 10 --start symmetric': 'all points alike',
        'bnd limit --start k=2': 'two odd points: a saddle',
        'bnd limit --slope 0.1': 'leaky ReLU',
        'bnd simulate --width infinite --data iris': 'the way there, from a batch of your own',
        'bnd limit --stages rc,rs,relu --start symmetric': 'full batch normalisation',
      }),
    )
    .action((options: LimitOptions) => {
      const report = limit(options);
      if (options.json === true) printJson(report);
      else print(limitPage(report));
    });
}

function limit(options: LimitOptions): LimitReport {
  const { points, start, slope } = options;
  if (start >= points)
    throw new BadInput(
      `--start: needs fewer odd points than --points ${points}; came k=${start}. Write at most --start k=${points - 1}.`,
    );
  const stages = options.stages.map((stage) =>
    slope !== undefined && stage.name === 'relu' ? activate(leaky(slope)) : stage,
  );
  const config = {
    points,
    stages: stages.map(({ name }) => name),
    start: start === 0 ? 'symmetric' : start === 1 ? 'odd' : `k=${start}`,
  };
  try {
    return found(config, stages, start);
  } catch (error) {
    if (error instanceof NoClosedForm) throw new BadInput(`--stages: ${error.message}`, { cause: error });
    throw error;
  }
}

function found(config: LimitReport['config'], stages: readonly Stage[], odd: number): LimitReport {
  const { points } = config;
  const none = (says: string): LimitReport => ({
    config,
    exists: false,
    says,
    fixedPoint: null,
    spectralRadius: null,
    eigenvalues: [],
  });
  const end = odd === 0 ? symmetricFixedPoint(stages, points) : twoBlockFixedPoint(stages, points, odd);
  if (end.kind === 'unsettled') return none(`The iteration settles nowhere: ${end.reason}.`);
  if (end.kind === 'symmetric') {
    const what = odd === 1 ? 'The odd-point configuration does' : `A configuration with ${odd} odd points does`;
    return none(`${what} not exist for ${points} points: the start leads back to the symmetric state.`);
  }
  const { spectralRadius, eigenvalues } = spectrum(stages, end.gram);
  const shape =
    end.kind === 'two-block'
      ? {
          normRatio: end.normRatio,
          clusterCosine: end.clusterCosine,
          crossCosine: end.crossCosine,
          oddCosine: end.oddCosine,
        }
      : { normRatio: 1, clusterCosine: end.cosine, crossCosine: end.cosine, oddCosine: NaN };
  const state =
    odd === 0
      ? 'The symmetric state'
      : odd === 1
        ? 'The odd-point configuration'
        : `The configuration with ${odd} odd points`;
  const says = `${state} is a fixed point, linearly ${stability(spectralRadius)}.`;
  return {
    config,
    exists: true,
    says,
    fixedPoint: { ...shape, residual: end.residual },
    spectralRadius,
    eigenvalues: [...eigenvalues],
  };
}

/** Spectral radii this close to 1 are 1: rounding of small matrices whose entries are near 1. */
const ROUNDING = 1e-11;

function stability(spectralRadius: number): string {
  if (Math.abs(spectralRadius - 1) <= ROUNDING) return 'neutral (spectral radius 1)';
  return spectralRadius < 1 ? 'stable' : 'unstable';
}
