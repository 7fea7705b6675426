import { closeRows, copyRecentred, factoriseInPlace, scaleByDiagonal } from './cholesky';
import { addBlock, clearSums, scaleState, writeSums } from './gram';
import {
  blockAt,
  clear,
  factorAt,
  IN_PLACE,
  LOG_SCALE,
  padded,
  panelsAt,
  ROWS,
  stateAt,
  STRIDE,
  stripBytes,
  stripsAt,
  WIDTHS,
} from './memory';
import { multiplyRows } from './multiply';
import { log } from './portable';
import { derive, fillNormals, fillStrips } from './random';
import { applySteps, planScale } from './stages';
import { packInto } from './triangular';

/** The upper triangular R with R'R = the state, into the factor. */
export function factorise(points: i32): void {
  const size = padded(points);
  memory.copy(factorAt(points), stateAt(points), (<usize>(size * size)) << 3);
  scaleByDiagonal(points);
  factoriseInPlace(points, points);
}

/** The same for the recentred state PGP. */
function factoriseRecentred(points: i32): void {
  copyRecentred(points);
  factoriseInPlace(points, points - 1);
  closeRows(points);
}

/** One block of rows after the stages, sampled from the packed factor. Its key is that of the block. */
export function sampleBlock(points: i32, recentred: i32, steps: i32, key: u64, rows: i32): void {
  const normals = points - recentred;
  // No normals reach the padding, and no number left there may be NaN, which zero weights do not stop.
  const rest = <usize>(padded(points) - normals);
  if (points > IN_PLACE) {
    fillStrips(key, points, normals);
    const from = stripsAt(points) + ((<usize>normals) << 5);
    for (let s: usize = 0; s < 16; s++) clear(from + s * stripBytes(points), rest << 5);
  } else {
    fillNormals(key, points, normals);
    clear(blockAt(points) + <usize>normals * STRIDE, rest * STRIDE);
  }
  multiplyRows(points, (rows + 3) >> 2);
  applySteps(points, steps, rows);
}

/**
 * Layers first .. first + count - 1 of a chain that carries its Gram matrix. Widths, steps, state and scale are in memory.
 *
 * `recentred`: 1 when the first stage is recentering, which then costs nothing: it is folded into the factor.
 */
export function gramLayers(
  points: i32,
  count: i32,
  first: u32,
  recentred: i32,
  steps: i32,
  gain: f64,
  keyHigh: u32,
  keyLow: u32,
): void {
  const key = ((<u64>keyHigh) << 32) | (<u64>keyLow);
  const panels = panelsAt(points);
  for (let t = 0; t < count; t++) {
    const width = load<f64>(WIDTHS + ((<usize>t) << 3), 8);
    const fanIn = load<f64>(WIDTHS + ((<usize>t) << 3));
    const logScale = load<f64>(LOG_SCALE);
    if (recentred) factoriseRecentred(points);
    else factorise(points);
    packInto(panels, factorAt(points), points, gain / sqrt(fanIn));
    const scaleAfter = planScale(steps, logScale);
    const layerKey = derive(key, first + <u32>t);
    clearSums(points);
    const blocks = <u32>ceil(width / <f64>ROWS);
    for (let b: u32 = 0; b < blocks; b++) {
      const rows = <i32>min(<f64>ROWS, width - <f64>b * <f64>ROWS);
      sampleBlock(points, recentred, steps, derive(layerKey, b), rows);
      addBlock(points, (rows + 3) >> 2);
    }
    writeSums(points, stateAt(points));
    normaliseGram(points, scaleAfter);
  }
}

/** Scales the state to trace n and tracks the logarithm of what was divided out. A dead state stays zero, at -Infinity. */
function normaliseGram(points: i32, scale: f64): void {
  const size = padded(points);
  let trace: f64 = 0;
  for (let i = 0; i < points; i++) trace += load<f64>(stateAt(points) + ((<usize>(i * (size + 1))) << 3));
  const square = trace / <f64>points;
  store<f64>(LOG_SCALE, scale + 0.5 * log(square));
  if (square > 0) scaleState(points, 1.0 / square);
}
