import type { BenchResults } from './results.js';
import { median } from './median.js';
import runChain from './run-chain.js';
import { repeatedSeconds } from './seconds.js';

const POWERS = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, p) => 2 ** (from + p));

/** [points, width] of the chains of which many run one after the other, each of a seed of its own: as a claim makes its draws. */
const MANY = [
  [16, 256],
  [32, 1024],
] as const;

/** Time against n, d, T and the number of chains, each with the exponent of its best power law. */
export function costCurves(rounds: number, enough: number): BenchResults['curves'] {
  const chain = { points: 32, width: 1024, layers: 16, seed: 1 };
  const some = (all: number[]): number[] => (rounds === 1 ? all.slice(0, 2) : all);
  return [
    curve('n', 'd = 4096, T = 16', some(POWERS(3, 8)), (points) => runChain({ ...chain, points, width: 4096 })),
    curve('d', 'n = 32, T = 16', some(POWERS(8, 16)), (width) => runChain({ ...chain, width })),
    curve('T', 'n = 32, d = 1024', some(POWERS(3, 11)), (layers) => runChain({ ...chain, layers })),
    ...MANY.map(([points, width]) =>
      curve('chains', `n = ${points}, d = ${width}, T = 16`, some(POWERS(0, 8)), (chains) => {
        for (let seed = 1; seed <= chains; seed++) runChain({ ...chain, points, width, seed });
      }),
    ),
  ];

  function curve(against: string, fixed: string, at: number[], run: (size: number) => unknown) {
    const seconds = at.map((size) =>
      median(Array.from({ length: rounds }, () => repeatedSeconds(() => run(size), enough))),
    );
    return { against, fixed, at, milliseconds: seconds.map((s) => 1000 * s), exponent: exponent(at, seconds) };
  }
}

/** Slope of log y over log x by least squares. */
export function exponent(x: readonly number[], y: readonly number[]): number {
  const [u, v] = [x.map(Math.log), y.map(Math.log)];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [centre, level] = [mean(u), mean(v)];
  const product = u.map((value, i) => (value - centre) * ((v[i] ?? NaN) - level));
  return mean(product) / mean(u.map((value) => (value - centre) ** 2));
}
