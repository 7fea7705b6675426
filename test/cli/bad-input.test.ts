import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bnd } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const IN = 'DIR';

beforeAll(() => {
  const good = readFileSync(fileURLToPath(new URL('points-c.npy', import.meta.url)));
  writeFileSync(join(folder(), 'good.npy'), good);
  writeFileSync(join(folder(), 'cut.npy'), good.subarray(0, good.length - 9));
  writeFileSync(join(folder(), 'ragged.csv'), '1,2\n3\n');
  writeFileSync(join(folder(), 'nan.csv'), '1,2\n3,NaN\n');
  writeFileSync(join(folder(), 'empty.csv'), '');
  writeFileSync(join(folder(), 'secret.csv'), '1,2\n');
  chmodSync(join(folder(), 'secret.csv'), 0);
  mkdirSync(join(folder(), 'folder.csv'));
});

/** The one line that a command is refused with, without the end that every line has. */
async function refusal(line: readonly string[]): Promise<string> {
  const args = line.map((arg) => arg.replace(IN, folder()));
  const { code, stdout, stderr } = await bnd(...args);
  expect({ code, stdout }, stderr).toEqual({ code: 64, stdout: '' });
  const [, said] = /^error: ([^\n]+)\n$/.exec(stderr) ?? [];
  expect(said, `one line, not ${JSON.stringify(stderr)}`).toBeDefined();
  return (said ?? '').replaceAll(folder(), IN);
}

const STAGES =
  'recenter, rc, rescale, rs, relu, leaky(0.1), relu^2, identity, abs, square, tanh, sigmoid, gelu, silu, softplus, elu, sin';
const stage = (came: string): string =>
  `--stages: stage: needs one of ${STAGES}, with any number where one stands; came '${came}'. Write one of these.`;
const whole = (flag: string, what: string, from: number, to: number, came: string): string =>
  `${flag}: needs a whole number of ${what} from ${from} to ${to}; came "${came}". Write one, such as ${flag} 16.`;
const points = (came: string): string => whole('--points', 'points', 2, 4096, came);
const depth = (came: string): string => whole('--depth', 'layers', 1, 1_000_000, came);
const width = (came: string): string => whole('--width', 'neurons', 1, 1_000_000_000, came);
const infinite = (came: string): string =>
  `--width: infinite needs no weights, gain or engine: every stage that has a limit commutes with scaling; came ${came}. Leave it out.`;

const simulate: readonly (readonly [readonly string[], string])[] = [
  [['--stages', 'recentre'], stage('recentre')],
  [['--stages', ''], stage('')],
  [['--stages', 'relu,'], stage('')],
  [['--stages', 'leaky(x)'], stage('leaky(x)')],
  [['--stages', 'leaky(1e999)'], '--stages: leaky: needs a finite slope; came Infinity. Try leaky(0.1).'],
  [['--stages', 'relu\nrc'], stage('relu\\nrc')],
  [['--stages', '__proto__'], stage('__proto__')],
  [['--width', '0'], width('0')],
  [['--width', '1e3'], width('1e3')],
  [['--width', 'Infinity'], width('Infinity')],
  [['--width', 'infinite', '--gain', '2'], infinite('--gain 2')],
  [['--width', 'infinite', '--weights', 'cauchy'], infinite('--weights cauchy')],
  [['--width', 'infinite', '--engine', 'chain'], infinite('--engine chain')],
  [
    ['--width', 'infinite', '--stages', 'rc,tanh'],
    '--stages: infinite width: needs an activation whose map has a closed form (relu, leaky(a), abs, identity); came tanh. Take one of these, or simulate at finite width.',
  ],
  [['--points', '1'], points('1')],
  [['--points', '1.5'], points('1.5')],
  [['--points', '-4'], points('-4')],
  [['--points', '99999999999999999999'], points('99999999999999999999')],
  [['--points', ''], points('')],
  [['--points', '１６'], points('１６')],
  [['--depth', '0'], depth('0')],
  [['--depth', 'NaN'], depth('NaN')],
  [
    ['--gain', 'Infinity'],
    '--gain: needs the factor of every W, a finite number; came "Infinity". Write one, such as --gain 0.5.',
  ],
  [
    ['--weights', 'normal'],
    "--weights: needs one of gaussian, rademacher, uniform, orthogonal, sparse(0.05), student-t(3), cauchy, with any number where one stands; came 'normal'. Write one of these.",
  ],
  [['--weights', 'sparse(2)'], '--weights: sparse: needs a probability in (0, 1]; came 2. Try sparse(0.05).'],
  [
    ['--engine', 'chain', '--weights', 'cauchy'],
    '--engine: chain needs gaussian weights; came --weights cauchy. Use --engine direct.',
  ],
  [['--engine', 'fast'], '--engine: needs chain or direct; came "fast". Write --engine chain.'],
  [
    ['--data', 'cifar'],
    'batch family: needs one of gaussian, sphere, low-rank(2), clusters(3), odd-points(2), duplicated, near-collinear(1e-6), heavy-tailed(3), one-hot; came "cifar". Write one of these, with your own number. For real data: iris, FILE.csv, FILE.npy.',
  ],
  [
    ['--data', 'one-hot', '--inputs', '3'],
    '--data: one-hot: needs a dimension of at least the number of points; came dimension 3 for 16 points. Ask for dimension 16. The dimension is --inputs, or --width without it.',
  ],
  [
    ['--data', 'DIR/ragged.csv'],
    'DIR/ragged.csv:2: needs 2 cells, as in line 1; came 1. Give every data point the same features.',
  ],
  [
    ['--data', 'DIR/nan.csv'],
    'DIR/nan.csv:2: column 2 needs a finite number; came "NaN". Separate cells by commas, leave out labels, and fill or drop missing values.',
  ],
  [
    ['--data', 'DIR/empty.csv'],
    'DIR/empty.csv: needs at least one row of numbers; came an empty file. Write one data point a row, with commas between the numbers.',
  ],
  [
    ['--data', 'DIR/cut.npy'],
    'DIR/cut.npy: needs whole entries after a whole header; came 311 bytes. The file is truncated or damaged: save it again.',
  ],
  [['--data', 'DIR/folder.csv'], 'DIR/folder.csv: needs a file; came a directory or a device. Name the file itself.'],
  [
    ['--data', 'DIR/none.csv'],
    'DIR/none.csv: needs a readable file; came no such file. Check the name and the permissions.',
  ],
  [['--data', 'DIR/good.npy'], 'DIR/good.npy: needs at least 16 points, as asked; came 3. Ask for at most 3.'],
  [
    ['--data', 'batch.mat'],
    'batch.mat: needs a file that ends in .csv or .npy; came ".mat". Save one data point a row as CSV, or use numpy.save.',
  ],
  [['--seed', '--json'], '--seed: needs a value; came the option "--json". Write a value after --seed.'],
  [['--point', '3'], "bnd simulate: unknown option '--point'. Did you mean --points? See bnd simulate --help."],
  [['--depth'], "bnd simulate: option '--depth <T>' argument missing. See bnd simulate --help."],
  [
    ['300'],
    "bnd simulate: too many arguments for 'simulate'. Expected 0 arguments but got 1. See bnd simulate --help.",
  ],
  [
    ['--width', '1000000000', '--inputs', '100', '--engine', 'direct'],
    'simulate: needs a simulation of at most 4 GiB of memory; came 16 points of 100 features and width 1000000000 with --engine direct, which take 14 EiB. Ask for a smaller --width or --inputs.',
  ],
  [
    ['--width', '1000000000'],
    'simulate: needs a simulation of at most 4 GiB of memory; came 16 points of 1000000000 features and width 1000000000 with --engine chain, which take 360 GiB. Ask for fewer --points or --inputs (as many as the --width when not given).',
  ],
  [
    ['--width', '1000000000', '--inputs', '9', '--depth', '1000000'],
    'simulate: needs a simulation of at most 1e+15 multiplications; came depth 1000000, width 1000000000 and 16 points, which take 3e+17. Ask for a smaller --depth, --width or --points.',
  ],
  [
    ['--depth', '200000', '--json'],
    '--every: needs a report of at most 100000 layers; came every 1 of 200000. Ask for --every 2.',
  ],
];

const others: readonly (readonly [readonly string[], string])[] = [
  [
    ['limit', '--start', 'k=0'],
    '--start: needs odd, symmetric, or k=N with N odd points, N >= 1; came "k=0". Write one, such as --start k=2.',
  ],
  [
    ['limit', '--start', 'k=20', '--points', '10'],
    '--start: needs fewer odd points than --points 10; came k=20. Write at most --start k=9.',
  ],
  [
    ['limit', '--stages', 'rc,tanh'],
    '--stages: infinite width: needs an activation whose map has a closed form (relu, leaky(a), abs, identity); came tanh. Take one of these, or simulate at finite width.',
  ],
  [
    ['limit', '--slope', '1,5'],
    '--slope: needs the slope below 0, a finite number; came "1,5". Write one, such as --slope 0.5.',
  ],
  [
    ['verify', '--effort', '0'],
    '--effort: needs a whole number of budgets from 1 to 1000; came "0". Write one, such as --effort 10.',
  ],
  [
    ['verify', 'recenter-relu/two-groups-turn-ortogonal', '--json'],
    'claim: needs the id of one of N claims; came "recenter-relu/two-groups-turn-ortogonal". Did you mean recenter-relu/two-groups-turn-orthogonal?',
  ],
  [['verify', 'riemann'], 'claim: needs the id of one of N claims; came "riemann". See `bnd list`.'],
  [
    ['show', 'two-groups'],
    'claim: needs the id of one of N claims; came "two-groups". Did you mean recenter-relu/two-groups-turn-orthogonal?',
  ],
  [['show'], "bnd show: missing required argument 'claim'. See bnd show --help."],
  [
    ['certify', 'recenter-relu/odd-point-appears'],
    'claim: needs one that there is a prover for; came "recenter-relu/odd-point-appears". There are provers for 14 claims, those that bnd list calls certified.',
  ],
  [['check', 'none.json'], 'certificate: needs a file; came "none.json", which cannot be read. See certificates/.'],
  [['list', '--jsn'], "bnd list: unknown option '--jsn'. Did you mean --json? See bnd list --help."],
  [['verfy'], "bnd: unknown command 'verfy'. Did you mean verify? See bnd --help."],
  [['--verbose'], "bnd: unknown option '--verbose'. See bnd --help."],
  [
    ['help', 'limt'],
    'bnd help: needs one of verify, hunt, replay, report, new, simulate, limit, sweep, worker, plot, explore, list, show, certify, check, lock, gate, acknowledge, help; came "limt". Did you mean limit?',
  ],
];

describe.concurrent('Wrong use is refused in one line, with exit code 64 and an empty standard output', () => {
  test.each(simulate)('bnd simulate %j: %s', async (line, said) => {
    expect(await refusal(['simulate', ...line])).toBe(said);
  });

  test.each(others)('bnd %j: %s', async (line, said) => {
    expect((await refusal(line)).replace(/one of \d+ claims/, 'one of N claims')).toBe(said);
  });

  // The superuser reads files whatever their permissions.
  test.skipIf(process.getuid?.() === 0)('A file without read permission', async () => {
    expect(await refusal(['simulate', '--data', 'DIR/secret.csv'])).toMatch(/came permission denied/);
  });

  test('A very long text is cut in the middle: where it was, and what to do, stay', async () => {
    const said = await refusal(['simulate', '--stages', 'x'.repeat(100_000)]);
    expect(said.length).toBeLessThan(600);
    expect(said).toMatch(/^--stages: stage: needs one of .* \[\.\.\.\] x+'\. Write one of these\.$/);
  });

  test('The check of one line sees a second one', async () => {
    await expect(refusal(['simulate', '--points', '1', '--debug'])).rejects.toThrow(/one line, not/);
    await expect(refusal(['list'])).rejects.toThrow();
  });
});
