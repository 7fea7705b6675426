import { diagonalOf, tolerantCholesky } from '../../src/chain/tolerant-cholesky.js';
import { gaussian } from '../../src/batches/generic.js';
import { symmetricEigenvalues } from '../../src/linalg/eigen.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import { type Batch, build, type Factor } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { singularValues } from '../../src/linalg/singular.js';
import { linear } from '../../src/network/layers.js';
import { derive } from '../../src/random/key.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';

/** n points that share one coordinate and have a small one each: the least singular value is that small number, exactly. */
export interface NearlyEqualPoints {
  readonly points: number;
  /** The small number is 10 to this power. */
  readonly decade: number;
  /** The points are reflected at a random hyperplane: any 32-bit integer. */
  readonly mirror: number;
}

/** The small number. */
export function spreadOf({ decade }: NearlyEqualPoints): number {
  return Number(`1e${decade}`);
}

/** The batch. Shape: (points + 1) × points. */
function nearlyEqual(instance: NearlyEqualPoints): Batch {
  const { points, mirror } = instance;
  const spread = spreadOf(instance);
  const v = gaussian(derive({ high: 0, low: 0 }, 'mirror', mirror), points + 1, 1).values;
  const half = v.reduce((sum, x) => sum + x * x, 0) / 2;
  const plain = (k: number, i: number): number => (k === 0 ? 1 : k === i + 1 ? spread : 0);
  return build(points + 1, points, (k, i) => {
    const along = (v[0] ?? NaN) + spread * (v[i + 1] ?? NaN);
    return plain(k, i) - ((v[k] ?? NaN) * along) / half;
  });
}

/** The Cholesky factor of the Gram matrix: what one has who carries inner products only. */
export function throughGram(batch: Batch): Factor {
  const { values, cols } = gram(batch);
  const { upper } = tolerantCholesky(values, cols, cols, diagonalOf(values, cols), cols);
  return { rows: cols, cols, values: upper };
}

/** The root of the least eigenvalue of the Gram matrix, 0 where rounding has made it negative. */
function leastByEigenvalues(batch: Batch): number {
  return Math.sqrt(Math.max(0, symmetricEigenvalues(gram(batch)).at(-1) ?? NaN));
}

/** The conclusion for a given factorisation, so that one that squares can be put in its place. */
export function keeping(factorise: (batch: Batch) => Factor): Pick<DeterministicTheorem<NearlyEqualPoints>, 'margins'> {
  return {
    margins: (instance) => {
      const batch = nearlyEqual(instance);
      const spread = spreadOf(instance);
      const least = (factor: Factor): number => singularValues(factor).at(-1) ?? NaN;
      return {
        'by the factor': -Math.abs(least(factorise(batch)) - spread),
        'by the Gram matrix': -Math.abs(least(throughGram(batch)) - spread),
        'by its eigenvalues': -Math.abs(leastByEigenvalues(batch) - spread),
      };
    },
  };
}

/** Why: orthogonal transformations move a matrix by rounding of its norm; squaring moves the square by that much. */
export const factorKeepsWhatTheGramMatrixLoses = theorem<NearlyEqualPoints>({
  id: 'law/factor-keeps-what-the-gram-matrix-loses',
  kind: 'exact',
  says: 'The triangular factor of a batch keeps how far nearly equal points are apart, to rounding of their norm; a factor or the eigenvalues of the rounded Gram matrix only to that over the distance, and nothing below 1e-8.',
  formula: String.raw`|\hat\sigma_n - \sigma_n| \le c\, u\, \|X\|\ \text{by QR},\qquad \le c\, u\, \|X\|^2 / \sigma_n\ \text{by Cholesky or eigenvalues of } X^\top X`,
  source: derived('docs/derivations.md#least-singular-value'),
  covers: ['contrasts G2'],
  uses: [],
  assumes: { 'at least two points': ({ points }) => points >= 2, 'nearly equal': ({ decade }) => decade <= -1 },
  layer: () => linear,
  ...keeping(triangularFactor),
});
