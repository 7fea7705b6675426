import { type BlockGram, combination, normalised, pointsOf } from './block-gram.js';
import { coordinatesOf, relativeJacobian, sizesOfCoordinates } from './coordinates.js';
import { eigenvaluesOf, modulus } from './eigenvalues.js';
import type { LimitLayer } from './limit-map.js';
import { newton, residualOf } from './newton.js';

/** Where a start ends: a fixed point that attracts on the block matrices of its sizes. */
export interface Settled {
  readonly kind: 'settled';
  readonly gram: BlockGram;
  /** Largest relative change of a coordinate under one more layer. */
  readonly residual: number;
  /** Largest modulus of an eigenvalue on the block matrices of these sizes, below 1. Other directions: see `spectrum`. */
  readonly contraction: number;
  /** Layers that were iterated before Newton's method took over. */
  readonly layers: number;
}

/** No end was found; the reason says what was seen. */
export interface Unsettled {
  readonly kind: 'unsettled';
  readonly reason: string;
}

/** Newton may move a coordinate by this share of itself: then the start, not Newton's method, chose the fixed point. */
const NEAR = 1e-3;
const FIRST_BURST = 16;

/**
 * The fixed point that the layers lead this start to.
 *
 * Bursts of layers of doubling length; after each, Newton's method. Its fixed point is taken only when it lies within a
 * thousandth of where the layers have come, and attracts there: so near a ghost, a saddle or a slow collapse the layers go on.
 * @param mostLayers gives up after these; 20,000 + 20 n unless stated
 */
export function settle(
  layer: LimitLayer,
  start: BlockGram,
  mostLayers = 20_000 + 20 * pointsOf(start),
): Settled | Unsettled {
  let gram = normalised(start);
  let layers = 0;
  let lastSeen = 'no fixed point near the orbit';
  for (let burst = FIRST_BURST; layers < mostLayers; burst *= 2) {
    for (let k = 0; k < burst; k++) gram = layer({ gram }).gram;
    layers += burst;
    if (!coordinatesOf(gram).every(Number.isFinite)) {
      return { kind: 'unsettled', reason: `the batch is dead or not finite after ${layers} layers` };
    }
    const end = newton(layer, gram);
    if (!end || !isNear(end, gram)) continue;
    const contraction = contractionAt(layer, end);
    if (contraction < 1) return { kind: 'settled', gram: end, residual: residualOf(layer, end), contraction, layers };
    lastSeen = `a fixed point with an eigenvalue of modulus ${contraction}`;
  }
  return { kind: 'unsettled', reason: `after ${layers} layers: ${lastSeen}` };
}

/** Largest modulus of an eigenvalue of the layer on the block matrices of these sizes. */
function contractionAt(layer: LimitLayer, gram: BlockGram): number {
  const entries = relativeJacobian(layer, gram);
  if (!entries.every(Number.isFinite)) return NaN;
  const [top] = eigenvaluesOf(Math.sqrt(entries.length), entries);
  return top ? modulus(top) : 0;
}

function isNear(end: BlockGram, gram: BlockGram): boolean {
  const units = sizesOfCoordinates(end);
  const move = coordinatesOf(combination(1, end, -1, gram));
  return move.every((x, i) => Math.abs(x) <= NEAR * (units[i] ?? NaN));
}
