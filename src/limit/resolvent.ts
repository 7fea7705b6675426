import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import type { BlockGram } from './block-gram.js';
import { jacobiEigen } from './jacobi.js';

/** Relative size below which an eigenvalue of a semidefinite matrix is rounding: a few units in the last place of the largest. */
const NULL = 1e-15;

/**
 * A positive semidefinite block matrix C, taken apart once so that functions of it cost O(blocks^3), however many points.
 *
 * C acts as `own[b]` on vectors that live in block b and sum to zero, and as the symmetric blocks × blocks matrix
 * `own[b] delta_bc + sqrt(s_b s_c) between_bc` on vectors that are constant on blocks. Negative and negligible eigenvalues
 * count as zero: the integral over t reaches 1e19, where rounding of a null direction would pass for variance.
 */
export class Resolvent {
  /** `own` without negatives: one eigenvalue a block, of multiplicity size - 1. */
  private readonly inner: Float64Array;
  /** Eigenvalues and eigenvectors between the blocks. */
  private readonly outer: Float64Array;
  private readonly vectors: Float64Array;

  constructor(private readonly gram: BlockGram) {
    const { sizes, own } = gram;
    const blocks = sizes.length;
    const { values, vectors } = jacobiEigen(blocks, folded(gram));
    const floor = NULL * values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    this.inner = own.map((x) => (x <= 0 ? 0 : x));
    this.outer = values.map((x) => (x <= floor ? 0 : x));
    this.vectors = vectors;
  }

  /** det(I + 2tC)^(-1/2). Range (0, 1]. */
  inverseRootDeterminant(t: number): number {
    const { sizes } = this.gram;
    let sum = 0;
    for (let b = 0; b < sizes.length; b++) sum += ((sizes[b] ?? NaN) - 1) * logOnePlus(2 * t * (this.inner[b] ?? NaN));
    for (let b = 0; b < sizes.length; b++) sum += logOnePlus(2 * t * (this.outer[b] ?? NaN));
    return exp(-sum / 2);
  }

  /** C (I + 2tC)^-1: the covariance under the density tilted by exp(-t |z|^2). */
  tilted(t: number): BlockGram {
    const blocks = this.gram.sizes.length;
    const [inner, outer] = [new Float64Array(blocks), new Float64Array(blocks)];
    for (let b = 0; b < blocks; b++) {
      const [within, between] = [this.inner[b] ?? NaN, this.outer[b] ?? NaN];
      inner[b] = within / (1 + 2 * t * within);
      outer[b] = between / (1 + 2 * t * between);
    }
    return this.unfolded(inner, this.rebuilt(outer));
  }

  /** (I + 2tC)^-1 H (I + 2tC)^-1: the derivative of `tilted` in the direction H. */
  conjugated(t: number, direction: BlockGram): BlockGram {
    const blocks = this.gram.sizes.length;
    const shrink = (x: number): number => 1 / (1 + 2 * t * x);
    const factor = this.rebuilt(this.outer.map(shrink));
    const turned = folded(direction);
    const inner = direction.own.map((h, b) => h * shrink(this.inner[b] ?? NaN) * shrink(this.inner[b] ?? NaN));
    const product = times(blocks, times(blocks, factor, turned), factor);
    const mirrored = (i: number): number => product[(i % blocks) * blocks + Math.floor(i / blocks)] ?? NaN;
    return this.unfolded(
      inner,
      product.map((x, i) => (x + mirrored(i)) / 2),
    );
  }

  /** Trace of (I + 2tC)^-1 H, half the derivative of log det(I + 2tC) over t in the direction H. */
  tiltedTrace(t: number, direction: BlockGram): number {
    const factor = this.rebuilt(this.outer.map((x) => 1 / (1 + 2 * t * x)));
    const turned = folded(direction);
    let sum = 0;
    factor.forEach((x, i) => (sum += x * (turned[i] ?? NaN)));
    direction.own.forEach((h, b) => {
      sum += (((this.gram.sizes[b] ?? NaN) - 1) * h) / (1 + 2 * t * (this.inner[b] ?? NaN));
    });
    return sum;
  }

  /** V diag(values) V'. */
  private rebuilt(values: Float64Array): Float64Array {
    const blocks = this.gram.sizes.length;
    const result = new Float64Array(blocks * blocks);
    for (let b = 0; b < blocks; b++) {
      for (let c = b; c < blocks; c++) {
        let sum = 0;
        for (let k = 0; k < blocks; k++) {
          sum += (this.vectors[b * blocks + k] ?? NaN) * (values[k] ?? NaN) * (this.vectors[c * blocks + k] ?? NaN);
        }
        result[b * blocks + c] = result[c * blocks + b] = sum;
      }
    }
    return result;
  }

  /** The block matrix with these actions within and between blocks. */
  private unfolded(inner: Float64Array, outer: Float64Array): BlockGram {
    const { sizes } = this.gram;
    const blocks = sizes.length;
    const [own, between] = [new Float64Array(blocks), new Float64Array(blocks * blocks)];
    for (let b = 0; b < blocks; b++) {
      own[b] = sizes[b] === 1 ? 0 : (inner[b] ?? NaN);
      for (let c = 0; c < blocks; c++) {
        const x = (outer[b * blocks + c] ?? NaN) - (b === c ? (own[b] ?? NaN) : 0);
        between[b * blocks + c] = x / Math.sqrt((sizes[b] ?? NaN) * (sizes[c] ?? NaN));
      }
    }
    return { sizes, own, between };
  }
}

/** The action on vectors constant on blocks: `own_b delta_bc + sqrt(s_b s_c) between_bc`. */
function folded({ sizes, own, between }: BlockGram): Float64Array {
  const blocks = sizes.length;
  return between.map((x, i) => {
    const [b, c] = [Math.floor(i / blocks), i % blocks];
    // One root of the product, not a product of roots: exact on the diagonal, where two antipodal points must stay antipodal.
    return x * Math.sqrt((sizes[b] ?? NaN) * (sizes[c] ?? NaN)) + (b === c ? (own[b] ?? NaN) : 0);
  });
}

function times(order: number, a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let k = 0; k < order; k++) {
      const weight = a[i * order + k] ?? NaN;
      for (let j = 0; j < order; j++)
        result[i * order + j] = (result[i * order + j] ?? NaN) + weight * (b[k * order + j] ?? NaN);
    }
  }
  return result;
}

/** log(1 + x) for x >= 0, to full relative accuracy: a thousand eigenvalues of size 1e-16 are not nothing. */
function logOnePlus(x: number): number {
  const sum = 1 + x;
  return log(sum) + (x - (sum - 1)) / sum;
}
