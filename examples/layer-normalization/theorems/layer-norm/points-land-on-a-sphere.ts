import { activate, parseActivation } from 'batch-norm-decomposed';
import { literature, theorem } from 'batch-norm-decomposed/theory';
import { batchOf, everyPointVaries, pointsIn, type PreActivations, through } from '../pre-activations.js';
import { layerNormRelu } from '../stages.js';

const sum = (numbers: Float64Array): number => numbers.reduce((total, x) => total + x, 0);

/** Why: the second stage divides by the root of what it then averages, and does not move a mean of zero. */
export const pointsLandOnASphere = theorem<PreActivations>({
  id: 'layer-norm/points-land-on-a-sphere',
  kind: 'exact',
  says: 'Layer normalisation puts every point on the sphere of squared radius d within the hyperplane of mean zero.',
  formula: String.raw`\sum_k LN(z)_k = 0,\quad \sum_k LN(z)_k^2 = d`,
  source: literature('Ba, Kiros and Hinton 2016, arXiv:1607.06450, equation (3)'),
  uses: [],
  assumes: everyPointVaries,
  layer: () => ({ ...layerNormRelu, activate: activate(parseActivation('identity')) }),
  margins: (z, layer) => {
    const points = pointsIn(through(layer, batchOf(z)));
    return {
      centred: -Math.max(...points.map((point) => Math.abs(sum(point)))),
      'squared radius': -Math.max(...points.map((point) => Math.abs(sum(point.map((x) => x * x)) - z.width))),
    };
  },
});
