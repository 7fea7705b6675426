import { linear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { angleWithoutRescaling } from './angle-without-rescaling.js';

/** The width of a layer. */
export interface LayerWidth {
  readonly width: number;
}

/**
 * Half of psi(d/2) - psi((d-1)/2): the sum of (-1)^k / (d-1+k), by Euler's transform, whose positive terms at least halve.
 *
 * Range: width >= 2. Error: a few units in the last place; 60 terms leave 2^-60 of the sum.
 */
function halfRate({ width }: LayerWidth): number {
  let [sum, term] = [0, 1 / (2 * (width - 1))];
  for (let k = 1; k <= 60; k++) {
    sum += term;
    term *= k / (2 * (width - 1 + k));
  }
  return sum;
}

/** The conclusion for a given expansion and a bound on what it exceeds, so that false ones can be put in their place. */
export function expandedAs(expansion: (x: number) => number): Pick<DeterministicTheorem<LayerWidth>, 'margins'> {
  return {
    margins: ({ width }) => {
      const x = width - 1;
      const over = expansion(x) - halfRate({ width });
      // In units of the bound, so that it can be told from rounding at any width.
      const bound = 1 / (4 * x * x * (x + 1) * (x + 1));
      return { above: over / bound, below: (bound - over) / bound };
    },
  };
}

/** Why: f(x) = 1/2x + 1/4x^2 has f(x) + f(x+1) = 1/x + 1/(2x(x+1))^2, where the sum has 1/x; their difference is an alternating sum of falling terms. */
export const angleRateIsOneOverD = theorem<LayerWidth>({
  id: 'rescale-linear/angle-rate-is-one-over-d',
  kind: 'exact',
  says: 'The rate at which a linear network of width d without rescaling collapses an angle, half the mean fall of ln sin^2 a layer, is 1/2x + 1/4x^2 with x = d - 1, less at most 1/(2x(x+1))^2: 1/(2d) + 3/(4d^2) + O(d^-3), for every width from 2 on.',
  formula: String.raw`0 < \tfrac1{2x} + \tfrac1{4x^2} - \tfrac12\Big(\psi\big(\tfrac d2\big) - \psi\big(\tfrac{d-1}2\big)\Big) < \frac1{4x^2(x+1)^2},\quad x = d - 1`,
  source: derived('docs/derivations.md#angle-in-linear-layers'),
  covers: ['contrasts A13'],
  uses: [angleWithoutRescaling],
  assumes: { 'width 2 to 500': ({ width }) => width >= 2 && width <= 500 },
  layer: () => linear,
  ...expandedAs((x) => 1 / (2 * x) + 1 / (4 * x * x)),
});
