import fc from 'fast-check';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  angleRateIsOneOverD,
  expandedAs,
  type LayerWidth,
} from '../../theorems/rescale-linear/angle-rate-is-one-over-d.js';
import { sizes } from '../arbitraries.js';

// No layer: what is expanded is a difference of digamma functions. The network that falls at this rate has a claim of its own.
export default evidence<LayerWidth>({
  theorem: angleRateIsOneOverD,
  given: fc.record({ width: sizes(2, 500) }),
  cases: 100,
  allowance: roundoff(
    ({ width }) => 12 * width * width * width,
    'six roundings of numbers near 1/2d, in units of a bound of at least 1/4d^4',
  ),
  regimes: { 'two neurons': ({ width }) => width === 2, 'a hundred neurons': ({ width }) => width >= 100 },
  breaks: {
    'without the second term': { instead: expandedAs((x) => 1 / (2 * x)) },
    'independent of the width': { instead: expandedAs(() => 1 / 4) },
    '1/(2d) + 1/(4d^2)': { instead: expandedAs((x) => 1 / (2 * (x + 1)) + 1 / (4 * (x + 1) * (x + 1))) },
    'no collapse, as at infinite width': { instead: expandedAs(() => 0) },
  },
});
