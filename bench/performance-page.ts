import { number } from './number.js';
import { otherMeasurements, outOf } from './other-measurements.js';
import { leftOut, PEERS } from './peers.js';
import type { BenchResults, Comparison } from './results.js';
import { SIZES } from './sizes.js';
import { table } from './table.js';
import { targets, verdict } from './targets.js';

/** docs/performance.md: every number and every verdict comes from the results. */
export function performancePage(results: BenchResults): string {
  return [
    '<!-- Written by `npm run bench` and `npm run generate` from bench/results.json. Do not edit: test/bench/document.test.ts compares them. -->',
    '# Performance',
    howMeasured(results),
    '## Targets',
    'One thread; medians of ratios of one run, except where the target says what else it is.',
    table(
      ['target', 'needed', 'measured', 'verdict'],
      targets(results).map((target) => [
        target.promise,
        number(target.needed),
        Number.isNaN(target.measured) ? '' : number(target.measured),
        verdict(target),
      ]),
    ),
    '## A layer, size by size',
    'Recentering, ReLU and renormalisation, normals drawn anew in every layer. The speed-up over the direct way grows with d/n, so no speed-up means anything without it.',
    ...SIZES.flatMap(([points, width]) => atSize(results.comparisons, points, width)),
    '## Where others win',
    whereOthersWin(results.comparisons, results.limitSteps),
    ...otherMeasurements(results),
    '',
  ].join('\n\n');
}

function howMeasured({ machine }: BenchResults): string {
  const { processor, threads, platform, arch, node, libraries, loads } = machine;
  const load = loads.map((value) => value.toFixed(1)).join(' before and ');
  return [
    `${processor}, ${threads} hardware threads, ${platform} ${arch}; Node ${node}${libraries.map((name) => `, ${name}`).join('')}.`,
    `The kernel and a contender take turns in one run${machine.tied === true ? ', tied to the same core' : ''}, and each pair gives a ratio; tables show the median of the ratios, the median times, and from which to which ratio the rounds went.`,
    'A core whose other half a hypervisor has lent to somebody else is no busier, but slower, and most for what is limited by arithmetic: so a loop of',
    'arithmetic alone is timed before, between and after. Rounds in which it reached 85 % of its best count, as the last column says; where they are fewer than half of those wanted, all do.',
    'Times are CPU time of one thread, because the machine is shared: its load (running processes) was',
    `${load} after. Each contender is checked first: a stage left out moves its mean cosine, and the run stops.`,
    'PyTorch, NumPy and TensorFlow.js run on one thread, the draws included, W in slabs of at most 32 MB.',
    '',
    '`npm run bench` measures again; `-- --once` runs everything for a moment, as the tests do. For the Python side on Debian:',
    '`apt-get install python3-numpy python3-torch libopenblas0-pthread`. Without the last, PyTorch multiplies with the reference BLAS, ten times',
    'slower, which would flatter the kernel.',
  ].join('\n');
}

function atSize(rows: readonly Comparison[], points: number, width: number): string[] {
  const here = rows.filter((row) => row.points === points && row.width === width);
  if (here.length === 0) return [];
  const ratio = number(width / points);
  return [
    `### n = ${points}, d = ${width}: d/n = ${ratio}`,
    table(
      ['contender', 'kernel, ms', 'contender, ms', `kernel is faster by (d/n = ${ratio})`, 'ratios', 'whole core'],
      here.map((row) => [
        row.peer,
        number(row.kernelMilliseconds),
        number(row.peerMilliseconds),
        times(row.ratio),
        `${number(Math.min(...row.ratios))} to ${number(Math.max(...row.ratios))}`,
        outOf(row),
      ]),
    ),
    ...absent(here, width),
  ];
}

/** Who has no row at this size, and why. */
function absent(here: readonly Comparison[], width: number): string[] {
  const without = PEERS.filter((name) => !here.some(({ peer }) => peer === name));
  const lines = without.map((name) => {
    const reason = leftOut(name, width);
    return reason === undefined ? `- ${name}: not measured in this run.` : `- ${name} is left out: ${reason}.`;
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** Below this, which of two is faster changes from run to run. */
const DRAW = 1.2;

function whereOthersWin(layers: readonly Comparison[], limitSteps: readonly Comparison[]): string {
  const outcome = (ratio: number): string => (ratio < 1 / DRAW ? `wins by ${times(1 / ratio)}` : 'draws');
  const close = (rows: readonly Comparison[]): readonly Comparison[] =>
    rows.filter(({ peer, ratio }) => ratio < DRAW && !peer.startsWith('kernel'));
  const lines = [
    ...close(layers).map(({ points, width, peer, ratio }) => {
      const place = `n = ${points}, d = ${width ?? NaN} (d/n = ${number((width ?? NaN) / points)})`;
      return `- ${peer} ${outcome(ratio)} at ${place}, where its time is ${times(ratio)} that of the kernel.`;
    }),
    ...close(limitSteps).map(
      ({ points, peer, ratio }) => `- ${peer} ${outcome(ratio)} at n = ${points}, infinite width.`,
    ),
  ];
  return [
    'Where n >= d/4, roughly: the direct way multiplies by W once, at 2 d² n flops; the Gram chain needs 2 n² d and an n³ part, and has nothing left to save.',
    'With fewer neurons than points it keeps the law but not the lead.',
    'Where BLAS uses AVX2 or AVX-512: WebAssembly has 128-bit registers and no fused multiply-add, so one core has two to four times the roof that is measured here.',
    'The larger n is, the more that counts against the same algorithm in NumPy.',
    '',
    ...(lines.length > 0 ? ['In this run:', '', ...lines] : ['In this run no contender came within 1.2 times.']),
  ].join('\n');
}

const times = (ratio: number): string => `${number(ratio)}×`;
