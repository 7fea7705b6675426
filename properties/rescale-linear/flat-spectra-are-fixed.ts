import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { flatSpectraAreFixed } from '../../theorems/rescale-linear/flat-spectra-are-fixed.js';
import { gaps, moves, pointsOfBatch, type SpectralBatch } from '../../theorems/spectral-batch.js';
import { sizes, whole } from '../arbitraries.js';
import { QUADRATURE } from '../linear-instances.js';

export default evidence<SpectralBatch>({
  theorem: flatSpectraAreFixed,
  given: fc.record({
    levels: fc.array(fc.record({ points: fc.oneof(fc.constant(1), sizes(1, 500)), weight: fc.constant(1) }), {
      minLength: 1,
      maxLength: 3,
    }),
    dead: fc.oneof(fc.constant(0), whole(0, 20)),
  }),
  cases: 100,
  allowance: roundoff(
    (_, clause) => (clause === 'axes stay' ? 0 : QUADRATURE),
    'the eigenvalue after the layer is off by the quadrature, relative to itself',
  ),
  regimes: {
    'rank one': ({ levels, dead }) => levels.length === 1 && levels[0]?.points === 1 && dead > 0,
    'rank two': (batch) => pointsOfBatch(batch) - batch.dead === 2,
    'full rank': ({ dead }) => dead === 0,
    'hundreds of points': (batch) => pointsOfBatch(batch) > 100,
  },
  survives: { 'no rescaling': { rescale: keep } },
  breaks: {
    recentering: { recenter },
    'a ReLU': { activate: activate(relu) },
    'only orthogonal points are fixed': {
      instead: {
        margins: (batch, layer) => {
          const { before, after } = gaps(moves(batch, layer).moves);
          return { 'the gap shrinks': 0.999 * before - after };
        },
      },
    },
  },
});
