import { type Matrix, scaled, transpose } from '../linalg/matrix.js';
import { orthonormalColumns } from '../linalg/orthonormal.js';
import { type StreamKey } from '../random/key.js';
import { fillNormals } from '../random/normal.js';
import { Stream } from '../random/stream.js';
import { fillStudentT } from '../random/student-t.js';
import { independentEntries, requireShape, type WeightLaw } from './weight-law.js';

/** Normal entries. */
export const gaussian: WeightLaw = independentEntries('gaussian', true, fillNormals);

/** Entries ±1 / sqrt(inputs), a fair coin each. */
export const rademacher: WeightLaw = independentEntries('rademacher', true, (key, out) => {
  const stream = new Stream(key);
  let coins = 0;
  for (let m = 0; m < out.length; m++) {
    coins = m % 32 === 0 ? stream.uint32() : coins >>> 1;
    out[m] = (coins & 1) === 0 ? -1 : 1;
  }
});

/** Entries uniform between ±sqrt(3 / inputs). */
export const uniform: WeightLaw = independentEntries('uniform', true, (key, out) => {
  const stream = new Stream(key);
  const edge = Math.sqrt(3);
  for (let m = 0; m < out.length; m++) out[m] = edge * (2 * stream.uniform() - 1);
});

/**
 * Student's t with nu degrees of freedom: moments below nu exist, no others.
 *
 * Brought to variance 1 / inputs when nu > 2. Otherwise there is no variance, and entries are t / sqrt(inputs).
 * @throws RangeError unless nu is in [0.1, Infinity): below, entries beyond the range of doubles become common
 */
export function studentT(nu: number): WeightLaw {
  if (!(nu >= 0.1 && nu < Infinity)) {
    throw new RangeError(`student-t: needs degrees of freedom in [0.1, ∞); came ${nu}. Try student-t(3).`);
  }
  const hasVariance = nu > 2;
  const scale = hasVariance ? Math.sqrt((nu - 2) / nu) : 1;
  return independentEntries(`student-t(${nu})`, hasVariance, (key, out) => {
    fillStudentT(key, nu, out);
    for (let m = 0; m < out.length; m++) out[m] = scale * (out[m] ?? NaN);
  });
}

/** Cauchy entries with quartiles at ±1 / sqrt(inputs): Student's t with 1 degree of freedom. No mean, no variance. */
export const cauchy: WeightLaw = { ...studentT(1), name: 'cauchy' };

/**
 * Haar: every rotation of the input leaves the law unchanged, and the layer keeps lengths.
 *
 * WW' = I when there are at most as many neurons as inputs. Otherwise W'W = (neurons / inputs) I, so that the
 * variance of an entry is 1 / inputs in every shape.
 */
export const orthogonal: WeightLaw = {
  name: 'orthogonal',
  scaled: true,
  draw: (key, neurons, inputs) => {
    requireShape('orthogonal', neurons, inputs);
    if (neurons < inputs) return transpose(haar<'input', 'neuron'>(key, inputs, neurons));
    return scaled(haar<'neuron', 'input'>(key, neurons, inputs), Math.sqrt(neurons / inputs));
  },
};

/** Orthonormal columns with the Haar law: the Q of a Gaussian matrix, once R has a positive diagonal (Stewart 1980). */
function haar<R extends string, C extends string>(key: StreamKey, rows: number, cols: number): Matrix<R, C> {
  const values = new Float64Array(rows * cols);
  fillNormals(key, values);
  return orthonormalColumns<R, C>({ rows, cols, values });
}
