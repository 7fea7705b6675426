import { type Batch, type Factor, type Gram, renamed } from '../linalg/matrix.js';
import { gram } from '../linalg/product.js';
import { scaleColumns } from '../linalg/scaled-columns.js';

/**
 * The cosines between all points. Shape: points × points, exactly symmetric, in [-1, 1].
 *
 * Exactly 1 for equal points. NaN for a pair with a dead point (norm 0) or an entry that is not finite; so the diagonal is 1 or
 * NaN. Error: (d + 2) u. Near 1 that hides the angle: see `cosineGap`. Cost: d n^2 / 2.
 */
export function cosines(factor: Batch | Factor): Gram {
  const points = factor.cols;
  const inner = gram(directions(factor));
  const square = Float64Array.from({ length: points }, (_, i) => inner.values[i * points + i] ?? NaN);
  const values = inner.values.map((product, index) =>
    quotient(product, square[Math.floor(index / points)] ?? NaN, square[index % points] ?? NaN),
  );
  return { rows: points, cols: points, values };
}

/** The cosines between one point and every point, itself included: row `point` of `cosines`, bit for bit. Cost: d n. */
export function cosinesTo(factor: Batch | Factor, point: number): Float64Array {
  const { rows, cols, values } = directions(factor);
  const products = new Float64Array(cols);
  const square = new Float64Array(cols);
  for (let k = 0; k < rows; k++) {
    const from = k * cols;
    const x = values[from + point] ?? NaN;
    for (let j = 0; j < cols; j++) {
      const y = values[from + j] ?? NaN;
      products[j] = (products[j] ?? NaN) + x * y;
      square[j] = (square[j] ?? NaN) + y * y;
    }
  }
  return products.map((product, j) => quotient(product, square[point] ?? NaN, square[j] ?? NaN));
}

/** Points at order one, so that products keep all their bits. */
function directions(factor: Batch | Factor): Factor {
  return scaleColumns(renamed<'factor', 'point'>(factor)).columns;
}

/** The root of the product, not the product of roots: sqrt(s s) is s exactly, so equal points have cosine exactly 1. */
function quotient(product: number, a: number, b: number): number {
  return Math.max(-1, Math.min(1, product / Math.sqrt(a * b)));
}

/**
 * 1 - cos of the angle between two points, computed without cancellation as half the squared distance of their directions.
 *
 * Range: [0, 2]. Error: 2u times the angle, plus (2d + 8) u of the value, plus (d u)^2; exactly 0 for equal points. Small angles
 * are sqrt(2 gap). NaN if a point is dead, not finite or not there. Cost: d.
 */
export function cosineGap(factor: Batch | Factor, i: number, j: number): number {
  const x = direction(factor, i);
  const y = direction(factor, j);
  let sum = 0;
  for (let k = 0; k < factor.rows; k++) {
    const apart = (x[k] ?? NaN) - (y[k] ?? NaN);
    sum += apart * apart;
  }
  return factor.rows === 0 ? NaN : Math.min(2, sum / 2);
}

function direction(factor: Batch | Factor, point: number): Float64Array {
  const column = Float64Array.from({ length: factor.rows }, (_, k) =>
    point >= 0 && point < factor.cols ? (factor.values[k * factor.cols + point] ?? NaN) : NaN,
  );
  const { columns } = scaleColumns<'factor', 'point'>({ rows: factor.rows, cols: 1, values: column });
  let square = 0;
  for (const x of columns.values) square += x * x;
  const norm = Math.sqrt(square);
  return columns.values.map((x) => x / norm);
}
