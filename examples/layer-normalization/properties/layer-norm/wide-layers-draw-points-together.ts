import { activate, keep, parseActivation, recenter, rescale } from 'batch-norm-decomposed';
import { evidence, fc, geometric, grid } from 'batch-norm-decomposed/theory';
import {
  type PairAndWidth,
  wideLayersDrawPointsTogether,
} from '../../theorems/layer-norm/wide-layers-draw-points-together.js';

export default evidence<PairAndWidth>({
  theorem: wideLayersDrawPointsTogether,
  given: fc.record({ cosine: grid(-0.9, 0.5, 0.1), width: geometric(256, 1024, 8) }),
  pooled: 300,
  instances: 3,
  draws: 300,
  control: 300,
  regimes: { 'an obtuse angle': ({ cosine }) => cosine < 0, 'an acute angle': ({ cosine }) => cosine > 0 },
  survives: { 'no centring': { recenter: keep }, 'no scaling': { rescale: keep } },
  breaks: {
    'no activation': { activate: activate(parseActivation('identity')) },
    'batch normalisation': { recenter, rescale },
  },
});
