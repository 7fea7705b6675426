import { symmetricFixedPoint, twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { NoClosedForm } from '../../src/limit/no-closed-form.js';
import { parseStages } from '../../src/network/parse-stage.js';

/** Where infinite width leads: numbers of a fixed point, under the name of the state. */
export interface Prediction {
  readonly state: 'odd point' | 'symmetric';
  readonly normRatio: number;
  readonly clusterCosine: number;
  readonly crossCosine: number;
}

/** The fixed points of these stages, as far as there are any in closed form: `bnd limit` prints the same. */
export function predictions(stages: string, points: number): readonly Prediction[] {
  const layer = parseStages(stages);
  try {
    const found: Prediction[] = [];
    const odd = twoBlockFixedPoint(layer, points);
    if (odd.kind === 'two-block') {
      const { normRatio, clusterCosine, crossCosine } = odd;
      found.push({ state: 'odd point', normRatio, clusterCosine, crossCosine });
    }
    const symmetric = symmetricFixedPoint(layer, points);
    if (symmetric.kind === 'settled') {
      const { cosine } = symmetric;
      found.push({ state: 'symmetric', normRatio: 1, clusterCosine: cosine, crossCosine: cosine });
    }
    return found;
  } catch (error) {
    if (error instanceof NoClosedForm) return [];
    throw error;
  }
}
