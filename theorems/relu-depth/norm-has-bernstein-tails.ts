import { reluAlone } from '../../src/network/layers.js';
import { exp } from '../../src/portable/exp.js';
import { chiSquareTails } from '../../src/statistics/chi-square-tail.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { normIsAMixture } from './norm-is-a-mixture-of-chi-squares.js';

/** A width and how improbable the deviation is: e^-x. */
export interface Deviation {
  readonly width: number;
  /** The exponent x. */
  readonly exponent: number;
}

/** P(N >= level) for N = (2/d) chi-square with Bin(d, 1/2) degrees of freedom; `below`: P(N <= level). */
export function normTail(width: number, level: number, below: boolean): number {
  const tails = chiSquareTails((width * level) / 2, width);
  let [sum, weight] = [0, 1];
  for (let k = 0; k < width; k++) weight /= 2;
  for (let on = 0; on <= width; on++) {
    const tail = tails[on] ?? NaN;
    sum += weight * (below ? 1 - tail : tail);
    weight *= (width - on) / (on + 1);
  }
  return sum;
}

/** Deviations that are claimed to have probability e^-x at most, above and below 1. */
export interface Deviations {
  readonly above: (deviation: Deviation) => number;
  readonly below: (deviation: Deviation) => number;
}

/** sqrt(12x/d) + 4x/d and sqrt(12x/d). */
export const BERNSTEIN: Deviations = {
  above: ({ width, exponent }) => Math.sqrt((12 * exponent) / width) + (4 * exponent) / width,
  below: ({ width, exponent }) => Math.sqrt((12 * exponent) / width),
};

/** The conclusion for given deviations, so that false ones can be put in their place. */
export function boundedBy({ above, below }: Deviations): Pick<DeterministicTheorem<Deviation>, 'margins'> {
  return {
    margins: (deviation) => {
      const { width, exponent } = deviation;
      const least = 1 - below(deviation);
      return {
        above: 1 - normTail(width, 1 + above(deviation), false) * exp(exponent),
        below:
          exp(-exponent) - (least > 0 ? normTail(width, least, true) : least === 0 ? normTail(width, 1e-300, true) : 0),
      };
    },
  };
}

/** Why: the summands 2 relu(g)^2 have moments 2^(k-1) (2k-1)!! <= (k!/2) 6 4^(k-2); below, nonnegative summands need the second only. */
export const normHasBernsteinTails = theorem<Deviation>({
  id: 'relu-depth/norm-has-bernstein-tails',
  kind: 'exact',
  says: 'The squared norm of a point after one ReLU layer, relative to its mean, exceeds 1 + sqrt(12x/d) + 4x/d with probability at most e^-x, and so for less than 1 - sqrt(12x/d), at every width.',
  formula: String.raw`P\Big(N - 1 \ge \sqrt{\tfrac{12x}d} + \tfrac{4x}d\Big) \le e^{-x},\quad P(N \le 1 - t) \le e^{-dt^2/12}`,
  source: derived('docs/derivations.md#relu-norm'),
  covers: ['contrasts C4'],
  uses: [normIsAMixture],
  assumes: { 'a neuron': ({ width }) => width >= 1, 'an exponent': ({ exponent }) => exponent > 0 },
  layer: () => reluAlone,
  ...boundedBy(BERNSTEIN),
});
