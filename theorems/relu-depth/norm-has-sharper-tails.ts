import { reluAlone } from '../../src/network/layers.js';
import { exp } from '../../src/portable/exp.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import {
  boundedBy,
  type Deviation,
  type Deviations,
  normHasBernsteinTails,
  normTail,
} from './norm-has-bernstein-tails.js';

/** With the variance 5 of a neuron in place of its second moment 6: sqrt(10x/d) + 4x/d above, sqrt(10x/d) below. */
export const SHARPER: Deviations = {
  above: ({ width, exponent }) => Math.sqrt((10 * exponent) / width) + (4 * exponent) / width,
  below: ({ width, exponent }) => Math.sqrt((10 * exponent) / width),
};

/** The conclusion for given deviations, and a width at which the tail above is not Gaussian. */
export function sharper(deviations: Deviations, heavy: number): Pick<DeterministicTheorem<Deviation>, 'margins'> {
  return {
    margins: (deviation, layer) => {
      const { width } = deviation;
      const level = 0.9;
      return {
        ...boundedBy(deviations).margins(deviation, layer),
        'not sub-Gaussian above':
          width >= heavy ? normTail(width, 1 + level, false) * exp((width * level * level) / 10) - 1 : 0,
      };
    },
  };
}

/** Why: ln E exp(s(Y-1)) is at most 5s^2/(2(1-4s)) above and 5s^2/2 below; but chi-squares have exponential tails, heavier than Gaussian far out. */
export const normHasSharperTails = theorem<Deviation>({
  id: 'relu-depth/norm-has-sharper-tails',
  kind: 'exact',
  says: 'The tails of the squared norm after one ReLU layer obey the sharper bounds with 10 in place of 12, the variance in place of the second moment; the linear term above cannot be left out: from 128 neurons on a Gaussian bound fails at 1.9 times the mean.',
  formula: String.raw`P\Big(N - 1 \ge \sqrt{\tfrac{10x}d} + \tfrac{4x}d\Big) \le e^{-x},\quad P(N \le 1 - t) \le e^{-dt^2/10},\quad P(N \ge 1.9) > e^{-0.081\,d}\ (d \ge 128)`,
  source: observed(
    'moment generating functions below these bounds on a grid (by 6e-5 and 1.4e-2 at least); exact tails for each width and exponent tried',
  ),
  covers: ['contrasts C4'],
  uses: [normHasBernsteinTails],
  assumes: { 'a neuron': ({ width }) => width >= 1, 'an exponent': ({ exponent }) => exponent > 0 },
  layer: () => reluAlone,
  ...sharper(SHARPER, 128),
});
