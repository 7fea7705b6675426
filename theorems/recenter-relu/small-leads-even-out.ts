import { wideSteps } from '../../src/limit/wide-steps.js';
import { at, build } from '../../src/linalg/matrix.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { wideLayerOf } from '../wide-layer.js';
import { symmetricCosine } from './symmetric-state-is-fixed.js';
import { tippingLeadIsPiMinusTwoOverN } from './tipping-lead-is-pi-minus-two-over-n.js';

/** Orthogonal points of nearly one norm. */
export interface NearlyEqualNorms {
  /** n times what the norm of each exceeds 1 by. */
  readonly leads: readonly number[];
}

/** Layers: the slowest rate, 1 - 0.27/n or so, to this power is 3e-4. */
const PER_POINT = 30;
/** How near to symmetric it must be by then. */
const WITHIN = 1e-3;

/** The conclusion with all leads stretched, so that larger ones can be put in their place. */
export function evenOut(stretch: number): Pick<DeterministicTheorem<NearlyEqualNorms>, 'margins'> {
  return {
    margins: ({ leads }, layer) => {
      const points = leads.length;
      const norms = leads.map((lead) => 1 + (stretch * lead) / points);
      const start = build<'point', 'point'>(points, points, (i, j) =>
        i === j ? (norms[i] ?? NaN) * (norms[i] ?? NaN) : 0,
      );
      const end = wideSteps(start, { ...wideLayerOf(layer), steps: PER_POINT * points });
      const cosine = symmetricCosine(points);
      let [norm, angle] = [0, 0];
      for (let i = 0; i < points; i++) {
        norm = Math.max(norm, Math.abs(at(end, i, i) - 1));
        for (let j = 0; j < i; j++) {
          angle = Math.max(angle, Math.abs(at(end, i, j) / Math.sqrt(at(end, i, i) * at(end, j, j)) - cosine));
        }
      }
      return { norms: WITHIN - norm, cosines: WITHIN - angle };
    },
  };
}

/** Why: below the lead at which one point tips the batch, 1.14/n, every lead shrinks; several share what tips. */
export const smallLeadsEvenOut = theorem<NearlyEqualNorms>({
  id: 'recenter-relu/small-leads-even-out',
  kind: 'limit',
  says: 'Orthogonal points of norms within 1/(2n) of each other lose all their differences in wide layers of recentering and ReLU: no odd point comes out of them, for 3 to 32 points.',
  formula: String.raw`\big|\|x_i\| - 1\big| \le \tfrac1{2n},\ x_i \perp x_j \Rightarrow \big|\|x_i\|^2 - 1\big|,\ |\cos(x_i, x_j) - c^*(n)| \le 10^{-3}\quad (t = 30n)`,
  source: observed('infinite-width runs from random and hostile leads; from leads of 3/n half of them end elsewhere'),
  covers: ['RC+ReLU I3'],
  uses: [tippingLeadIsPiMinusTwoOverN],
  assumes: {
    '3 to 32 points': ({ leads }) => leads.length >= 3 && leads.length <= 32,
    'leads of at most a half': ({ leads }) => leads.every((lead) => Math.abs(lead) <= 0.5),
  },
  layer: () => recenterRelu,
  ...evenOut(1),
});
