import { log } from '../portable/log.js';
import { ChiSquare } from '../random/chi-square.js';
import { derive, type StreamKey } from '../random/key.js';
import { fillNormals } from '../random/normal.js';
import type { ChainState, LayerRun } from './layer-engine.js';
import { closeRows } from './recentred-factor.js';
import { recentredReflections } from './recentred-reflections.js';
import { triangularProduct } from './triangular.js';

/**
 * Layers without rescaling or non-linearity, at cost O(n^3) each whatever the width: the state is a triangular factor.
 *
 * F becomes gain A F / sqrt(fan-in), where A'A has the law of G'G for a width × n Gaussian G. Nothing is squared, so singular values
 * keep their relative accuracy down to 1e-300. Recentering acts once: a linear layer leaves a recentred batch recentred.
 * Layer t draws from `derive(key, t)`.
 * Source: Bartlett 1933; Muirhead 1982, Theorem 3.2.14; docs/derivations.md#linear-layers.
 */
export function bartlettLayers(run: LayerRun, state: ChainState): ChainState {
  const { points, program, widths, first, gain, key } = run;
  let { matrix, logScale } = state;
  for (let t = 0; t + 1 < widths.length; t++) {
    if (program.recentred && first + t === 1) matrix = recentredReflections(matrix, points);
    const a = bartlettFactor(derive(key, first + t), points, widths[t + 1] ?? NaN);
    const next = triangularProduct(a, matrix, points);
    if (program.recentred) closeRows(next, points); // else rounding would take it away from the recentred ones
    let trace = 0;
    for (const x of next) trace += x * x;
    const square = trace / points;
    const reciprocal = square > 0 ? 1 / Math.sqrt(square) : 1;
    matrix = next.map((x) => x * reciprocal);
    logScale += log(Math.abs(gain) / Math.sqrt(widths[t] ?? NaN)) + 0.5 * log(square);
  }
  return { matrix, logScale };
}

/**
 * The R of the QR of a `width` × n matrix of independent normals, diagonal >= 0; rows from `width` on are zero.
 *
 * Entry (i, i)² is chi-square with width - i degrees of freedom, counted from i = 0; those above the diagonal are normal.
 */
export function bartlettFactor(key: StreamKey, points: number, width: number): Float64Array {
  const normals = new Float64Array((points * (points - 1)) / 2);
  fillNormals(derive(key, 0), normals);
  const chiSquare = new ChiSquare(derive(key, 1));
  const upper = new Float64Array(points * points);
  let used = 0;
  for (let i = 0; i < Math.min(points, width); i++) {
    upper[i * points + i] = Math.sqrt(chiSquare.next(width - i));
    for (let j = i + 1; j < points; j++) upper[i * points + j] = normals[used++] ?? NaN;
  }
  return upper;
}
