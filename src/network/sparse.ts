import { dense, type SparseMatrix } from '../linalg/sparse-matrix.js';
import { throwCoins } from '../random/coins.js';
import { derive, type StreamKey } from '../random/key.js';
import { fillNormals } from '../random/normal.js';
import { Stream } from '../random/stream.js';
import { requireShape, type WeightLaw } from './weight-law.js';

/** Each entry is 0 with probability 1 - p and normal otherwise. Drawn and multiplied at the cost of the others. @throws RangeError unless p is in (0, 1] */
export function sparse(p: number): WeightLaw {
  if (!(p > 0 && p <= 1)) throw new RangeError(`sparse: needs a probability in (0, 1]; came ${p}. Try sparse(0.05).`);
  const name = `sparse(${p})`;
  const drawSparse = (key: StreamKey, neurons: number, inputs: number): SparseMatrix<'neuron', 'input'> => {
    requireShape(name, neurons, inputs);
    const { starts, places } = drawnPlaces(new Stream(derive(key, 1)), p, neurons, inputs);
    const values = new Float64Array(places.length);
    fillNormals(derive(key, 0), values);
    const scale = 1 / Math.sqrt(p) / Math.sqrt(inputs);
    for (let e = 0; e < values.length; e++) values[e] = scale * (values[e] ?? NaN);
    return { rows: neurons, cols: inputs, starts, places, values };
  };
  return { name, scaled: true, drawSparse, draw: (key, neurons, inputs) => dense(drawSparse(key, neurons, inputs)) };
}

/** Where a coin of probability p shows 1, in a table that is thrown row by row. */
function drawnPlaces(
  stream: Stream,
  p: number,
  rows: number,
  cols: number,
): Pick<SparseMatrix<'neuron', 'input'>, 'starts' | 'places'> {
  const starts = new Int32Array(rows + 1);
  const places: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j += 32) {
      for (let heads = throwCoins(stream, p); heads !== 0; heads &= heads - 1) {
        const place = j + trailingZeros(heads);
        if (place < cols) places.push(place);
      }
    }
    starts[i + 1] = places.length;
  }
  return { starts, places: new Int32Array(places) };
}

/** The place of the lowest bit that is 1. */
function trailingZeros(word: number): number {
  return 31 - Math.clz32(word & -word);
}
