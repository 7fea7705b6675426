import { symmetricEigenvalues } from '../../src/linalg/eigen.js';
import { gram } from '../../src/linalg/product.js';
import { kappa } from '../../src/limit/arc-cosine.js';
import { blocksOfOne, normalised, toGram } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { type BatchChoice, drawChosen } from '../batch-choice.js';
import { wideReluRankCountsRays } from './wide-relu-rank-counts-rays.js';

/** Powers beyond this one are not split off: the bound stays true and gets weaker. */
const LAST_POWER = 2000;

/**
 * What the smallest eigenvalue of kappa(cos(x_i, x_j)) exceeds for n points with |cos| <= c: the sum of a_r (1 - (n-1) c^r) over
 * the powers r >= 1 from the first positive term on, where kappa = sum a_r rho^r, less the terms before it.
 */
export function leastEigenvalue(points: number, c: number): number {
  // The whole series at 1 and at c, less the terms of powers 0, 1, 2, 4, 6, ... while (n-1) c^r >= 1.
  let atOne = 1 - 1 / Math.PI;
  let atC = kappa(c) - 1 / Math.PI;
  let central = 1; // binomial(2k, k) / 4^k
  let power = c;
  if ((points - 1) * power >= 1) {
    atOne -= 0.5;
    atC -= 0.5 * c;
  }
  power = c * c;
  for (let k = 0; 2 * k + 2 <= LAST_POWER && (points - 1) * power >= 1; k++) {
    const coefficient = central / (Math.PI * (2 * k + 1) * (2 * k + 2));
    atOne -= coefficient;
    atC -= coefficient * power;
    central *= (2 * k + 1) / (2 * k + 2);
    power *= c * c;
  }
  return atOne - (points - 1) * atC;
}

/** Why: Hadamard powers of a correlation matrix are positive, kappa has positive coefficients, and Gershgorin bounds high powers. */
export const wideReluKeepsSeparatedPointsIndependent = theorem<BatchChoice>({
  id: 'rank/wide-relu-keeps-separated-points-independent',
  kind: 'limit',
  says: 'A wide ReLU layer leaves points of norm 1 with cosines of magnitude at most c < 1 independent by an explicit amount, which two points attain.',
  formula: String.raw`\lambda_{\min}\big(\kappa(\cos(x_i, x_j))\big) \ge \sum_{r \ge r_0} a_r \big(1 - (n-1) c^r\big),\quad \kappa(\rho) = \sum_r a_r \rho^r`,
  source: derived('docs/derivations.md#least-eigenvalue'),
  covers: ['contrasts E3'],
  uses: [wideReluRankCountsRays],
  assumes: {
    'at least two points': ({ points }) => points >= 2,
    'points of norm 1': ({ family }) => family === 'sphere',
  },
  layer: () => reluAlone,
  ...exceeding(leastEigenvalue),
});

/** The conclusion for a given bound, so that a false one can be put in its place. */
export function exceeding(bound: typeof leastEigenvalue): Pick<DeterministicTheorem<BatchChoice>, 'margins'> {
  return {
    margins: (choice, layer) => {
      const before = normalised(blocksOfOne(gram(drawChosen(choice))));
      const after = symmetricEigenvalues(toGram(limitLayer(stagesOf(layer))({ gram: before }).gram));
      return { 'least eigenvalue': (after.at(-1) ?? NaN) - bound(choice.points, largestCosine(before.between)) };
    },
  };
}

/** The largest magnitude off the diagonal. */
function largestCosine(entries: Float64Array): number {
  const points = Math.round(Math.sqrt(entries.length));
  return entries.reduce((found, x, index) => (index % (points + 1) === 0 ? found : Math.max(found, Math.abs(x))), 0);
}
