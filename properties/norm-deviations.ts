import fc from 'fast-check';
import { type Allowance, roundoff } from '../src/theory/allowance.js';
import type { Regimes } from '../src/theory/evidence.js';
import type { Deviation } from '../theorems/relu-depth/norm-has-bernstein-tails.js';
import { geometric, grid } from './arbitraries.js';

/** Widths by logarithm up to 600, deviations as improbable as e^-30. */
export function deviations(): fc.Arbitrary<Deviation> {
  return fc.record({ width: geometric(1, 600, 40), exponent: grid(0.1, 30, 0.1) });
}

/** Where formulas for tails have their corners. */
export const deviationRegimes: Regimes<Deviation> = {
  'one neuron': ({ width }) => width === 1,
  'hundreds of neurons': ({ width }) => width >= 200,
  'rarer than a billionth': ({ exponent }) => exponent > 20.7,
  'common deviations': ({ exponent }) => exponent < 2,
};

/** What rounding does to a tail of the mixture. */
export const tailRounding: Allowance<Deviation> = roundoff(
  ({ width }) => 8 * width + 100,
  'tails and weights are products and sums of d positive terms, and complements of them below',
);

/** The deviation that a normal law of variance v/d would have. */
export function normal(v: number): (deviation: Deviation) => number {
  return ({ width, exponent }) => Math.sqrt((2 * v * exponent) / width);
}
