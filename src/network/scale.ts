import type { Batch, Matrix } from '../linalg/matrix.js';
import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import type { Stage } from './stage.js';

/** Beyond e^±300 an activation of the catalogue is its own leading term to all 53 bits, and squares still fit into a double. */
const EXTREME = 300;
/** 2^-53, the relative error of one operation. */
const UNIT = 1.1102230246251565e-16;

/**
 * Applies the stages of one layer to `z`, which stands for `e^logScale z`, and returns the new logScale.
 *
 * A positively homogeneous stage only raises the scale to its degree. Any other one needs true numbers, so the scale is
 * multiplied back in, limited to e^±300. There such an activation grows like z or is constant, which is read off from it.
 * So ten thousand layers neither underflow nor overflow, whatever the activation.
 */
export function applyStages(stages: readonly Stage[], z: Batch, logScale: number): number {
  let scale = logScale;
  for (const stage of stages) {
    if (stage.degree === undefined) {
      const shown = Math.min(EXTREME, Math.max(-EXTREME, scale));
      multiplyInto(z, exp(shown));
      const excess = scale - shown;
      stage.onBatchInto(z);
      scale = excess !== 0 && growsLinearly(stage, excess > 0) ? excess : 0;
    } else {
      const before = stage.degree === 1 ? largestOf(z) : 0;
      stage.onBatchInto(z);
      // What is left when recentering cancels equal points is rounding: (n + 1) units. Normalising would make a batch of it.
      if (before > 0 && largestOf(z) <= (z.cols + 1) * UNIT * before) z.values.fill(0);
      scale = stage.degree === 0 ? 0 : scale * stage.degree;
    }
  }
  return scale;
}

/** Largest modulus of an entry; NaN when there is one. */
function largestOf({ values }: { readonly values: Float64Array }): number {
  let largest = 0;
  for (let m = 0; m < values.length; m++) largest = Math.max(largest, Math.abs(values[m] ?? NaN)); // NaN stays NaN
  return largest;
}

/** Beyond e^±3 a gain goes into the scale. Within, even relu^64 of a row that is six standard deviations long has a finite square. */
const FAR_GAIN = 3;

/** A gain as what rows are multiplied by and what is added to their logScale, so that no row leaves order one for a gain's sake. */
export function splitGain(gain: number): { readonly factor: number; readonly logarithm: number } {
  const logarithm = log(Math.abs(gain));
  const far = Math.abs(logarithm) > FAR_GAIN && Number.isFinite(logarithm); // a gain of 0 is no scale
  return far ? { factor: Math.sign(gain), logarithm } : { factor: gain, logarithm: 0 };
}

/** True when the stage grows like z towards infinity, or vanishes with z at 0: read off from what it does to extreme numbers. */
export function growsLinearly(stage: Stage, atInfinity: boolean): boolean {
  const z: Batch = { rows: 1, cols: 2, values: atInfinity ? new Float64Array([1e100, -1e100]) : new Float64Array(2) };
  stage.onBatchInto(z);
  const largest = Math.max(...z.values.map(Math.abs));
  return atInfinity ? largest > 1e50 : largest === 0;
}

/** Multiplies every entry. */
export function multiplyInto<R extends string, C extends string>(z: Matrix<R, C>, factor: number): void {
  if (factor === 1) return;
  for (let i = 0; i < z.values.length; i++) z.values[i] = (z.values[i] ?? NaN) * factor;
}

/**
 * Scales a factor in place so that its Gram matrix has trace n, and returns the logarithm of what was divided out.
 *
 * A dead (all zero) factor stays and gives -Infinity. Entries are brought to order 1 first, so that squares cannot overflow.
 */
export function normaliseInto<R extends string>(factor: Matrix<R, 'point'>): number {
  const largest = largestOf(factor);
  if (!(largest > 0)) return largest === 0 ? -Infinity : NaN;
  let squares = 0;
  for (const x of factor.values) squares += (x / largest) * (x / largest);
  const rootMeanSquare = Math.sqrt(squares / factor.cols);
  for (let i = 0; i < factor.values.length; i++)
    factor.values[i] = (factor.values[i] ?? NaN) / largest / rootMeanSquare;
  return log(largest) + log(rootMeanSquare);
}
