/** 2^-50. Times n: the rounding error of a diagonal entry, relative to its column. */
const TOLERANCE = 8.881784197001252e-16;

/**
 * An upper triangle that rows can be divided by: a diagonal entry within rounding of zero becomes the norm of its column, or 1.
 *
 * Any invertible triangle is exact in law. One close to the factor of the rows makes what is left of them well conditioned.
 */
export function invertible(upper: Float64Array, points: number): Float64Array {
  const divisor = upper.slice();
  for (let j = 0; j < points; j++) {
    let square = 0;
    for (let i = 0; i <= j; i++) {
      const x = upper[i * points + j] ?? NaN;
      square += x * x;
    }
    const norm = Math.sqrt(square);
    const diagonal = upper[j * points + j] ?? NaN;
    if (!(Math.abs(diagonal) > TOLERANCE * points * norm)) divisor[j * points + j] = norm > 0 ? norm : 1;
  }
  return divisor;
}

/** The product of two upper triangles, each entry one sum from left to right. */
export function triangularProduct(a: Float64Array, b: Float64Array, points: number): Float64Array {
  const product = new Float64Array(points * points);
  for (let i = 0; i < points; i++) {
    for (let p = i; p < points; p++) {
      const weight = a[i * points + p] ?? NaN;
      for (let k = p; k < points; k++) {
        product[i * points + k] = (product[i * points + k] ?? NaN) + weight * (b[p * points + k] ?? NaN);
      }
    }
  }
  return product;
}
