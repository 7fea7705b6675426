import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, rescale } from '../../src/network/stages.js';
import { remainder, UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { Pair } from '../../theorems/pair-of-points.js';
import {
  cosineMapHasAPowerSeries,
  following,
  leftOut,
  seriesAt,
} from '../../theorems/relu-depth/cosine-map-has-a-power-series.js';
import { grid } from '../arbitraries.js';

export default evidence<Pair>({
  theorem: cosineMapHasAPowerSeries,
  given: fc.record({
    cosine: fc.oneof(fc.constantFrom(-1, 0, 1), grid(-1, 1, 0.01)),
    normRatio: fc.oneof(fc.constant(1), grid(0.1, 10, 0.1)),
  }),
  cases: 300,
  allowance: remainder(
    (pair) => leftOut(pair) + 32 * UNIT_ROUNDOFF,
    'the tail of the series, and thirty roundings of numbers up to 1: those of its later terms are far smaller',
  ),
  regimes: {
    antipodal: ({ cosine }) => cosine === -1,
    orthogonal: ({ cosine }) => cosine === 0,
    equal: ({ cosine }) => cosine === 1,
    'equal norms': ({ normRatio }) => normRatio === 1,
  },
  breaks: {
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    rescaling: { rescale },
    'no quadratic term': { instead: following((r) => seriesAt(r) - (r * r) / (2 * Math.PI)) },
    'one per cent more of the linear term': { instead: following((r) => seriesAt(r) + 0.005 * r) },
  },
});
