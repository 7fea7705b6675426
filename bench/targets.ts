import type { BenchResults, Comparison } from './results.js';

/** A number that was promised, and what was measured; NaN where nothing was. */
export interface Target {
  readonly promise: string;
  readonly needed: number;
  readonly measured: number;
}

/** What a target came to. A number is rounded for print only after this. */
export function verdict({ needed, measured }: Target): 'met' | 'not met' | 'not measured' {
  if (Number.isNaN(measured)) return 'not measured';
  return measured >= needed ? 'met' : 'not met';
}

/** Against NumPy direct f64: [points, width, times]. */
const DIRECT = [
  [16, 256, 40],
  [32, 1024, 60],
  [32, 4096, 250],
  [32, 16384, 1000],
  [128, 4096, 35],
] as const;

/** Every promise, with its measurement. A promise about many sizes is kept when the worst of them keeps it. */
export function targets(results: BenchResults): readonly Target[] {
  const rows = results.comparisons;
  const worst = (peer: string, at: (row: Comparison) => boolean): number =>
    least(rows.filter((row) => row.peer === peer && at(row)).map(({ ratio }) => ratio));
  const large = results.roof.filter(({ points }) => points >= 32);
  const peaks = results.memory.map(({ peakBytes }) => peakBytes);
  return [
    ...DIRECT.map(([n, d, needed]) => ({
      promise: `times faster than NumPy direct f64 at n = ${n}, d = ${d}`,
      needed,
      measured: worst('NumPy direct f64', ({ points, width }) => points === n && width === d),
    })),
    {
      promise: 'times faster than PyTorch direct f32, the worst size with d >= 16 n',
      needed: 14,
      measured: worst('PyTorch direct f32', ({ points, width }) => (width ?? NaN) >= 16 * points),
    },
    {
      promise: 'times faster than the same algorithm in NumPy, the worst size with n <= 128',
      needed: 1.5,
      measured: worst('NumPy Gram f64', ({ points }) => points <= 128),
    },
    {
      promise: 'times faster than ml-matrix with seedrandom, the worst size with d >= 16 n',
      needed: 500,
      measured: worst('ml-matrix + seedrandom', ({ points, width }) => (width ?? NaN) >= 16 * points),
    },
    {
      promise: 'of the SIMD128 roof in the triangular product and the Gram sums, each alone, the worst n >= 32',
      needed: 0.75,
      measured: least(large.flatMap(({ product, sums }) => [product ?? NaN, sums ?? NaN])),
    },
    {
      promise: 'of the SIMD128 roof in the whole algebra of a layer, by difference, the worst n >= 32',
      needed: 0.75,
      measured: least(large.map(({ share }) => share)),
    },
    {
      promise: 'chains by two workers in the time of one, the worst size',
      needed: 1.8,
      measured: least(results.workers.map(({ ratio }) => ratio)),
    },
    {
      promise: 'smallest over largest peak memory, d from 1,000 to 1,000,000',
      needed: 0.9,
      measured: least(peaks) / Math.max(...peaks),
    },
  ];
}

const least = (values: readonly number[]): number => (values.length === 0 ? NaN : Math.min(...values));
