import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** An eigenvalue of a real matrix. Complex ones come as conjugate pairs. */
export interface ComplexNumber {
  readonly value: number;
  readonly imaginary: number;
}

/** Balancing converges in a few sweeps; the bound only stops a cycle among ties. */
const SWEEPS = 100;

/**
 * Eigenvalues of a small real matrix that need not be symmetric, by decreasing modulus.
 *
 * Balanced first by powers of two, which changes no eigenvalue and lets coordinates of very different size stand side by side.
 * @throws RangeError when an entry is not finite, which the decomposition underneath would pass over in silence
 */
export function eigenvaluesOf(order: number, entries: Float64Array): ComplexNumber[] {
  const wrong = entries.find((x) => !Number.isFinite(x));
  if (wrong !== undefined || entries.length !== order * order) {
    throw new RangeError(
      `eigenvaluesOf: needs ${order}×${order} finite entries; came ${entries.length}${wrong === undefined ? '' : `, one of them ${wrong}`}.`,
    );
  }
  if (order === 0) return [];
  const decomposition = new EigenvalueDecomposition(Matrix.from1DArray(order, order, balanced(order, entries)));
  const { realEigenvalues, imaginaryEigenvalues } = decomposition;
  return realEigenvalues
    .map((value, i) => ({ value, imaginary: imaginaryEigenvalues[i] ?? NaN }))
    .sort((a, b) => modulus(b) - modulus(a) || b.value - a.value || b.imaginary - a.imaginary);
}

/** |z|. */
export function modulus({ value, imaginary }: ComplexNumber): number {
  return imaginary === 0 ? Math.abs(value) : Math.sqrt(value * value + imaginary * imaginary);
}

/** D^-1 A D with rows and columns of like size. Source: Parlett and Reinsch 1969. */
function balanced(order: number, entries: Float64Array): Float64Array {
  const a = new Float64Array(entries);
  for (let sweep = 0, changed = true; changed && sweep < SWEEPS; sweep++) {
    changed = false;
    for (let i = 0; i < order; i++) {
      let [row, column] = [0, 0];
      for (let j = 0; j < order; j++) {
        if (j === i) continue;
        row += Math.abs(a[i * order + j] ?? NaN);
        column += Math.abs(a[j * order + i] ?? NaN);
      }
      if (row === 0 || column === 0) continue;
      let factor = 1;
      while (column * factor * 2 <= (row / factor) * 0.5) factor *= 2;
      while (column * factor * 0.5 >= (row / factor) * 2) factor *= 0.5;
      if (factor === 1) continue;
      changed = true;
      for (let j = 0; j < order; j++) a[i * order + j] = (a[i * order + j] ?? NaN) / factor;
      for (let j = 0; j < order; j++) a[j * order + i] = (a[j * order + i] ?? NaN) * factor;
    }
  }
  return a;
}
