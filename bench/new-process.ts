import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { median } from './median.js';
import type { BenchResults } from './results.js';

const report = z.strictObject({
  compile: z.number(),
  first: z.number(),
  warm: z.number(),
  kernelBytes: z.number(),
  peakBytes: z.number(),
});

/** The checkout, from dist/bench and from bench. */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/dist[\\/]$/, '');

/** Runs bench/child.ts, compiled, in a process of its own. */
export async function child(...numbers: number[]): Promise<z.infer<typeof report>> {
  const script = join(root, 'dist/bench/child.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...numbers.map(String)]);
  return report.parse(JSON.parse(stdout));
}

/** What the first chain of a process waits for: medians over new processes. */
export async function coldStart(rounds: number): Promise<BenchResults['coldStart']> {
  const reports: z.infer<typeof report>[] = [];
  for (let round = 0; round < rounds; round++) reports.push(await child(32, 1024, 50));
  const row = (step: string, of: 'compile' | 'first' | 'warm') => ({
    step,
    milliseconds: median(reports.map((each) => each[of])),
  });
  return [
    row('compile and instantiate the kernel', 'compile'),
    row('first chain, n = 32, d = 1024, 50 layers', 'first'),
    row('the same chain, the tenth time', 'warm'),
  ];
}

/** Peak memory of a process that runs a chain, for each width. */
export async function memoryAgainstWidth(widths: readonly number[]): Promise<BenchResults['memory']> {
  const rows: BenchResults['memory'] = [];
  for (const width of widths) {
    const { kernelBytes, peakBytes } = await child(32, width, 2);
    rows.push({ points: 32, width, kernelBytes, peakBytes });
  }
  return rows;
}
