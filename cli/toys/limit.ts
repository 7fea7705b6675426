import { BREAKS, END, GIVEN, HEAD, SOURCE, type Toy } from './toy.js';

export const limit: Toy = {
  imports: ['cosineBecomes', 'type EqualPoints'],
  theorem: `import { kappa } from '../../src/limit/arc-cosine.js';
import { betweenBlocks, squaredNorm } from '../../src/limit/block-gram.js';
import { symmetricGram } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { conjecture } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';

/** REPLACE: what a configuration is. Plain data, so that a counterexample can be stored and replayed. */
export interface EqualPoints {
  readonly points: number;
  readonly cosine: number;
}

/** The conclusion for a given formula, so that a false one can be put in its place. REPLACE: one signed number a clause. */
export function cosineBecomes(formula: (points: number) => number): Pick<DeterministicTheorem<EqualPoints>, 'margins'> {
  return {
    margins: ({ points, cosine }, layer) => {
      const { gram } = limitLayer(stagesOf(layer))({ gram: symmetricGram(points, cosine) });
      const after = betweenBlocks(gram, 0, 0) / squaredNorm(gram, 0);
      return { cosine: -Math.abs(after - formula(points)) };
    },
  };
}

/** Why: REPLACE by the reason in a line or two. Here: recentering makes a regular simplex of points that are all alike. */
export const @name = theorem<EqualPoints>({
  id: '@id',
  kind: 'limit',
${HEAD}
  says: 'One wide layer of recentering and ReLU gives points that are all alike the cosine kappa(-1/(n-1)), whatever it was.',
  formula: String.raw\`\\rho' = \\kappa\\big(\\tfrac{-1}{n-1}\\big)\`,
${SOURCE}
${END}
  assumes: {
    'at least two points': ({ points }) => points >= 2,
    'not all equal': ({ cosine }) => cosine >= 0 && cosine < 1,
  },
  layer: () => recenterRelu,
  ...cosineBecomes((points) => kappa(-1 / (points - 1))),
});
`,
  evidence: `import fc from 'fast-check';
import { kappa } from '../../src/limit/arc-cosine.js';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
@import
import { grid, sizes } from '../arbitraries.js';

export default evidence<EqualPoints>({
  theorem: @name,
${GIVEN}
  given: fc.record({ points: sizes(2, 1024), cosine: grid(0, 0.9, 0.1) }),
  cases: 200,
  // REPLACE: how far rounding may push a margin below 0, and why: exactly, roundoff or remainder.
  allowance: roundoff(() => 16, 'four roundings in centring, which keeps what is not shared; twelve in kappa'),
  // REPLACE: kinds of configurations that must be visited, in one of a hundred cases each.
  regimes: { 'two points': ({ points }) => points === 2, 'orthogonal points': ({ cosine }) => cosine === 0 },
${BREAKS}
  breaks: {
    'no recentering': { recenter: keep },
    'n for n - 1': { instead: cosineBecomes((points) => kappa(-1 / points)) },
  },
});
`,
};
