import type { Stage } from '../network/stage.js';
import type { BlockGram } from './block-gram.js';
import { relativeJacobian } from './coordinates.js';
import { type ComplexNumber, eigenvaluesOf, modulus } from './eigenvalues.js';
import { type LimitLayer, limitLayer } from './limit-map.js';
import { residualOf } from './newton.js';
import { type Sector, sectorsOf } from './sectors.js';

/** An eigenvalue of the derivative of a layer. `value` is the real part; complex ones are listed with their conjugates. */
export interface Eigenvalue extends ComplexNumber {
  /** Dimension of its eigenspace, summed over all kinds of directions. */
  readonly multiplicity: number;
}

/** How a layer acts near a fixed point, on all n(n+1)/2 directions of Gram matrices. */
export interface Spectrum {
  /** Largest modulus: below 1 the fixed point attracts, and this is its rate. */
  readonly spectralRadius: number;
  /** By decreasing modulus. Multiplicities sum to n(n+1)/2. */
  readonly eigenvalues: readonly Eigenvalue[];
}

/** Eigenvalues closer than this are listed as one: rounding of small matrices whose entries are near 1, with room for n = 4096. */
const EQUAL = 1e-11;
/** A state that a layer changes by more than this is not a fixed point, whatever its rounding. */
const FIXED = 1e-8;

/**
 * Eigenvalues, with multiplicities, of the trace-normalised layer at a fixed point with blocks of exchangeable points.
 *
 * The cost does not depend on the number of points: one small matrix for each kind of direction. Zero is always among them,
 * because the layer forgets the scale.
 * @throws RangeError when the Gram matrix is not a fixed point, or the layer is not differentiable there
 */
export function spectrum(stages: readonly Stage[], gram: BlockGram): Spectrum {
  const layer = limitLayer(stages);
  const residual = residualOf(layer, gram);
  if (!(residual <= FIXED)) {
    throw new RangeError(
      `spectrum: needs a fixed point; came a Gram matrix that one layer changes by ${residual} (relative). ` +
        'Take one from symmetricFixedPoint or twoBlockFixedPoint.',
    );
  }
  const family = relativeJacobian(layer, gram);
  const alike = eigenvaluesOf(Math.sqrt(family.length), family).map((z) => ({ ...z, multiplicity: 1 }));
  const apart = sectorsOf(gram).flatMap((sector) =>
    eigenvaluesOf(sector.directions.length, actionOn(layer, sector)).map((z) => ({
      ...z,
      multiplicity: sector.multiplicity,
    })),
  );
  const all = [...alike, ...apart];
  return { spectralRadius: Math.max(...all.map(modulus)), eigenvalues: merged(all) };
}

/** The matrix of the derivative on one kind of direction. */
function actionOn(layer: LimitLayer, { base, directions, read }: Sector): Float64Array {
  const order = directions.length;
  const result = new Float64Array(order * order);
  directions.forEach((tangent, j) => {
    const image = layer({ gram: base, tangent }).tangent;
    read(image ?? tangent).forEach((x, i) => (result[i * order + j] = image ? x : NaN));
  });
  return result;
}

/** Sorted by decreasing modulus, equal ones joined at their mean. */
function merged(all: readonly Eigenvalue[]): Eigenvalue[] {
  const groups: Eigenvalue[] = [];
  for (const z of all) {
    const i = groups.findIndex(
      (g) => Math.abs(g.value - z.value) <= EQUAL && Math.abs(g.imaginary - z.imaginary) <= EQUAL,
    );
    const g = groups[i];
    if (!g) {
      groups.push(z);
      continue;
    }
    const multiplicity = g.multiplicity + z.multiplicity;
    const mean = (x: number, y: number): number => x + ((y - x) * z.multiplicity) / multiplicity;
    groups[i] = { value: mean(g.value, z.value), imaginary: mean(g.imaginary, z.imaginary), multiplicity };
  }
  return groups.sort((a, b) => modulus(b) - modulus(a) || b.value - a.value || b.imaginary - a.imaginary);
}
