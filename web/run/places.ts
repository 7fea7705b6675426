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

/** Frames of the first pass, at most twice as many: soon something to see. */
const FIRST = 24;

/**
 * Every batch of a run in one plane, which depends on the first and the last of them.
 *
 * Comes in passes, since a frame costs the eigenvectors of n × n: some frames first and straight lines between them, then as
 * many again between these, until all are there. Yields undefined after each frame, for a caller with other things to do.
 */
export function* placesOf(batches: readonly LayerState[]): Generator<Places | undefined, void, undefined> {
  const [first, end] = [batches[0], batches.at(-1)];
  if (first === undefined || end === undefined) throw new RangeError('places: need at least the input; came no layer.');
  const plane = watchingPlane(symmetricRoot(gram(first.factor)), symmetricRoot(gram(end.factor)));
  const points = end.factor.cols;
  const coordinates = new Float32Array(2 * points * batches.length);
  const lengths = new Float32Array(points * batches.length);
  batches.forEach(({ factor }, t) => lengths.set(norms(factor), points * t));
  const last = batches.length - 1;
  const made = new Set<number>();
  for (let stride = firstStride(last); stride >= 1; stride /= 2) {
    for (let t = 0; t <= last + stride - 1; t += stride) {
      const frame = Math.min(t, last);
      const batch = batches[frame];
      if (batch === undefined || made.has(frame)) continue;
      made.add(frame);
      coordinates.set(coordinatesIn(plane, gram(batch.factor)), 2 * points * frame);
      yield undefined;
    }
    betweenInto(coordinates, 2 * points, stride, last);
    yield { coordinates: coordinates.slice(), norms: lengths };
  }
}

/** The power of two that leaves FIRST frames or more, fewer than twice as many. */
function firstStride(last: number): number {
  let stride = 1;
  while (last / (2 * stride) >= FIRST) stride *= 2;
  return stride;
}

/** Straight lines from each multiple of `stride` to the next, or to the last frame. */
function betweenInto(coordinates: Float32Array, width: number, stride: number, last: number): void {
  for (let from = 0; from < last; from += stride) {
    const to = Math.min(from + stride, last);
    for (let t = from + 1; t < to; t++) {
      const share = (t - from) / (to - from);
      for (let m = 0; m < width; m++) {
        const [a, b] = [coordinates[from * width + m] ?? NaN, coordinates[to * width + m] ?? NaN];
        coordinates[t * width + m] = a + share * (b - a);
      }
    }
  }
}
