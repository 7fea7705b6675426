import { applyLayer, at, build, cosines, derive, parseWeightLaw, stagesOf } from 'batch-norm-decomposed';
import { observed, theorem } from 'batch-norm-decomposed/theory';
import { layerNormRelu } from '../stages.js';

/** Two points of the plane at an angle, and a layer to send them through. */
export interface PairAndWidth {
  readonly cosine: number;
  readonly width: number;
}

/**
 * Why: over many neurons the stages change a Gaussian layer little, and ReLU sends a cosine c to kappa(c) > c.
 *
 * So layer normalisation, which never looks across the batch, leaves ReLU free to draw all points together: no point turns odd.
 */
export const wideLayersDrawPointsTogether = theorem<PairAndWidth>({
  id: 'layer-norm/wide-layers-draw-points-together',
  kind: 'probable',
  says: 'One wide random layer with layer normalisation and ReLU brings two points closer in angle, with probability at least 0.9.',
  formula: String.raw`P\left(\cos(x_1', x_2') > \cos(x_1, x_2)\right) \ge 0.9`,
  source: observed('widths from 256 to 1024, cosines from -0.9 to 0.5'),
  uses: [],
  assumes: {
    'at least 256 neurons': ({ width }) => width >= 256,
    'not close already': ({ cosine }) => cosine <= 0.5,
  },
  layer: () => layerNormRelu,
  probability: 0.9,
  indifference: 0.1,
  event: ({ cosine, width }, layer, key) => {
    const coordinates = [1, cosine, 0, Math.sqrt(1 - cosine * cosine)];
    const pair = build<'neuron', 'point'>(2, 2, (k, i) => coordinates[2 * k + i] ?? NaN);
    const weights = parseWeightLaw('gaussian').draw(derive(key, 'weights'), width, 2);
    return { closer: at(cosines(applyLayer(stagesOf(layer), weights, pair)), 0, 1) - cosine };
  },
});
