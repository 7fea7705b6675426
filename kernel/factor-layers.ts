import { closeRows, factoriseInPlace, scaleByDiagonal } from './cholesky';
import { copyDivisor, multiplyBack, reflectRecentred } from './factor';
import { addBlock, clearSums, scaleState, writeSums } from './gram';
import { sampleBlock } from './layers';
import { divisorAt, divisorPanelsAt, factorAt, LOG_SCALE, padded, panelsAt, ROWS } from './memory';
import { SMALLEST_PIVOT, stateAt, WIDTHS } from './memory';
import { log } from './portable';
import { derive } from './random';
import { planScale } from './stages';
import { divideRows, packInto } from './triangular';

/** 2^-20: a pivot below keeps fewer than 33 of its bits, so the layer is run again with a better divisor. */
const WORST_PIVOT: f64 = 9.5367431640625e-7;
const MOST_PASSES: i32 = 3;

/**
 * Layers of a chain that carries a triangular factor, with the accuracy of a QR: rows y are divided by a triangular T close to
 * their own factor before they are squared, so that what is squared is well conditioned. Arguments as in gramLayers.
 */
export function factorLayers(
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
  const size = padded(points);
  for (let t = 0; t < count; t++) {
    const fanIn = load<f64>(WIDTHS + ((<usize>t) << 3));
    const width = load<f64>(WIDTHS + ((<usize>t) << 3), 8);
    if (recentred) {
      reflectRecentred(points);
      closeRows(points);
    } else {
      memory.copy(factorAt(points), stateAt(points), (<usize>(size * size)) << 3);
    }
    packInto(panelsAt(points), factorAt(points), points, gain / sqrt(fanIn));
    copyDivisor(factorAt(points), points);
    const scaleAfter = planScale(steps, load<f64>(LOG_SCALE));
    const layerKey = derive(key, first + <u32>t);
    for (let pass = 1; pass <= MOST_PASSES; pass++) {
      packInto(divisorPanelsAt(points), divisorAt(points), points, 1);
      sumQuotients(points, width, recentred, steps, layerKey);
      writeSums(points, factorAt(points));
      scaleByDiagonal(points);
      factoriseInPlace(points, <i32>min(<f64>points, width));
      multiplyBack(points);
      normaliseFactor(points, scaleAfter);
      if (!(load<f64>(SMALLEST_PIVOT) < WORST_PIVOT)) break;
      copyDivisor(stateAt(points), points);
    }
  }
}

/** The Gram matrix of w = y T^-1 over all rows y of a layer, as sums. */
function sumQuotients(points: i32, width: f64, recentred: i32, steps: i32, layerKey: u64): void {
  clearSums(points);
  const blocks = <u32>ceil(width / <f64>ROWS);
  for (let b: u32 = 0; b < blocks; b++) {
    const rows = <i32>min(<f64>ROWS, width - <f64>b * <f64>ROWS);
    const strips = (rows + 3) >> 2;
    sampleBlock(points, recentred, steps, derive(layerKey, b), rows);
    divideRows(points, strips);
    addBlock(points, strips);
  }
}

/** Scales the state so that its Gram matrix has trace n and tracks the logarithm of what was divided out. */
function normaliseFactor(points: i32, scale: f64): void {
  const size = padded(points);
  let trace: f64 = 0;
  for (let i = 0; i < points; i++) {
    for (let j = i; j < points; j++) {
      const x = load<f64>(stateAt(points) + ((<usize>(i * size + j)) << 3));
      trace += x * x;
    }
  }
  const square = trace / <f64>points;
  store<f64>(LOG_SCALE, scale + 0.5 * log(square));
  if (square > 0) scaleState(points, 1.0 / sqrt(square));
}
