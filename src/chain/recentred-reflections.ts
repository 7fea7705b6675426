import { closeRows } from './recentred-factor.js';

/**
 * The upper triangular R with R'R = PF'FP, P = I - 11'/n, from a factor F: recentering without squaring, to QR accuracy.
 *
 * Householder reflections of all but the last column of FP; the last column of R is minus the sum of the others, its last row zero.
 * The order of operations is the kernel's.
 */
export function recentredReflections(factor: Float64Array, points: number): Float64Array {
  const a = centredRows(factor, points);
  const v = new Float64Array(points);
  for (let k = 0; k < points - 1; k++) {
    let square = 0;
    for (let i = k; i < points; i++) {
      const x = a[i * points + k] ?? NaN;
      v[i] = x;
      square += x * x;
    }
    if (square === 0) continue;
    const head = v[k] ?? NaN;
    const norm = head > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    v[k] = head - norm;
    const half = square - head * norm;
    for (let j = k + 1; j < points - 1; j++) {
      let projection = 0;
      for (let i = k; i < points; i++) projection += (v[i] ?? NaN) * (a[i * points + j] ?? NaN);
      for (let i = k; i < points; i++) {
        a[i * points + j] = (a[i * points + j] ?? NaN) + -((v[i] ?? NaN) / half) * projection;
      }
    }
    a[k * points + k] = norm;
    for (let i = k + 1; i < points; i++) a[i * points + k] = 0;
  }
  a.fill(0, (points - 1) * points);
  closeRows(a, points);
  return a;
}

/** F less the mean of each row, the last column left out. */
function centredRows(factor: Float64Array, points: number): Float64Array {
  const a = new Float64Array(points * points);
  for (let i = 0; i < points; i++) {
    let sum = 0;
    for (let j = i; j < points; j++) sum += factor[i * points + j] ?? NaN;
    const mean = sum / points;
    for (let j = 0; j < points - 1; j++) a[i * points + j] = (factor[i * points + j] ?? NaN) - mean;
  }
  return a;
}
