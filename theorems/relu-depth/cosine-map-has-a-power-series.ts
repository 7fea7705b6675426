import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { cosineAfter, type Pair } from '../pair-of-points.js';

/** Terms of the series that are summed. */
const TERMS = 300;

/** 1/pi + r/2 + (1/pi) sum of binom(2k, k) 4^-k r^(2k+2) / ((2k+1)(2k+2)) over k < TERMS. */
export function seriesAt(cosine: number): number {
  let [sum, weight, power] = [0, 1, cosine * cosine]; // weight = binom(2k, k) / 4^k
  for (let k = 0; k < TERMS; k++) {
    sum += (weight * power) / ((2 * k + 1) * (2 * k + 2));
    weight *= (2 * k + 1) / (2 * k + 2);
    power *= cosine * cosine;
  }
  return 1 / Math.PI + cosine / 2 + sum / Math.PI;
}

/** What the terms beyond leave out at most: weight <= 1/sqrt(pi k), so their sum is below (1/(6 sqrt pi)) (TERMS - 1)^(-3/2). */
export function leftOut({ cosine }: Pair): number {
  let power = 1;
  for (let k = 0; k <= TERMS; k++) power *= cosine * cosine;
  const last = TERMS - 1;
  return power / (6 * Math.PI * Math.sqrt(Math.PI) * last * Math.sqrt(last));
}

/** The conclusion for a given series, so that a false one can be put in its place. */
export function following(series: (cosine: number) => number): Pick<DeterministicTheorem<Pair>, 'margins'> {
  return { margins: (pair, layer) => ({ cosine: -Math.abs(cosineAfter(layer, pair, 1) - series(pair.cosine)) }) };
}

/** Why: kappa'' = 1/(pi sqrt(1 - r^2)), kappa'(0) = 1/2 and kappa(0) = 1/pi; integrate the binomial series twice. */
export const cosineMapHasAPowerSeries = theorem<Pair>({
  id: 'relu-depth/cosine-map-has-a-power-series',
  kind: 'limit',
  says: 'A wide ReLU layer maps the cosine of two points by a power series with nonnegative coefficients, whatever their norms: 1/pi + r/2 + r^2/(2 pi) + ...',
  formula: String.raw`\rho' = \tfrac1\pi + \tfrac\rho2 + \tfrac1\pi \sum_{k \ge 0} \binom{2k}{k} \frac{4^{-k} \rho^{2k+2}}{(2k+1)(2k+2)}`,
  source: derived('docs/derivations.md#cosine-map'),
  covers: ['contrasts L5', 'contrasts C1'],
  uses: [],
  assumes: {
    'a cosine': ({ cosine }) => cosine >= -1 && cosine <= 1,
    'no dead point': ({ normRatio }) => normRatio > 0,
  },
  layer: () => reluAlone,
  ...following(seriesAt),
});
