import { Matrix as Dense } from 'ml-matrix';
import { at, isFinite, type Matrix, shape } from './matrix.js';
import { scaleWhole } from './scaled-columns.js';

/** 2^-200: entries smaller than this, relative to the largest, change no eigenvalue or singular value beyond rounding. */
const NEGLIGIBLE = 6.223015277861142e-61;

/**
 * A matrix as ml-matrix decomposes it safely: its values are those of `dense` times 2^exponent.
 *
 * Largest magnitude in [1, 2), and negligible entries set to 0: near the smallest doubles the SVD of ml-matrix 6.15.1 never ends
 * and its eigenvalues throw "Cannot read properties of undefined" (both pinned in test/linalg/spectra.test.ts).
 * @param where names the caller in the message
 * @throws RangeError when an entry is NaN or infinite, since ml-matrix answers with plausible numbers
 */
export function safeDense<R extends string, C extends string>(
  m: Matrix<R, C>,
  where: string,
): { readonly dense: Dense; readonly exponent: number } {
  if (!isFinite(m)) {
    throw new RangeError(
      `${where}: needs finite entries; came a ${shape(m)} matrix with NaN or Infinity. Look for an overflow upstream.`,
    );
  }
  const { whole, exponent } = scaleWhole(m);
  const dense = Dense.zeros(m.rows, m.cols);
  for (let i = 0; i < m.rows; i++) {
    for (let j = 0; j < m.cols; j++) {
      const entry = at(whole, i, j);
      if (Math.abs(entry) >= NEGLIGIBLE) dense.set(i, j, entry);
    }
  }
  return { dense, exponent };
}
