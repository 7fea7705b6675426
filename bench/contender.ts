import type { Batch, Factor } from '../src/linalg/matrix.js';
import { cpuSeconds } from './seconds.js';

/** Layers to run: recentering and ReLU, equal widths. */
export interface Job {
  readonly points: number;
  readonly width: number;
  readonly layers: number;
  readonly seed: number;
}

/** What came out, and what it cost: CPU seconds of one thread, because others share the machine. */
export interface Timing {
  readonly seconds: number;
  /** Mean cosine over pairs of points after the last layer. */
  readonly cosine: number;
}

/** One way to run the layers. */
export interface Contender {
  readonly name: string;
  readonly run: (job: Job) => Promise<Timing>;
}

/** A contender in this process, which runs layers and leaves reading off the mean cosine for after the clock has stopped. */
export function timed(name: string, layers: (job: Job) => () => number): Contender {
  return {
    name,
    run: (job) => {
      let cosine = (): number => NaN;
      const seconds = cpuSeconds(() => (cosine = layers(job)));
      return Promise.resolve({ seconds, cosine: cosine() });
    },
  };
}

/** A contender in this process that ends with a batch, or a factor of one. */
export function here(name: string, layers: (job: Job) => Batch | Factor): Contender {
  return timed(name, (job) => {
    const result = layers(job);
    return () => meanCosine(result);
  });
}

/** Mean cosine of distinct points. */
function meanCosine({ rows, cols, values }: Batch | Factor): number {
  const inner = (i: number, j: number): number => {
    let sum = 0;
    for (let k = 0; k < rows; k++) sum += (values[k * cols + i] ?? NaN) * (values[k * cols + j] ?? NaN);
    return sum;
  };
  const norms = Array.from({ length: cols }, (_, i) => Math.sqrt(inner(i, i)));
  let total = 0;
  for (let i = 0; i < cols; i++)
    for (let j = 0; j < i; j++) total += inner(i, j) / ((norms[i] ?? NaN) * (norms[j] ?? NaN));
  return (2 * total) / (cols * (cols - 1));
}
