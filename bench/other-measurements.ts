import { number } from './number.js';
import type { BenchResults } from './results.js';
import { table } from './table.js';

/** In place of what results of an older benchmark do not hold. */
export const UNKNOWN = 'not measured in this run';

/** In how many rounds the machine gave what it has, of those tried. */
export const outOf = ({ whole, tried }: { whole?: number | undefined; tried?: number | undefined }): string =>
  whole === undefined || tried === undefined ? UNKNOWN : `${whole} of ${tried}`;

/** What time is measured against. */
export const AGAINST = ['n', 'd', 'T', 'chains'];

/** The sections of docs/performance.md after the comparisons; a part that was not measured has none. */
export function otherMeasurements(results: BenchResults): string[] {
  return [
    ...section(
      'The roof',
      'The roof is a loop of f64x2 multiplications and additions without memory, in gigaflops of one core, measured in short turns with everything that is divided by it. The product and the sums are each timed alone, over and over on one block of 64 rows, and count the flops of the triangle only: n (n + 1) a row, a multiplication and an addition for each entry, nothing for what tiles of 4 compute beyond it. The whole algebra is what a layer takes beyond its normals and its ReLU, and counts (2 n² + 2 n - 2) d: the same two triangles, without the last pivot, which recentering saves. The Cholesky factor, packing, padding and moving blocks through the caches count against it. Rounds count as in the comparisons: half a core slows the roof more than what also waits for loads.',
      [
        'n',
        'd',
        'roof',
        'product alone, share',
        'sums alone, share',
        'whole algebra',
        'whole algebra, share',
        'whole core',
      ],
      results.roof.map(({ product = UNKNOWN, sums = UNKNOWN, ...row }) => [
        row.points,
        row.width,
        row.roof,
        product,
        sums,
        row.algebra,
        row.share,
        outOf(row),
      ]),
    ),
    ...section(
      'Two workers',
      'Chains done by a pool of two threads in the time in which one thread does one: wall time, so other load on the machine counts against it. The bound is the roof loop, before and after the chains: no arithmetic gains more from a second thread, on this machine with this load. Rounds count in which it gained 1.9 or more, because in the others the machine had no second core to give; where they are fewer than half of those wanted, all do. The CPU time is that of the same chains in two workers over that in one: above 1 where they take cache, memory or half a core from each other.',
      ['n', 'd', 'task, ms', 'two workers against one', 'bound', 'CPU time, two against one', 'two cores'],
      results.workers.map((row) => [
        row.points,
        row.width,
        ...[row.taskMilliseconds, row.ratio, row.bound, row.dearer].map((value) => value ?? UNKNOWN),
        outOf(row),
      ]),
    ),
    ...section(
      'Normals',
      'Standard normals per second, one thread.',
      ['by', 'millions a second'],
      results.normals.map((row) => [row.by, row.perSecond / 1e6]),
    ),
    ...section(
      'Infinite width',
      'One recentering and ReLU step of a dense Gram matrix at infinite width: the kernel against the obvious NumPy, and against `limitLayer`, which takes any stages and pushes tangents along.',
      ['n', 'contender', 'kernel, ms', 'contender, ms', 'faster by'],
      results.limitSteps.map((row) => [row.points, row.peer, row.kernelMilliseconds, row.peerMilliseconds, row.ratio]),
    ),
    ...section(
      'Cold start',
      'Wall time in a new process.',
      ['step', 'ms'],
      results.coldStart.map((row) => [row.step, row.milliseconds]),
    ),
    ...section(
      'Memory',
      'A new process for each width. Nothing grows with d: rows are drawn 64 at a time.',
      ['n', 'd', 'memory of the kernel, kB', 'peak of the process, MB'],
      results.memory.map((row) => [row.points, row.width, row.kernelBytes / 1e3, row.peakBytes / 1e6]),
    ),
    ...section(
      'Cost curves',
      'Time of a chain against one of its sizes, and of many chains against their number: the kernel runs one after the other, each from a seed of its own. The exponent is that of the power which fits best, by least squares of the logarithms.',
      ['against', 'fixed', 'from', 'ms', 'to', 'ms', 'exponent'],
      [
        ...results.curves.map(({ against, fixed, at, milliseconds, exponent }) => [
          against,
          fixed,
          at[0] ?? NaN,
          milliseconds[0] ?? NaN,
          at.at(-1) ?? NaN,
          milliseconds.at(-1) ?? NaN,
          exponent,
        ]),
        ...AGAINST.filter((size) => !results.curves.some(({ against }) => against === size)).map((size) => [
          size,
          UNKNOWN,
          ...Array<string>(5).fill(''),
        ]),
      ],
    ),
  ];
}

function section(
  title: string,
  text: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : number(cell))));
  return [`## ${title}`, text, table(head, cells)];
}
