import { type Batch, type Factor, renamed } from '../linalg/matrix.js';
import { gram } from '../linalg/product.js';
import { scaleWhole } from '../linalg/scaled-columns.js';

/**
 * The distance of a batch from orthogonal points of equal norm: the Frobenius norm of G / tr G - I/n.
 *
 * Range: 0 to sqrt(1 - 1/n), which all points on one line reach. NaN for a dead batch or an entry that is not finite.
 * Cost: d n^2 / 2.
 * Source: the gap of Daneshmand, Joudaki and Bach 2021 (arXiv:2106.03970), scaled to trace 1.
 */
export function orthogonalityGap(factor: Batch | Factor): number {
  const { cols: points, values } = gram(scaleWhole(renamed<'factor', 'point'>(factor)).whole);
  let trace = 0;
  for (let i = 0; i < points; i++) trace += values[i * points + i] ?? NaN;
  if (!(trace > 0)) return NaN;
  let sum = 0;
  values.forEach((product, index) => {
    const onDiagonal = index % (points + 1) === 0;
    const off = product / trace - (onDiagonal ? 1 / points : 0);
    sum += off * off;
  });
  return Math.sqrt(sum);
}
