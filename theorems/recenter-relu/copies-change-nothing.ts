import { betweenBlocks, blockGram } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { gramOfPlaces, type Place } from '../points-in-space.js';

/** Points, and how often each of them occurs in the batch. */
export interface CopiedPoints {
  readonly first: Place;
  readonly others: readonly Place[];
  readonly copies: number;
  readonly layers: number;
}

/** The conclusion for given numbers of copies of each point, so that unequal ones can be put in their place. */
export function copied(
  copiesOf: (batch: CopiedPoints, point: number) => number,
): Pick<DeterministicTheorem<CopiedPoints>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const { first, others, layers } = batch;
      const places = [first, ...others];
      const { values } = gramOfPlaces(places);
      const none = places.map(() => 0);
      const step = limitLayer(stagesOf(layer));
      let once = blockGram(
        places.map(() => 1),
        none,
        values,
      );
      let often = blockGram(
        places.map((_, i) => copiesOf(batch, i)),
        none,
        values,
      );
      for (let t = 0; t < layers; t++) [once, often] = [step({ gram: once }).gram, step({ gram: often }).gram];
      const all = [...places.keys()];
      const apart = all.map((i) =>
        Math.max(...all.map((j) => Math.abs(betweenBlocks(once, i, j) - betweenBlocks(often, i, j)))),
      );
      return { 'largest difference of inner products': -Math.max(...apart) };
    },
  };
}

/** Why: copies have the mean of what they copy, and every stage acts on a point and that mean alone. */
export const copiesChangeNothing = theorem<CopiedPoints>({
  id: 'recenter-relu/copies-change-nothing',
  kind: 'limit',
  says: 'A batch in which every point occurs equally often moves as the batch without the copies: what it ends with is one odd group of copies, not one odd point.',
  formula: String.raw`F(G \otimes 11^T) = F(G) \otimes 11^T`,
  source: derived('docs/derivations.md#copies'),
  uses: [],
  assumes: {
    'at least two different points': ({ first, others }) =>
      others.some((place) => place.some((x, k) => x !== first[k])),
    'at least one layer': ({ layers }) => layers >= 1,
  },
  layer: () => recenterRelu,
  ...copied(({ copies }) => copies),
});
