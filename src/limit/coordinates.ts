import { type BlockGram, blockGram, squaredNorm } from './block-gram.js';
import type { LimitLayer } from './limit-map.js';

/**
 * The free numbers of the block matrices of these sizes: `own` of each block of several points, then `between` of each pair b <= c.
 *
 * At most 3 + 2 = 5 for two blocks; the scale is one of them.
 */
export function coordinatesOf({ sizes, own, between }: BlockGram): Float64Array {
  const inner = own.filter((_, b) => sizes[b] !== 1);
  const pairs = between.filter((_, i) => Math.floor(i / sizes.length) <= i % sizes.length);
  return Float64Array.from([...inner, ...pairs]);
}

/** The block matrix with these coordinates: the inverse of `coordinatesOf`. */
export function fromCoordinates(sizes: readonly number[], coordinates: Float64Array): BlockGram {
  const blocks = sizes.length;
  let next = 0;
  const take = (): number => coordinates[next++] ?? NaN;
  const own = sizes.map((size) => (size === 1 ? 0 : take()));
  const between = new Float64Array(blocks * blocks);
  for (let b = 0; b < blocks; b++) {
    for (let c = b; c < blocks; c++) between[b * blocks + c] = between[c * blocks + b] = take();
  }
  return blockGram(sizes, own, between);
}

/** Below this share of the norms a coordinate counts as zero, and its errors are measured against the norms. */
const ZERO = 1e-14;

/** The size of each coordinate, to measure errors against: its own, but never below rounding of the norms that meet in it. */
export function sizesOfCoordinates(gram: BlockGram): Float64Array {
  const norms = gram.sizes.map((_, b) => Math.sqrt(Math.abs(squaredNorm(gram, b))));
  const products = Float64Array.from(norms.flatMap((x) => norms.map((y) => x * y)));
  const own = Float64Array.from(norms, (x) => x * x);
  const scales = coordinatesOf({ sizes: gram.sizes, own, between: products });
  return coordinatesOf(gram).map((x, i) => Math.max(Math.abs(x), ZERO * (scales[i] ?? NaN)));
}

/**
 * The derivative of the layer on the block matrices of these sizes, in units of `sizesOfCoordinates`: entry (i, j) is the
 * relative change of coordinate i per relative change of coordinate j.
 *
 * Row-major, order × order; exact, from tangents.
 */
export function relativeJacobian(layer: LimitLayer, gram: BlockGram): Float64Array {
  const units = sizesOfCoordinates(gram);
  const order = units.length;
  const result = new Float64Array(order * order);
  for (let j = 0; j < order; j++) {
    const direction = new Float64Array(order);
    direction[j] = units[j] ?? NaN;
    const { tangent } = layer({ gram, tangent: fromCoordinates(gram.sizes, direction) });
    if (!tangent)
      throw new RangeError('relativeJacobian: needs a layer that pushes tangents; came one that drops them.');
    coordinatesOf(tangent).forEach((x, i) => (result[i * order + j] = x / (units[i] ?? NaN)));
  }
  return result;
}
