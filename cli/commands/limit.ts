import { type Command, InvalidArgumentError } from 'commander';
import { symmetricFixedPoint, twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { NoClosedForm } from '../../src/limit/no-closed-form.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { leaky } from '../../src/network/activations.js';
import { parseStages } from '../../src/network/parse-stage.js';
import type { Stage } from '../../src/network/stage.js';
import { activate } from '../../src/network/stages.js';
import { BadInput } from '../bad-input.js';
import { realNumber, spelled, wholeNumber } from '../options.js';
import { print, printJson } from '../print.js';
import type { LimitReport } from '../schemas/limit.js';
import { table } from '../table.js';

/** Eigenvalues below this are shown as 0 in the table: rounding of matrices with entries near 1. */
const ROUNDING = 1e-13;

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
    .description('compute a fixed point of the infinite-width map and its spectrum')
    .option('--points <n>', 'points of the batch', wholeNumber('points', 2, 4096), 16)
    .option(
      '--stages <list>',
      'rc, rs and relu, leaky(a), abs or identity, in order',
      spelled(parseStages),
      parseStages('recenter,relu'),
    )
    .option('--slope <a>', 'makes every relu of --stages leaky with this slope', realNumber('the slope below 0'))
    .option('--start <state>', 'odd (one odd point), symmetric, or k=2, k=3, ... odd points', parseStart, 1)
    .option('--json', 'print one JSON document (docs/schemas/limit.json)')
    .action((options: LimitOptions) => {
      const report = limit(options);
      if (options.json === true) printJson(report);
      else print(page(report));
    });
}

function parseStart(text: string): number {
  if (text === 'symmetric') return 0;
  if (text === 'odd') return 1;
  const k = /^k=(\d+)$/.exec(text)?.[1];
  if (k !== undefined && Number(k) >= 1) return Number(k);
  throw new InvalidArgumentError(`Needs odd, symmetric, or k=N with N odd points; came "${text}".`);
}

function limit(options: LimitOptions): LimitReport {
  const { points, start, slope } = options;
  if (start >= points) throw new BadInput(`--start: needs fewer odd points than --points ${points}; came k=${start}.`);
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
    if (error instanceof NoClosedForm) throw new BadInput(`--stages: ${error.message}`);
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
  const says = `${state} is a fixed point, linearly ${spectralRadius < 1 ? 'stable' : 'unstable'}.`;
  return {
    config,
    exists: true,
    says,
    fixedPoint: { ...shape, residual: end.residual },
    spectralRadius,
    eigenvalues: [...eigenvalues],
  };
}

function page({ config, says, fixedPoint, spectralRadius, eigenvalues }: LimitReport): string {
  const lines = [`${config.points} points, infinite width, ${config.stages.join(', ')}, start ${config.start}`, says];
  if (fixedPoint === null || spectralRadius === null) return lines.join('\n');
  const number = (x: number | null): string => (x === null || Number.isNaN(x) ? '-' : x.toPrecision(12));
  const facts = [
    ['norm ratio (odd / cluster)', number(fixedPoint.normRatio)],
    ['cluster cosine', number(fixedPoint.clusterCosine)],
    ['cross cosine', number(fixedPoint.crossCosine)],
    ['residual', fixedPoint.residual.toExponential(1)],
    ['spectral radius', number(spectralRadius)],
  ];
  const rates = eigenvalues.map(({ value, multiplicity }) => [
    Math.abs(value) < ROUNDING ? '0' : number(value),
    String(multiplicity),
  ]);
  return [
    ...lines,
    table([{ head: 'fixed point' }, { head: 'value', align: 'right' }], facts),
    table(
      [
        { head: 'eigenvalue', align: 'right' },
        { head: 'multiplicity', align: 'right' },
      ],
      rates,
    ),
  ].join('\n');
}
