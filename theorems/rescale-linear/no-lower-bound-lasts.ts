import { spectrum } from '../../src/geometry/spectrum.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { along } from '../stationary-chain.js';
import { smallestEigenvalueConcentrates } from './smallest-eigenvalue-concentrates.js';

/** Two points in layers of a width. */
export interface PairInWidth {
  readonly width: number;
}

/** The event for a given depth and bound, so that false ones can be put in their place. */
export function fallingBelow(depth: number, bound: number): Pick<ProbableTheorem<PairInWidth>, 'event'> {
  return {
    event: ({ width }, layer, key) => {
      const chain = { points: 2, width, settling: 10, depth, every: 1 };
      const least = Math.min(...along(chain, layer, key, (factor) => spectrum(factor)[1] ?? NaN));
      return { 'below it once': bound - least };
    },
  };
}

/** Why: whatever the batch, all rows of a layer lie within a narrow cone with a probability bounded below, so it happens again and again. */
export const noLowerBoundLasts = theorem<PairInWidth>({
  id: 'rescale-linear/no-lower-bound-lasts',
  kind: 'probable',
  says: 'No lower bound on the smallest singular value holds in all layers of a finite width, as the orthogonalisation theorem of 2021 assumes: with two points and 2 to 5 neurons it falls below a tenth of the largest within 600 layers.',
  formula: String.raw`\inf_l \sigma_{\min}(H_l) = 0\ \text{a.s.};\quad P\Big(\min_{l \le 600} \frac{\sigma_2(H_l)}{\sigma_1(H_l)} \le \tfrac1{10}\Big) \ge 0.9`,
  source: derived('docs/derivations.md#published-rate'),
  covers: ['contrasts L1'],
  uses: [smallestEigenvalueConcentrates],
  assumes: { '2 to 5 neurons': ({ width }) => width >= 2 && width <= 5 },
  layer: () => rescaleLinear,
  probability: 0.9,
  indifference: 0.3,
  ...fallingBelow(600, 1 / 10),
});
