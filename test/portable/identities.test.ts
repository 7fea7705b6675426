import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acos } from '../../src/portable/acos.js';
import { nearestExponent, powerOfTwo, timesPowerOfTwo } from '../../src/portable/bits.js';
import { cos } from '../../src/portable/cos.js';
import { erf } from '../../src/portable/erf.js';
import { erfc } from '../../src/portable/erfc.js';
import { productError, sumError } from '../../src/portable/error-free.js';
import { exp } from '../../src/portable/exp.js';
import { log } from '../../src/portable/log.js';
import { normalCdf } from '../../src/portable/normal-cdf.js';
import { power } from '../../src/portable/power.js';
import { sin } from '../../src/portable/sin.js';
import { tanh } from '../../src/portable/tanh.js';

const UNIT = 2 ** -53;
/** Grids, not fc.double: that one is uniform over bit patterns, and nearly all of them lie below 1e-100. */
const angle = fc.integer({ min: -(2 ** 40), max: 2 ** 40 }).map((i) => i / 2 ** 22);
/** Positive sizes, uniform in the exponent. */
const size = fc
  .tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 2 ** 30, max: 2 ** 31 }))
  .map(([k, m]) => (m / 2 ** 30) * powerOfTwo(k));

describe('identities', () => {
  test('exp undoes log', () => {
    fc.assert(
      fc.property(size, (x) => {
        // log is off by at most 1 ulp <= 2 UNIT |log x|, which exp passes on as a relative error; exp adds 2 UNIT of its own.
        const allowance = (2 * Math.abs(log(x)) + 2) * UNIT * x * (1 + 1e-9);
        expect(Math.abs(exp(log(x)) - x)).toBeLessThanOrEqual(allowance);
      }),
    );
  });

  test('sin, tanh and erf are odd and cos is even, bit for bit', () => {
    fc.assert(
      fc.property(angle, (x) => {
        for (const odd of [sin, tanh, erf]) expect(odd(-x)).toBe(-odd(x));
        expect(cos(-x)).toBe(cos(x));
      }),
    );
  });

  test('sin² + cos² = 1', () => {
    // Each factor is off by 1 ulp <= 2 UNIT relative: 4 UNIT for the squares together, 1/2 ulp for each square and the sum.
    const allowance = 7 * UNIT;
    const defect = (x: number, s: (x: number) => number): number => Math.abs(s(x) * s(x) + cos(x) * cos(x) - 1);
    fc.assert(fc.property(angle, (x) => defect(x, sin) <= allowance));
    expect(fc.check(fc.property(angle, (x) => defect(x, (y) => sin(y) * (1 + 16 * UNIT)) <= allowance)).failed).toBe(
      true,
    );
  });

  test('acos undoes cos', () => {
    const turn = fc.integer({ min: 1, max: 2 ** 30 }).map((i) => (i / 2 ** 30) * 3.14159);
    fc.assert(
      fc.property(turn, (x) => {
        // cos is off by 2 UNIT |cos x| at most, acos multiplies that by 1 / sin x and adds 2 UNIT x.
        const allowance = ((2 * Math.abs(cos(x))) / sin(x) + 2 * x) * UNIT * 1.001;
        expect(Math.abs(acos(cos(x)) - x)).toBeLessThanOrEqual(allowance);
      }),
    );
  });

  test('Phi(x) + Phi(-x) = 1 and erfc(x) + erfc(-x) = 2, to the rounding of the larger one', () => {
    fc.assert(
      fc.property(angle, (x) => {
        // The larger one is 1 minus the smaller as computed: two roundings of numbers up to 1 (up to 2 for erfc).
        expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThanOrEqual(2 * UNIT);
        expect(Math.abs(erfc(x) + erfc(-x) - 2)).toBeLessThanOrEqual(4 * UNIT);
      }),
    );
  });

  test('integer powers are products and half-integer powers end in a square root', () => {
    fc.assert(
      fc.property(size, (x) => {
        expect(power(x, 0)).toBe(1);
        expect(power(x, 0.5)).toBe(Math.sqrt(x));
        expect(power(x, 1)).toBe(x);
        expect(power(x, 1.5)).toBe(x * Math.sqrt(x));
        expect(power(x, 2)).toBe(x * x);
        expect(power(x, 3)).toBe(x * x * x);
      }),
    );
  });

  test('the general power agrees with the product form', () => {
    // 5/2 + 2^-40 takes the general path; x^(2^-40) is within 709 x 2^-40 of 1.
    fc.assert(
      fc.property(size, (x) => {
        const whole = power(x, 2.5);
        fc.pre(whole > 1e-290 && whole < 1e290);
        expect(Math.abs(power(x, 2.5 + 2 ** -40) / whole - 1)).toBeLessThanOrEqual(709 * 2 ** -40);
      }),
    );
  });

  test('-0 keeps its sign where the function is odd, and subnormals are not lost', () => {
    for (const odd of [sin, tanh, erf]) {
      expect(odd(-0)).toBe(-0);
      expect(odd(1e-310) / 1e-310).toBeGreaterThan(0.99);
    }
  });
});

describe('building blocks', () => {
  const wide = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });

  test('a sum and its error are the exact sum', () => {
    fc.assert(
      fc.property(wide, wide, (i, j) => {
        const b = j / 2 ** 30;
        const sum = i + b;
        const scaled = (x: number): bigint => BigInt(x * 2 ** 30);
        expect(scaled(sum) + scaled(sumError(i, b, sum))).toBe(scaled(i) + scaled(b));
      }),
    );
  });

  test('a product and its error are the exact product', () => {
    fc.assert(
      fc.property(wide, wide, (i, j) => {
        expect(BigInt(i * j) + BigInt(productError(i, j, i * j))).toBe(BigInt(i) * BigInt(j));
      }),
    );
  });

  test('the nearest exponent leaves a factor between 1/sqrt 2 and sqrt 2', () => {
    fc.assert(
      fc.property(size, (x) => {
        const m = timesPowerOfTwo(x, -nearestExponent(x));
        expect(m >= Math.SQRT1_2 && m <= Math.SQRT2).toBe(true);
        expect(timesPowerOfTwo(m, nearestExponent(x))).toBe(x);
      }),
    );
  });
});
