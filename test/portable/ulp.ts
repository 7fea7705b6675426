import { readFileSync } from 'node:fs';
import { z } from 'zod';

const number = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity']).transform((word) => Number(word))]);
const table = z.record(z.string(), z.array(z.array(number)));

/** Rows of arguments, then the true value as a sum of two doubles. */
export type Goldens = readonly (readonly number[])[];

/**
 * The rows that scripts/portable-goldens.py wrote for a function.
 *
 * PORTABLE_GOLDENS may name a larger table than the committed one: `portable-goldens.py 20000` set the promised bounds.
 * @throws Error when there are fewer than 100
 */
export function goldensOf(name: string): Goldens {
  const path = process.env['PORTABLE_GOLDENS'] ?? new URL('goldens.json', import.meta.url);
  const rows = table.parse(JSON.parse(readFileSync(path, 'utf8')))[name] ?? [];
  if (rows.length < 100) throw new Error(`goldensOf: needs 100 rows for ${name}; came ${rows.length}.`);
  return rows;
}

/** The distance from |x| to the next double above it; that of the smallest normal and below is 2^-1074. */
export function ulp(x: number): number {
  const size = new Float64Array([Math.abs(x)]);
  const bits = new BigInt64Array(size.buffer);
  bits[0] = (bits[0] ?? 0n) + 1n;
  const above = size[0] ?? NaN;
  return above === Infinity ? 2 ** 971 : above - Math.abs(x);
}

/**
 * How far `got` is from the true value high + low, in units in the last place of that value.
 *
 * 0 for the same special value; Infinity for a wrong special value, sign of zero included.
 */
export function ulpError(got: number, high: number, low: number): number {
  if (Object.is(got, high)) return Number.isFinite(high) ? Math.abs(low) / ulp(high) : 0;
  if (!Number.isFinite(high) || !Number.isFinite(got) || high === 0) return Infinity;
  return Math.abs(got - high - low) / ulp(high);
}

/** The largest error of a function over its goldens, and the row where it occurs. */
export function worstOf(f: (...x: number[]) => number, rows: Goldens): { error: number; row: readonly number[] } {
  let worst: { error: number; row: readonly number[] } = { error: 0, row: [] };
  for (const row of rows) {
    const error = ulpError(f(...row.slice(0, -2)), row.at(-2) ?? NaN, row.at(-1) ?? NaN);
    if (!(error <= worst.error)) worst = { error, row };
  }
  return worst;
}
