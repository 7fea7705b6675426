import { recenterRelu } from '../../src/network/layers.js';
import { tippingState } from '../../theorems/recenter-relu/tipping-lead-is-pi-minus-two-over-n.js';
import { type Dense, denseLayer } from '../limit/dense-oracle.js';
import type { Check } from './check.js';

const HOW = { centre: true, rescale: false, slope: 0 };

/** Norm of the first point over that of the second. */
function ratio(state: Dense): number {
  return Math.sqrt((state[0]?.[0] ?? NaN) / (state[1]?.[1] ?? NaN));
}

/** A batch whose first point leads, after one layer: on the curve that the claim reads its lead on. */
function led(points: number, lead: number): Dense {
  const norms = Array.from({ length: points }, (_, i) => (i === 0 ? 1 + lead : 1));
  return denseLayer(
    norms.map((a, i) => norms.map((b, j) => a * b * (i === j ? 1 : 0.3))),
    HOW,
  );
}

/** Whether the lead grows in 12 dense layers. */
function grows(start: Dense): boolean {
  let gram = start;
  for (let t = 0; t < 12; t++) gram = denseLayer(gram, HOW);
  return ratio(gram) > ratio(start);
}

/**
 * The divide between the states of one odd point, by bisection of dense runs; the slip is a lead read from squares.
 *
 * Twelve layers of rate 1.03 let rounding pass for a direction only within 20 n u / 0.03 of the divide: below 1e-10.
 */
export const tippingLead: Check = {
  claim: 'recenter-relu/tipping-lead-is-pi-minus-two-over-n',
  compare: (planted) =>
    [8, 12].map((points) => {
      let [low, high] = [0.01, 3];
      for (let k = 0; k < 40; k++) {
        const middle = (low + high) / 2;
        if (grows(led(points, middle))) high = middle;
        else low = middle;
      }
      const at = ratio(led(points, low));
      return {
        quantity: `tipping lead of ${points}`,
        ours: tippingState(points, recenterRelu).lead,
        plain: (planted ? at * at : at) - 1,
        allowance: 1e-9,
      };
    }),
};
