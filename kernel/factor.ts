import { divisorAt, factorAt, padded, scratchAt, stateAt } from './memory';

const TOLERANCE: f64 = 8.881784197001252e-16; // 2^-50

function entry(matrix: usize, size: i32, i: i32, j: i32): usize {
  return matrix + ((<usize>(i * size + j)) << 3);
}

/** The triangular factor of the recentred state F P, without its last column, by Householder reflections. */
export function reflectRecentred(points: i32): void {
  const size = padded(points);
  const a = factorAt(points);
  const rowBytes = (<usize>size) << 3;
  const v = scratchAt(points) + 2 * rowBytes;
  const projection = v + rowBytes;
  const last = points - 1;
  copyCentredRows(points);
  for (let k = 0; k < last; k++) {
    let square: f64 = 0;
    for (let i = k; i < points; i++) {
      const x = load<f64>(entry(a, size, i, k));
      store<f64>(v + ((<usize>i) << 3), x);
      square += x * x;
    }
    if (square === 0) continue;
    const head = load<f64>(v + ((<usize>k) << 3));
    const norm = head > 0 ? -sqrt(square) : sqrt(square);
    store<f64>(v + ((<usize>k) << 3), head - norm);
    const half = square - head * norm;
    const left = (<usize>(k & ~1)) << 3;
    memory.fill(projection, 0, rowBytes);
    for (let i = k; i < points; i++) {
      addRow(projection, entry(a, size, i, 0), left, rowBytes, load<f64>(v + ((<usize>i) << 3)));
    }
    for (let i = k; i < points; i++) {
      addRow(entry(a, size, i, 0), projection, left, rowBytes, -(load<f64>(v + ((<usize>i) << 3)) / half));
    }
    store<f64>(entry(a, size, k, k), norm);
    for (let i = k + 1; i < points; i++) store<f64>(entry(a, size, i, k), 0);
  }
  memory.fill(entry(a, size, last, 0), 0, rowBytes);
}

function copyCentredRows(points: i32): void {
  const size = padded(points);
  const last = points - 1;
  memory.fill(factorAt(points), 0, (<usize>(size * size)) << 3);
  for (let i = 0; i < points; i++) {
    let sum: f64 = 0;
    for (let j = i; j < points; j++) sum += load<f64>(entry(stateAt(points), size, i, j));
    const mean = sum / <f64>points;
    for (let j = 0; j < last; j++) {
      store<f64>(entry(factorAt(points), size, i, j), load<f64>(entry(stateAt(points), size, i, j)) - mean);
    }
  }
}

/** to += weight * from, over bytes left .. right of two rows. */
function addRow(to: usize, from: usize, left: usize, right: usize, weight: f64): void {
  const by = f64x2.splat(weight);
  for (let at = left; at < right; at += 16) {
    v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(by, v128.load(from + at))));
  }
}

/** Copies an upper triangle to the divisor; a diagonal entry within rounding of zero becomes its column's norm, or 1. */
export function copyDivisor(from: usize, points: i32): void {
  const size = padded(points);
  const divisor = divisorAt(points);
  const tolerance = TOLERANCE * <f64>points;
  memory.copy(divisor, from, (<usize>(size * size)) << 3);
  for (let j = 0; j < size; j++) {
    let square: f64 = 0;
    for (let i = 0; i <= j; i++) {
      const x = load<f64>(entry(from, size, i, j));
      square += x * x;
    }
    const norm = sqrt(square);
    const diagonal = load<f64>(entry(from, size, j, j));
    if (abs(diagonal) > tolerance * norm) continue;
    store<f64>(entry(divisor, size, j, j), norm > 0 ? norm : 1);
  }
}

/** The state becomes C T: what was divided out is multiplied back in. Both upper triangular, C the factor, T the divisor. */
export function multiplyBack(points: i32): void {
  const size = padded(points);
  const rowBytes = (<usize>size) << 3;
  memory.fill(stateAt(points), 0, (<usize>(size * size)) << 3);
  for (let i = 0; i < points; i++) {
    for (let p = i; p < points; p++) {
      const weight = load<f64>(entry(factorAt(points), size, i, p));
      const left = (<usize>(p & ~1)) << 3;
      addRow(entry(stateAt(points), size, i, 0), entry(divisorAt(points), size, p, 0), left, rowBytes, weight);
    }
  }
}
