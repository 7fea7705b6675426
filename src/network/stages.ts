import { recenterRows, rectifyRows, rescaleRows } from '../limit/row-law.js';
import type { RowLaw } from '../limit/row-law.js';
import { NoClosedForm } from '../limit/no-closed-form.js';
import type { Batch } from '../linalg/matrix.js';
import type { Activation } from './activation.js';
import type { Stage } from './stage.js';

/** Subtracts from each neuron its mean over the batch (the paper's RC), each mean summed from left to right. In place. */
export function recenterInto(z: Batch): void {
  const { rows, cols: points, values } = z;
  for (let k = 0; k < rows; k++) {
    const from = k * points;
    let sum = 0;
    for (let i = from; i < from + points; i++) sum += values[i] ?? NaN;
    const mean = sum / points;
    for (let i = from; i < from + points; i++) values[i] = (values[i] ?? NaN) - mean;
  }
}

/**
 * Divides each neuron by its root-mean-square over the batch (the paper's RS): after recentering, by its standard deviation.
 *
 * In place. A neuron that is zero on the whole batch becomes NaN: there is no scale to divide by, and no epsilon hides it.
 */
export function rescaleInto(z: Batch): void {
  const { rows, cols: points, values } = z;
  for (let k = 0; k < rows; k++) {
    const from = k * points;
    let squares = 0;
    for (let i = from; i < from + points; i++) {
      const x = values[i] ?? NaN;
      squares += x * x;
    }
    const rootMeanSquare = Math.sqrt(squares / points);
    for (let i = from; i < from + points; i++) values[i] = (values[i] ?? NaN) / rootMeanSquare;
  }
}

/** RC. Infinite width: C becomes PCP with P = I - 11'/n. */
export const recenter: Stage = { name: 'recenter', onBatchInto: recenterInto, onRows: recenterRows, degree: 1 };

/** RS. Infinite width: the row is normalised to root-mean-square 1, no longer Gaussian. */
export const rescale: Stage = { name: 'rescale', onBatchInto: rescaleInto, onRows: rescaleRows, degree: 0 };

/** No stage at all: what an ablation puts in the place of one. */
export const keep: Stage = { name: 'keep', onBatchInto: () => undefined, onRows: (law) => law, degree: 1 };

/** NL. Infinite width: in closed form for the leaky family (relu, leaky relu, abs, identity). */
export function activate(activation: Activation): Stage {
  const { name, at, degree, slope } = activation;
  const onRows = (law: RowLaw): RowLaw => {
    if (slope === undefined) {
      throw new NoClosedForm(
        `infinite width: needs an activation whose map has a closed form (relu, leaky(a), abs, identity); came ${name}. ` +
          'Take one of these, or simulate at finite width.',
      );
    }
    return rectifyRows(law, slope);
  };
  const onBatchInto = ({ values }: Batch): void => {
    for (let i = 0; i < values.length; i++) values[i] = at(values[i] ?? NaN);
  };
  return { name, onBatchInto, onRows, degree, activation };
}
