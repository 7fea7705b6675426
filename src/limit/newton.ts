import { LuDecomposition, Matrix } from 'ml-matrix';
import { type BlockGram, normalised, squaredNorm } from './block-gram.js';
import { coordinatesOf, fromCoordinates, relativeJacobian, sizesOfCoordinates } from './coordinates.js';
import type { LimitLayer } from './limit-map.js';

/** A few units in the last place: no step below it is information. */
const ROUNDING = 1e-15;
/** Quadratic convergence halves far more than this; a step that no longer halves has met rounding. */
const STEPS = 30;

/** The largest relative change of a coordinate under one layer: 0 exactly at a fixed point. */
export function residualOf(layer: LimitLayer, gram: BlockGram): number {
  return Math.max(...changeUnder(layer, gram).map(Math.abs));
}

/**
 * The fixed point that Newton's method reaches from here on the block matrices of these sizes, or undefined when it reaches none.
 *
 * Stops when the steps, relative to each coordinate, are rounding. A step that leaves the Gram matrices (a negative `own` or
 * squared norm) is a failure, as is a singular derivative: the caller iterates on and tries again.
 */
export function newton(layer: LimitLayer, start: BlockGram): BlockGram | undefined {
  let gram = normalised(start);
  let last = Infinity;
  for (let k = 0; k < STEPS; k++) {
    const step = newtonStep(layer, gram);
    if (!step) return undefined;
    const size = Math.max(...step.map(Math.abs));
    // 1e-6 of quadratic convergence is 1e-12 at most: what no longer halves there is noise, and this state is as good as any.
    if (size <= ROUNDING || (size < 1e-6 && size > last / 2)) return gram;
    const units = sizesOfCoordinates(gram);
    const moved = coordinatesOf(gram).map((x, i) => x + (units[i] ?? NaN) * (step[i] ?? NaN));
    gram = normalised(fromCoordinates(gram.sizes, moved));
    const valid = gram.sizes.every((_, b) => (gram.own[b] ?? NaN) >= 0 && squaredNorm(gram, b) > 0);
    if (!valid) return undefined;
    last = size;
  }
  return undefined;
}

function newtonStep(layer: LimitLayer, gram: BlockGram): number[] | undefined {
  const entries = relativeJacobian(layer, gram);
  if (!entries.every(Number.isFinite)) return undefined;
  const order = Math.sqrt(entries.length);
  const system = Matrix.eye(order).sub(Matrix.from1DArray(order, order, entries));
  const factors = new LuDecomposition(system);
  if (factors.isSingular()) return undefined;
  const step = factors.solve(Matrix.columnVector(changeUnder(layer, gram))).to1DArray();
  return step.every(Number.isFinite) ? step : undefined;
}

function changeUnder(layer: LimitLayer, gram: BlockGram): number[] {
  const units = sizesOfCoordinates(gram);
  const after = coordinatesOf(layer({ gram }).gram);
  return Array.from(coordinatesOf(gram), (x, i) => ((after[i] ?? NaN) - x) / (units[i] ?? NaN));
}
