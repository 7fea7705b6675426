import fc from 'fast-check';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { Deviation } from '../../theorems/relu-depth/norm-has-bernstein-tails.js';
import { normHasSharperTails, sharper, SHARPER } from '../../theorems/relu-depth/norm-has-sharper-tails.js';
import { geometric, grid } from '../arbitraries.js';

/** The deviation that a normal law of variance v/d would have. */
const normal =
  (v: number) =>
  ({ width, exponent }: Deviation): number =>
    Math.sqrt((2 * v * exponent) / width);

export default evidence<Deviation>({
  theorem: normHasSharperTails,
  given: fc.record({ width: geometric(1, 600, 40), exponent: grid(0.1, 30, 0.1) }),
  cases: 120,
  allowance: roundoff(
    ({ width }) => 8 * width + 100,
    'tails and weights are products and sums of d positive terms, and complements of them below',
  ),
  regimes: {
    'one neuron': ({ width }) => width === 1,
    'hundreds of neurons': ({ width }) => width >= 200,
    'rarer than a billionth': ({ exponent }) => exponent > 20.7,
    'common deviations': ({ exponent }) => exponent < 2,
  },
  breaks: {
    'a normal upper tail': { instead: sharper({ ...SHARPER, above: normal(5) }, 128) },
    'a lower tail of variance 3': { instead: sharper({ ...SHARPER, below: normal(3) }, 128) },
    'not sub-Gaussian from four neurons on': { instead: sharper(SHARPER, 4) },
  },
});
