import { toGram } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { product } from '../../src/linalg/product.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { isScattered, scatteredGram, type ScatteredPoints } from '../scattered-points.js';

/** Why: in the axes of C the coordinates of a row are independent and symmetric under sign, and so are those of the row over its length. */
export const principalAxesStay = theorem<ScatteredPoints>({
  id: 'rescale-linear/principal-axes-stay',
  kind: 'limit',
  says: 'A wide linear layer with rescaling keeps the principal axes of any batch: the Gram matrices before and after commute.',
  formula: String.raw`C\,F(C) = F(C)\,C`,
  source: derived('docs/derivations.md#rescaled-spectrum'),
  covers: ['contrasts A2'],
  uses: [],
  assumes: { 'the points scatter': isScattered },
  layer: () => rescaleLinear,
  margins: (batch, layer) => {
    const start = scatteredGram(batch);
    const before = toGram(start);
    const after = toGram(limitLayer(stagesOf(layer))({ gram: start }).gram);
    const [one, other] = [product(before, after), product(after, before)];
    const apart = one.values.map((x, m) => Math.abs(x - (other.values[m] ?? NaN)));
    return { commute: -Math.max(...apart) };
  },
});
