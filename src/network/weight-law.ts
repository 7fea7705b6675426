import { matrix, type Weights } from '../linalg/matrix.js';
import type { SparseMatrix } from '../linalg/sparse-matrix.js';
import type { StreamKey } from '../random/key.js';

/** The law of one layer's weights. */
export interface WeightLaw {
  /** As a user writes it: `gaussian`, `sparse(0.05)`, `student-t(3)`. */
  readonly name: string;
  /** True when entries have variance 1 / inputs. False when the law has no variance: unit scale over sqrt(inputs) then. */
  readonly scaled: boolean;
  /** A draw that the key determines. Shape: neurons × inputs. @throws RangeError unless both are positive integers */
  readonly draw: (key: StreamKey, neurons: number, inputs: number) => Weights;
  /** The same draw without its zeros, by a law of which most entries are zero: what a network then multiplies by. */
  readonly drawSparse?: (key: StreamKey, neurons: number, inputs: number) => SparseMatrix<'neuron', 'input'>;
}

/** A law of independent entries, from a function that fills an array with draws of variance (or scale) 1. */
export function independentEntries(
  name: string,
  scaled: boolean,
  fillStandard: (key: StreamKey, out: Float64Array) => void,
): WeightLaw {
  const draw = (key: StreamKey, neurons: number, inputs: number): Weights => {
    requireShape(name, neurons, inputs);
    const values = new Float64Array(neurons * inputs);
    fillStandard(key, values);
    const scale = 1 / Math.sqrt(inputs);
    for (let m = 0; m < values.length; m++) values[m] = scale * (values[m] ?? NaN);
    return matrix(neurons, inputs, values);
  };
  return { name, scaled, draw };
}

/** @throws RangeError unless both sizes are positive integers */
export function requireShape(name: string, neurons: number, inputs: number): void {
  if (Number.isInteger(neurons) && Number.isInteger(inputs) && neurons > 0 && inputs > 0) return;
  throw new RangeError(`${name} weights: need at least one neuron and one input; came ${neurons}×${inputs}.`);
}
