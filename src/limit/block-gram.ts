import { build, type Gram, shape } from '../linalg/matrix.js';

/**
 * A symmetric points × points matrix whose entries depend only on the blocks that the two points belong to.
 *
 * Entry (i, j) = `between[b(i) * blocks + b(j)]`, plus `own[b(i)]` when i = j. Any Gram matrix is one, with blocks of size 1
 * (and own = 0); one odd point and a cluster of a thousand is one with two blocks. `own` is what a point has beyond its
 * neighbours in the block, so a tight cluster keeps the relative accuracy of 1 - cosine.
 */
export interface BlockGram {
  /** Points in each block, at least 1. */
  readonly sizes: readonly number[];
  /** One number a block. In a block of one point only `own + between` has a meaning; it is kept in `between`, own = 0. */
  readonly own: Float64Array;
  /** blocks × blocks, symmetric. */
  readonly between: Float64Array;
}

/**
 * A block matrix from the `sizes` of its blocks, in points, and its numbers; what is `own` in a block of one point moves to `between`.
 *
 * @throws RangeError when a size is not a positive integer, a count is wrong, or `between` is not symmetric
 */
export function blockGram(
  sizes: readonly number[],
  own: Float64Array | readonly number[],
  between: Float64Array | readonly number[],
): BlockGram {
  const blocks = sizes.length;
  const wrong = sizes.find((size) => !Number.isInteger(size) || size < 1);
  if (wrong !== undefined) throw new RangeError(`blockGram: needs block sizes of at least 1; came ${wrong}.`);
  if (own.length !== blocks || between.length !== blocks * blocks) {
    throw new RangeError(
      `blockGram: needs ${blocks} own and ${blocks}×${blocks} between for ${blocks} sizes; came ${own.length} and ${between.length}.`,
    );
  }
  const result = { sizes, own: new Float64Array(own), between: new Float64Array(between) };
  for (let b = 0; b < blocks; b++) {
    for (let c = 0; c < b; c++) {
      const [lower, upper] = [between[b * blocks + c] ?? NaN, between[c * blocks + b] ?? NaN];
      if (lower !== upper && !Number.isNaN(lower + upper)) {
        throw new RangeError(
          `blockGram: needs a symmetric between; came ${lower} at (${b}, ${c}) and ${upper} mirrored.`,
        );
      }
    }
    if (sizes[b] !== 1) continue;
    result.between[b * blocks + b] = betweenBlocks(result, b, b) + (own[b] ?? NaN);
    result.own[b] = 0;
  }
  return result;
}

/** Entry between two different points, one of block b and one of block c. NaN outside. */
export function betweenBlocks(gram: BlockGram, b: number, c: number): number {
  return gram.between[b * gram.sizes.length + c] ?? NaN;
}

/** Diagonal entry of the points of block b: their squared norm. */
export function squaredNorm(gram: BlockGram, b: number): number {
  return (gram.own[b] ?? NaN) + betweenBlocks(gram, b, b);
}

/** Number of points n, the order of the matrix. */
export function pointsOf(gram: { readonly sizes: readonly number[] }): number {
  return gram.sizes.reduce((sum, size) => sum + size, 0);
}

/** Any Gram matrix, as one with a block for every point. @throws RangeError when it is not square and symmetric */
export function blocksOfOne(gram: Gram): BlockGram {
  if (gram.rows !== gram.cols) throw new RangeError(`blocksOfOne: needs a square matrix; came ${shape(gram)}.`);
  const sizes = Array.from({ length: gram.rows }, () => 1);
  return blockGram(sizes, new Float64Array(gram.rows), gram.values);
}

/** The dense matrix, points ordered by block. Cost n^2: for output and for checks. */
export function toGram(gram: BlockGram): Gram {
  const owner = gram.sizes.flatMap((size, b) => Array.from({ length: size }, () => b));
  return build(owner.length, owner.length, (i, j) => {
    const [b, c] = [owner[i] ?? NaN, owner[j] ?? NaN];
    return i === j ? squaredNorm(gram, b) : betweenBlocks(gram, b, c);
  });
}

/** Sum of the diagonal: the total squared norm. */
export function traceOf(gram: BlockGram): number {
  let sum = 0;
  for (let b = 0; b < gram.sizes.length; b++) sum += (gram.sizes[b] ?? NaN) * squaredNorm(gram, b);
  return sum;
}

/** Every entry times `factor`. */
export function timesNumber(gram: BlockGram, factor: number): BlockGram {
  return combination(factor, gram, 0, gram);
}

/** Scaled to trace n: mean squared norm 1. NaN, every entry, for a dead batch. */
export function normalised(gram: BlockGram): BlockGram {
  return timesNumber(gram, factorToTrace(gram));
}

/** n / trace. NaN for a dead batch, whose trace is 0 or, where it is all rounding, of either sign. */
export function factorToTrace(gram: BlockGram): number {
  const trace = traceOf(gram);
  return trace > 0 ? pointsOf(gram) / trace : NaN;
}

/** `x A + y B`. @throws RangeError when the blocks differ */
export function combination(x: number, a: BlockGram, y: number, b: BlockGram): BlockGram {
  if (a.sizes !== b.sizes && a.sizes.join() !== b.sizes.join()) {
    throw new RangeError(`combination: needs equal blocks; came [${a.sizes.join()}] and [${b.sizes.join()}].`);
  }
  return { sizes: a.sizes, own: mixed(x, a.own, y, b.own), between: mixed(x, a.between, y, b.between) };
}

/** Loops, because callbacks on arrays as short as these cost more than what they compute. */
function mixed(x: number, p: Float64Array, y: number, q: Float64Array): Float64Array {
  const result = new Float64Array(p.length);
  for (let i = 0; i < p.length; i++) result[i] = x * (p[i] ?? NaN) + y * (q[i] ?? NaN);
  return result;
}

/** `P A P` with P = I - 11'/n: the inner products of the recentred points. `own` stays as it is, to the bit. */
export function centred(gram: BlockGram): BlockGram {
  const { sizes, own } = gram;
  const blocks = sizes.length;
  const points = pointsOf(gram);
  const rowMeans = new Float64Array(blocks);
  let total = 0;
  for (let b = 0; b < blocks; b++) {
    let rowSum = own[b] ?? NaN;
    for (let c = 0; c < blocks; c++) rowSum += (sizes[c] ?? NaN) * (gram.between[b * blocks + c] ?? NaN);
    rowMeans[b] = rowSum / points;
    total += (sizes[b] ?? NaN) * (rowMeans[b] ?? NaN);
  }
  const mean = total / points;
  const between = new Float64Array(blocks * blocks);
  for (let b = 0; b < blocks; b++) {
    for (let c = 0; c < blocks; c++) {
      const at = b * blocks + c;
      // This order of sums is symmetric to the bit.
      between[at] = (gram.between[at] ?? NaN) - ((rowMeans[b] ?? NaN) + (rowMeans[c] ?? NaN)) + mean;
    }
  }
  return { sizes, own, between };
}
