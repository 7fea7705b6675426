/** A = V diag(values) V' with orthonormal columns of V. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row-major, order × order; column k belongs to values[k]. */
  readonly vectors: Float64Array;
}

/** Sweeps converge quadratically: 6 to 8 are enough for every order met here; the bound only stops a NaN matrix. */
const SWEEPS = 40;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, in no particular order, by cyclic Jacobi rotations.
 *
 * For the handful of blocks of a block matrix: + - * / and sqrt only, so every engine gives the same bits.
 * Degenerate: NaN or infinite entries give NaN values. Source: Golub and Van Loan, Matrix Computations, section 8.5.
 */
export function jacobiEigen(order: number, entries: Float64Array): SymmetricEigen {
  const a = new Float64Array(entries);
  const v = new Float64Array(order * order);
  for (let i = 0; i < order; i++) v[i * order + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < order; p++)
      for (let q = p + 1; q < order; q++) turned = rotateInto(a, v, order, p, q) || turned;
    if (!turned) break;
  }
  const values = new Float64Array(order);
  for (let i = 0; i < order; i++) values[i] = a[i * order + i] ?? NaN;
  return { values, vectors: v };
}

/** One rotation in the plane (p, q) that makes entry (p, q) zero. False when it is zero already, to rounding. */
function rotateInto(a: Float64Array, v: Float64Array, order: number, p: number, q: number): boolean {
  const off = a[p * order + q] ?? NaN;
  const [app, aqq] = [a[p * order + p] ?? NaN, a[q * order + q] ?? NaN];
  // 2^-53 of the geometric mean: for a semidefinite matrix this keeps the small eigenvalues accurate (Demmel and Veselic 1992).
  if (off === 0 || Math.abs(off) <= 1.2e-16 * Math.sqrt(Math.abs(app)) * Math.sqrt(Math.abs(aqq))) return false;
  const half = (aqq - app) / (2 * off);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const mix = (m: Float64Array, i: number, j: number): void => {
    const [x, y] = [m[i] ?? NaN, m[j] ?? NaN];
    m[i] = cosine * x - sine * y;
    m[j] = sine * x + cosine * y;
  };
  for (let k = 0; k < order; k++) mix(a, k * order + p, k * order + q);
  for (let k = 0; k < order; k++) mix(a, p * order + k, q * order + k);
  for (let k = 0; k < order; k++) mix(v, k * order + p, k * order + q);
  a[p * order + q] = a[q * order + p] = 0;
  return true;
}
