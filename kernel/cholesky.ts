import { clear, factorAt, padded, scratchAt, SMALLEST_PIVOT, stateAt } from './memory';

const TOLERANCE: f64 = 8.881784197001252e-16; // 2^-50

function entry(matrix: usize, size: i32, i: i32, j: i32): usize {
  return matrix + ((<usize>(i * size + j)) << 3);
}

/** Takes the diagonal of the matrix to factorise as the scale of each pivot. */
export function scaleByDiagonal(points: i32): void {
  const size = padded(points);
  const scales = scratchAt(points);
  for (let i = 0; i < size; i++) store<f64>(scales + ((<usize>i) << 3), load<f64>(entry(factorAt(points), size, i, i)));
}

/** Copies the leading (n-1) x (n-1) part of PGP, P = I - 11'/n, into the factor; the last row and column become zero. */
export function copyRecentred(points: i32): void {
  const size = padded(points);
  const gram = stateAt(points);
  const factor = factorAt(points);
  const scales = scratchAt(points);
  const means = scales + ((<usize>size) << 3);
  clear(factor, (<usize>(size * size)) << 3);
  clear(scales, (<usize>size) << 4);
  for (let i = 0; i < points; i++) {
    let sum = load<f64>(means + ((<usize>i) << 3));
    for (let j = i; j < points; j++) {
      const x = load<f64>(entry(gram, size, i, j));
      sum += x;
      if (j > i) store<f64>(means + ((<usize>j) << 3), load<f64>(means + ((<usize>j) << 3)) + x);
    }
    store<f64>(means + ((<usize>i) << 3), sum);
  }
  let total: f64 = 0;
  for (let i = 0; i < points; i++) {
    const at = means + ((<usize>i) << 3);
    store<f64>(at, load<f64>(at) / <f64>points);
    total += load<f64>(at);
  }
  total /= <f64>points;
  for (let i = 0; i < points - 1; i++) {
    const mean = load<f64>(means + ((<usize>i) << 3));
    for (let j = i; j < points - 1; j++) {
      const x = load<f64>(entry(gram, size, i, j)) - mean - load<f64>(means + ((<usize>j) << 3)) + total;
      store<f64>(entry(factor, size, i, j), x);
    }
    const cancelled = load<f64>(entry(gram, size, i, i)) + 2.0 * abs(mean) + abs(total);
    store<f64>(scales + ((<usize>i) << 3), cancelled);
  }
}

/** Sets the last column to minus the sum of the others: rows then sum to zero over the points. */
export function closeRows(points: i32): void {
  const size = padded(points);
  const last = points - 1;
  for (let i = 0; i < last; i++) {
    let sum: f64 = 0;
    for (let j = i; j < last; j++) sum += load<f64>(entry(factorAt(points), size, i, j));
    store<f64>(entry(factorAt(points), size, i, last), -sum);
  }
}

/**
 * The upper triangular R with R'R = S, in place of the upper triangle of S. A pivot within rounding of zero gives a zero row.
 *
 * Each entry is S_ik - R_0i R_0k - R_1i R_1k ..., in this order, times one over the root of its pivot.
 */
export function factoriseInPlace(points: i32, tested: i32): void {
  const size = padded(points);
  const matrix = factorAt(points);
  const scales = scratchAt(points);
  const rowBytes = (<usize>size) << 3;
  const tolerance = TOLERANCE * <f64>points;
  let smallest: f64 = 1;
  for (let top = 0; top < size; top += 4) {
    for (let k = top; k < size; k += 4) subtractEarlier(matrix, rowBytes, top, k);
    const rows = entry(matrix, size, top, 0);
    const end = rows + rowBytes;
    for (let a = 0; a < 4; a++) {
      const i = top + a;
      const row = rows + <usize>a * rowBytes;
      const pivot = load<f64>(row + ((<usize>i) << 3));
      const scale = load<f64>(scales + ((<usize>i) << 3));
      if (i < tested && scale > 0) smallest = min(smallest, pivot / scale);
      const factor = f64x2.splat(pivot <= tolerance * scale ? 0.0 : 1.0 / sqrt(pivot));
      for (let at = row + ((<usize>top) << 3); at < row + rowBytes; at += 16) {
        v128.store(at, f64x2.mul(v128.load(at), factor));
      }
      for (let b = a + 1; b < 4; b++) {
        const weight = v128.load64_splat(row + ((<usize>(top + b)) << 3));
        let other = rows + <usize>b * rowBytes + ((<usize>top) << 3);
        for (let at = row + ((<usize>top) << 3); at < row + rowBytes; at += 16) {
          v128.store(other, f64x2.sub(v128.load(other), f64x2.mul(weight, v128.load(at))));
          other += 16;
        }
      }
    }
    for (let a = 1; a < 4; a++) for (let j = 0; j < a; j++) store<f64>(entry(matrix, size, top + a, top + j), 0);
  }
  store<f64>(SMALLEST_PIVOT, smallest);
}

/** Takes the finished rows above `top` off the 4 x 4 tile at (top, k). */
function subtractEarlier(matrix: usize, rowBytes: usize, top: i32, k: i32): void {
  const to = matrix + <usize>top * rowBytes + ((<usize>k) << 3);
  let left = matrix + ((<usize>top) << 3);
  let right = matrix + ((<usize>k) << 3);
  let a0 = v128.load(to);
  let a1 = v128.load(to, 16);
  let b0 = v128.load(to + rowBytes);
  let b1 = v128.load(to + rowBytes, 16);
  let c0 = v128.load(to + 2 * rowBytes);
  let c1 = v128.load(to + 2 * rowBytes, 16);
  let d0 = v128.load(to + 3 * rowBytes);
  let d1 = v128.load(to + 3 * rowBytes, 16);
  for (let p = 0; p < top; p++) {
    const x = v128.load(right);
    const y = v128.load(right, 16);
    let w = v128.load64_splat(left);
    a0 = f64x2.sub(a0, f64x2.mul(w, x));
    a1 = f64x2.sub(a1, f64x2.mul(w, y));
    w = v128.load64_splat(left, 8);
    b0 = f64x2.sub(b0, f64x2.mul(w, x));
    b1 = f64x2.sub(b1, f64x2.mul(w, y));
    w = v128.load64_splat(left, 16);
    c0 = f64x2.sub(c0, f64x2.mul(w, x));
    c1 = f64x2.sub(c1, f64x2.mul(w, y));
    w = v128.load64_splat(left, 24);
    d0 = f64x2.sub(d0, f64x2.mul(w, x));
    d1 = f64x2.sub(d1, f64x2.mul(w, y));
    left += rowBytes;
    right += rowBytes;
  }
  v128.store(to, a0);
  v128.store(to, a1, 16);
  v128.store(to + rowBytes, b0);
  v128.store(to + rowBytes, b1, 16);
  v128.store(to + 2 * rowBytes, c0);
  v128.store(to + 2 * rowBytes, c1, 16);
  v128.store(to + 3 * rowBytes, d0);
  v128.store(to + 3 * rowBytes, d1, 16);
}
