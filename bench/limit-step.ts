import { blocksOfOne, normalised, toGram } from '../src/limit/block-gram.js';
import { limitLayer } from '../src/limit/limit-map.js';
import { build } from '../src/linalg/matrix.js';
import { stagesOf } from '../src/network/layer.js';
import { recenterRelu } from '../src/network/layers.js';
import { type Contender, timed } from './contender.js';

/** The layers at infinite width, from the Gram matrix 2^-|i - j|; the width of the job counts for nothing. */
export const limitStep: Contender = timed('limitLayer', ({ points, layers }) => {
  const advance = limitLayer(stagesOf(recenterRelu));
  let gram = normalised(blocksOfOne(build<'point', 'point'>(points, points, (i, j) => 2 ** -Math.abs(i - j))));
  for (let t = 0; t < layers; t++) gram = advance({ gram }).gram;
  return () => {
    const { rows, values } = toGram(gram);
    const entry = (i: number, j: number): number => values[i * rows + j] ?? NaN;
    let total = 0;
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < i; j++) total += entry(i, j) / Math.sqrt(entry(i, i) * entry(j, j));
    return (2 * total) / (rows * (rows - 1));
  };
});
