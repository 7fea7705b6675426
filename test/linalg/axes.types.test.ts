import { expectTypeOf, test } from 'vitest';
import { symmetricEigenvalues } from '../../src/linalg/eigen.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import { type Batch, build, type Factor, type Gram, type Matrix, type Weights } from '../../src/linalg/matrix.js';
import { gram, product } from '../../src/linalg/product.js';

// The identity, because this file is run as well as checked, and every order of the product must then work.
const unit = (i: number, j: number): number => (i === j ? 1 : 0);
const weights: Weights = build(2, 2, unit);
const input: Matrix<'input', 'point'> = build(2, 2, unit);
const batch: Batch = build(2, 2, unit);

test('A product over a shared axis compiles and keeps the outer axes', () => {
  expectTypeOf(product(weights, input)).toEqualTypeOf<Batch>();
});

test('A product in the wrong order does not compile', () => {
  // @ts-expect-error the point axis of the input meets the neuron axis of the weights
  product(input, weights);
  // @ts-expect-error the input axis of the weights meets the neuron axis of the batch
  product(weights, batch);
});

test('A matrix with one axis name is not a matrix with a wider one', () => {
  // @ts-expect-error invariance of rows: this widening is what would let a swapped product compile
  const rows: Matrix<'neuron' | 'input', 'point'> = batch;
  // @ts-expect-error invariance of columns
  const columns: Matrix<'neuron', 'input' | 'point'> = batch;
  expectTypeOf(rows).not.toEqualTypeOf(columns);
});

test('A Gram matrix has points on both sides, a factor on one', () => {
  expectTypeOf(gram(batch)).toEqualTypeOf<Gram>();
  expectTypeOf(triangularFactor(batch)).toEqualTypeOf<Factor>();
  // @ts-expect-error eigenvalues need the same axis twice
  symmetricEigenvalues(batch);
});
