import { blocksOfOne, normalised, toGram } from '../src/limit/block-gram.js';
import { limitLayer } from '../src/limit/limit-map.js';
import { wideSteps } from '../src/limit/wide-steps.js';
import { build, type Gram } from '../src/linalg/matrix.js';
import { stagesOf } from '../src/network/layer.js';
import { recenterRelu } from '../src/network/layers.js';
import { type Contender, timed } from './contender.js';

/** The Gram matrix 2^-|i - j| that every contender starts from. */
const start = (points: number): Gram => build(points, points, (i, j) => 2 ** -Math.abs(i - j));

/** The layers at infinite width, in the kernel; the width of the job counts for nothing. */
export const limitStep: Contender = timed('wideSteps', ({ points, layers }) => {
  const gram = wideSteps(start(points), { slope: 0, recenter: true, steps: layers });
  return () => meanCosine(gram);
});

/** The same layers by the map that takes any stages and pushes tangents along. */
export const generalLimitStep: Contender = timed('limitLayer', ({ points, layers }) => {
  const advance = limitLayer(stagesOf(recenterRelu));
  let gram = normalised(blocksOfOne(start(points)));
  for (let t = 0; t < layers; t++) gram = advance({ gram }).gram;
  return () => meanCosine(toGram(gram));
});

function meanCosine({ rows, values }: Gram): number {
  const entry = (i: number, j: number): number => values[i * rows + j] ?? NaN;
  let total = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < i; j++) total += entry(i, j) / Math.sqrt(entry(i, i) * entry(j, j));
  return (2 * total) / (rows * (rows - 1));
}
