import fc from 'fast-check';
import { symmetricEigenvalues } from '../../src/linalg/eigen.js';
import { type Batch, build, type Factor } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  factorKeepsWhatTheGramMatrixLoses,
  keeping,
  type NearlyEqualPoints,
  spreadOf,
  throughGram,
} from '../../theorems/law/factor-keeps-what-the-gram-matrix-loses.js';
import { seeds, whole } from '../arbitraries.js';

export default evidence<NearlyEqualPoints>({
  theorem: factorKeepsWhatTheGramMatrixLoses,
  given: fc.record({ points: whole(2, 12), decade: whole(-14, -1), mirror: seeds() }),
  cases: 200,
  allowance: roundoff(
    rounding,
    'n reflections and the mirror round a column by 2 (n+1) + 20 each, the solver by 10 n; the Gram matrix by 2 (n+1) and zero pivots by 8 n, over the spread',
  ),
  regimes: {
    'two points': ({ points }) => points === 2,
    'what a Gram matrix still shows': ({ decade }) => decade >= -7,
    'what a Gram matrix cannot show': ({ decade }) => decade <= -9,
  },
  breaks: {
    'the Cholesky factor of the Gram matrix': { instead: keeping(throughGram) },
    'the roots of its eigenvalues': { instead: keeping(rootsOfEigenvalues) },
    'rounded to single precision': {
      instead: keeping(({ rows, cols, values }) => ({ rows, cols, values: values.map(Math.fround) })),
    },
  },
});

/** The norm of the matrix is below sqrt(1.01 n), and that of a column below 1.01. */
function rounding(instance: NearlyEqualPoints, clause: string): number {
  const { points } = instance;
  const norm = 1.01 * Math.sqrt(points);
  if (clause === 'by the factor') return (points + 1) * (2 * points + 22) * norm + 10 * points * norm;
  // 2 (n+1) + 8 n for the Gram matrix, its factor and the pivots that count as 0; the rest is the solver's.
  return (14 * (points + 1) * norm * norm) / spreadOf(instance);
}

/** A diagonal matrix with the singular values that the Gram matrix gives. */
function rootsOfEigenvalues(batch: Batch): Factor {
  const found = symmetricEigenvalues(gram(batch));
  return build(batch.cols, batch.cols, (i, j) => (i === j ? Math.sqrt(Math.max(0, found[i] ?? NaN)) : 0));
}
