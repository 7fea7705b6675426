import { norms } from '../../src/geometry/norms.js';
import { coordinatesIn, symmetricRoot, watchingPlane } from '../../src/geometry/plane.js';
import { gram } from '../../src/linalg/product.js';
import type { LayerState } from '../../src/network/network.js';

/** Where the points are in the plane, for all frames of a run. */
export interface Places {
  /** x and y of each point in turn, frame after frame. */
  readonly coordinates: Float32Array;
  /** The norm of each point, frame after frame. */
  readonly norms: Float32Array;
}

/** Every batch of a run in one plane, which depends on the first and the last of them. */
export function placesOf(batches: readonly LayerState[]): Places {
  const roots = batches.map(({ factor }) => symmetricRoot(gram(factor)));
  const [first, last] = [roots[0], roots.at(-1)];
  if (first === undefined || last === undefined)
    throw new RangeError('places: need at least the input; came no layer.');
  const plane = watchingPlane(first, last);
  const points = last.cols;
  const coordinates = new Float32Array(2 * points * roots.length);
  const lengths = new Float32Array(points * roots.length);
  roots.forEach((root, t) => coordinates.set(coordinatesIn(plane, root), 2 * points * t));
  batches.forEach(({ factor }, t) => lengths.set(norms(factor), points * t));
  return { coordinates, norms: lengths };
}
