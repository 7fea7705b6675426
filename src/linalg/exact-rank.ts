import { timesPowerOfTwo } from '../portable/bits.js';
import { isFinite, type Matrix, shape } from './matrix.js';
import { exponentOf, NO_EXPONENT } from './scaled-columns.js';

/**
 * The rank of a matrix of doubles, exactly: every double is an integer times a power of two, so no tolerance is needed.
 *
 * Range: 0 to min(rows, cols). Numbers that were rounded on their way here are taken at their word: dependent columns that
 * rounding has parted count apart. For small matrices: cost rows cols^2 operations on integers of up to 53 cols bits.
 * @throws RangeError when an entry is NaN or infinite
 * Source: fraction-free elimination, Bareiss 1968; its divisions leave no remainder.
 */
export function exactRank<R extends string, C extends string>(m: Matrix<R, C>): number {
  if (!isFinite(m)) {
    throw new RangeError(`exactRank: needs finite entries; came a ${shape(m)} matrix with NaN or Infinity.`);
  }
  const entries = integers(m.values);
  const rows = Array.from({ length: m.rows }, (_, i) => entries.slice(i * m.cols, (i + 1) * m.cols));
  let rank = 0;
  let last = 1n;
  for (let j = 0; j < m.cols; j++) {
    const chosen = rows.findIndex((row, i) => i >= rank && row[j] !== 0n);
    const pivotRow = rows[chosen];
    const pivot = pivotRow?.[j];
    if (pivotRow === undefined || pivot === undefined) continue;
    [rows[chosen], rows[rank]] = [rows[rank] ?? [], pivotRow];
    for (let i = rank + 1; i < rows.length; i++) {
      const row = rows[i] ?? [];
      const lead = row[j] ?? 0n;
      for (let k = j; k < m.cols; k++) row[k] = (pivot * (row[k] ?? 0n) - lead * (pivotRow[k] ?? 0n)) / last;
    }
    last = pivot;
    rank += 1;
  }
  return rank;
}

/** All numbers times the one power of two that makes them integers. */
function integers(values: Float64Array): bigint[] {
  const exponents = Array.from(values, (x) => exponentOf(Math.abs(x)));
  const lowest = exponents.reduce((a, b) => (b === NO_EXPONENT ? a : Math.min(a, b)), Infinity);
  return Array.from(values, (x, i) => {
    const exponent = exponents[i] ?? NO_EXPONENT;
    // 53 bits before the point, then the zeros that the others need.
    return x === 0 ? 0n : BigInt(timesPowerOfTwo(x, 52 - exponent)) << BigInt(exponent - lowest);
  });
}
