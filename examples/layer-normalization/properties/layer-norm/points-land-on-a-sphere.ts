import { keep, recenter, rescale } from 'batch-norm-decomposed';
import { evidence, roundoff } from 'batch-norm-decomposed/theory';
import { pointsLandOnASphere } from '../../theorems/layer-norm/points-land-on-a-sphere.js';
import { LARGEST, type PreActivations } from '../../theorems/pre-activations.js';
import { preActivations } from '../pre-activations.js';

export default evidence<PreActivations>({
  theorem: pointsLandOnASphere,
  given: preActivations(),
  cases: 300,
  allowance: roundoff(
    ({ width: d }, clause) =>
      clause === 'centred' ? Math.sqrt(2 * d) * LARGEST * d * (d + 4) + d * (d + 6) : d * (2 * d + 8),
    'd + 3 roundings in each of d centred numbers, none above twice the largest, over a root-mean-square of at least 1 / sqrt(2 d), ' +
      'and the sum that checks them; d / 2 + 3 in each scale, twice in a square, and d + 2 in the sum of squares',
  ),
  regimes: { 'two neurons': ({ width }) => width === 2, 'ten neurons or more': ({ width }) => width >= 10 },
  breaks: {
    'no centring': { recenter: keep },
    'no scaling': { rescale: keep },
    'batch normalisation': { recenter, rescale },
    'one neuron less': {
      instead: {
        margins: (z, layer) => {
          const { 'squared radius': off = NaN } = pointsLandOnASphere.margins(z, layer);
          return { 'squared radius': -Math.abs(off + 1) };
        },
      },
    },
  },
});
