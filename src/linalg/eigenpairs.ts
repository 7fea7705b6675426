import { EigenvalueDecomposition } from 'ml-matrix';
import { timesPowerOfTwo } from '../portable/bits.js';
import { safeDense } from './dense.js';
import type { Matrix } from './matrix.js';

/** Eigenvalues, smallest first, and for each an eigenvector of length 1. */
export interface Eigenpairs {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/**
 * The eigenvalues and orthonormal eigenvectors of an exactly symmetric matrix.
 * @throws RangeError when an entry is NaN or infinite
 */
export function eigenpairs<A extends string>(m: Matrix<A, A>): Eigenpairs {
  const { dense, exponent } = safeDense(m, 'eigenpairs');
  const found = new EigenvalueDecomposition(dense, { assumeSymmetric: true });
  const values = Float64Array.from(found.realEigenvalues, (value) => timesPowerOfTwo(value, exponent));
  return { values, vectors: Array.from(values, (_, k) => Float64Array.from(found.eigenvectorMatrix.getColumn(k))) };
}
