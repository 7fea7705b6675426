import { kappa } from '../../src/limit/arc-cosine.js';
import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { cosineAfter, type Pair } from '../pair-of-points.js';
import { cosineMapIsConvex } from './cosine-map-is-convex.js';

export interface PairInLayers extends Pair {
  readonly layers: number;
}

/** The conclusion for antipodal points that are so many layers ahead, so that a false bound can be put in its place. */
export function atLeastAfter(ahead: number): Pick<DeterministicTheorem<PairInLayers>, 'margins'> {
  return {
    margins: (pair, layer) => {
      let least = -1;
      for (let t = 0; t < pair.layers + ahead; t++) least = kappa(least);
      return { cosine: cosineAfter(layer, pair, pair.layers) - least };
    },
  };
}

/** Why: the map of cosines increases, so no pair falls behind the antipodal one. */
export const cosinesArePositiveAtOnce = theorem<PairInLayers>({
  id: 'relu-depth/cosines-are-positive-at-once',
  kind: 'limit',
  says: 'However far apart two points start, wide ReLU layers bring their cosine to at least 0 after one, 1/pi after two, and what antipodal points reach after any number.',
  formula: String.raw`\rho_t \ge \kappa^{\circ t}(-1):\quad 0,\ \tfrac1\pi,\ \kappa(\tfrac1\pi), \dots`,
  source: derived('docs/derivations.md#cosine-map'),
  covers: ['contrasts C1'],
  uses: [cosineMapIsConvex],
  assumes: {
    'a cosine': ({ cosine }) => cosine >= -1 && cosine <= 1,
    'no dead point': ({ normRatio }) => normRatio > 0,
    'at least one layer': ({ layers }) => layers >= 1,
  },
  layer: () => reluAlone,
  ...atLeastAfter(0),
});
