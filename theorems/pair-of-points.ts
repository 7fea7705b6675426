import { angleOfGap } from '../src/limit/angle.js';
import { betweenBlocks, type BlockGram, blockGram, squaredNorm } from '../src/limit/block-gram.js';
import { limitLayer } from '../src/limit/limit-map.js';
import { type Layer, stagesOf } from '../src/network/layer.js';
import { sin } from '../src/portable/sin.js';

/** Two points by their cosine and the ratio of their norms. */
export interface Pair {
  readonly cosine: number;
  readonly normRatio: number;
}

/** The Gram matrix of the pair, the second point of norm 1. */
function pairGram({ cosine, normRatio }: Pair): BlockGram {
  const cross = cosine * normRatio;
  return blockGram([1, 1], [0, 0], [normRatio * normRatio, cross, cross, 1]);
}

/** The cosine after so many equal layers of infinite width. */
export function cosineAfter(layer: Layer, pair: Pair, layers: number): number {
  const step = limitLayer(stagesOf(layer));
  let gram = pairGram(pair);
  for (let t = 0; t < layers; t++) gram = step({ gram }).gram;
  return betweenBlocks(gram, 0, 1) / Math.sqrt(squaredNorm(gram, 0) * squaredNorm(gram, 1));
}

/** Two points of one norm at this angle, as one block: 1 - cosine is kept to full relative accuracy. */
function twinsAt(angle: number): BlockGram {
  const half = sin(angle / 2);
  const gap = 2 * half * half;
  return blockGram([2], [gap], [1 - gap]);
}

/** 1 - cosine of twins. */
export function gapOfTwins(gram: BlockGram): number {
  return (gram.own[0] ?? NaN) / squaredNorm(gram, 0);
}

/** The angle of twins, in [0, pi]. */
export function angleOfTwins(gram: BlockGram): number {
  const gap = gapOfTwins(gram);
  return gap <= 1 ? angleOfGap(gap) : Math.PI - angleOfGap(2 - gap);
}

/** Twins at this angle after so many equal layers of infinite width. */
export function twinsAfter(layer: Layer, angle: number, layers: number): BlockGram {
  const step = limitLayer(stagesOf(layer));
  let gram = twinsAt(angle);
  for (let t = 0; t < layers; t++) gram = step({ gram }).gram;
  return gram;
}
