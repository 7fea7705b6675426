import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activation } from '../../src/network/activation.js';
import {
  abs,
  elu,
  gelu,
  identity,
  leaky,
  powerRelu,
  relu,
  sigmoid,
  silu,
  sin,
  softplus,
  square,
  tanh,
} from '../../src/network/activations.js';
import { activationSpellings, parseActivation } from '../../src/network/parse-activation.js';
import { goldensOf, worstOf } from '../portable/ulp.js';

const catalogue = [
  ...[relu, leaky(0.1), leaky(-2), leaky(0), identity, abs, square, tanh, sigmoid, gelu, silu, softplus, elu, sin],
  ...[0.7, 1, 1.5, 2, 3].map(powerRelu),
];
/** Pre-activations of both signs, uniform in the exponent. */
const preActivation = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 }))
  .map(([k, m]) => (m / 2 ** 30) * 2 ** k);
const scale = fc.integer({ min: -30, max: 30 });

/** The first (z, s) at which phi(s z) is not s^degree phi(z), bit for bit, for s = 4^k: then s^degree is a power of two. */
function homogeneityFails(phi: Activation, degree: number): boolean {
  return fc.check(
    fc.property(preActivation, scale, (z, k) => Object.is(phi.at(4 ** k * z) + 0, 4 ** (k * degree) * phi.at(z) + 0)),
    { numRuns: 500 },
  ).failed;
}

describe('declared structure', () => {
  const exactDegrees = catalogue.filter((phi) => Number.isInteger(2 * (phi.degree ?? NaN)));

  test.each(exactDegrees)('$name is homogeneous of its degree, bit for bit', (phi) => {
    expect(homogeneityFails(phi, phi.degree ?? NaN)).toBe(false);
  });

  test('relu^0.7 is homogeneous of degree 0.7 up to rounding', () => {
    fc.assert(
      fc.property(preActivation, scale, (z, k) => {
        const phi = powerRelu(0.7);
        // Each of three powers is off by 1.5 + |0.7 ln x| / 20 ulp, |ln x| <= 90 ln 2: 4 ulp, 2^-52 each, and two roundings.
        const right = powerRelu(0.7).at(2 ** k) * phi.at(z);
        expect(Math.abs(phi.at(2 ** k * z) - right)).toBeLessThanOrEqual(14 * 2 ** -52 * right);
      }),
    );
  });

  test('a degree that is off, and one claimed for an activation that has none, are refused', () => {
    expect(homogeneityFails(square, 1)).toBe(true);
    expect(homogeneityFails(relu, 1.5)).toBe(true);
    for (const phi of [tanh, sigmoid, gelu, silu, softplus, elu, sin]) {
      expect(phi.degree).toBeUndefined();
      expect(homogeneityFails(phi, 1), phi.name).toBe(true);
    }
  });

  const slopeFails = (phi: Activation, slope: number): boolean =>
    fc.check(fc.property(preActivation, (z) => phi.at(z) === Math.max(z, 0) + slope * Math.min(z, 0))).failed;

  test('phi(z) = max(z, 0) + slope min(z, 0) where a slope is declared, and only there', () => {
    for (const phi of catalogue) {
      if (phi.slope !== undefined) expect(slopeFails(phi, phi.slope), phi.name).toBe(false);
      else for (const slope of [-1, 0, 0.1, 1]) expect(slopeFails(phi, slope), phi.name).toBe(true);
    }
  });

  test('leaky with its slope off by one part in 10^15 is refused', () => {
    expect(slopeFails(leaky(0.1), 0.1 * (1 + 1e-15))).toBe(true);
  });
});

describe('values', () => {
  const bounds: readonly [Activation, number][] = [
    [gelu, 5.5],
    [silu, 3],
    [sigmoid, 2.5],
    [softplus, 2],
  ];

  test.each(bounds.map(([phi, bound]) => ({ name: phi.name, phi, bound })))(
    '$name stays within its error of the 40-digit values, and its textbook form does not',
    ({ name, phi, bound }) => {
      const { error, row } = worstOf(phi.at, goldensOf(name));
      expect(error, `at ${row.join(', ')}`).toBeLessThanOrEqual(bound);
      const textbook: Record<string, (z: number) => number> = {
        gelu: (z) => 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z))),
        silu: (z) => z * (1 - 1 / (1 + Math.exp(z))),
        sigmoid: (z) => 0.5 + 0.5 * Math.tanh(z / 2),
        softplus: (z) => Math.log(1 + Math.exp(z)),
      };
      expect(worstOf(textbook[name] ?? phi.at, goldensOf(name)).error).toBeGreaterThan(bound);
    },
  );

  test('an activation that vanishes at 0 keeps its relative accuracy there', () => {
    const slopesAtZero: readonly [Activation, number][] = [
      ...[tanh, elu, sin, relu, identity, abs, leaky(0.1)].map((phi): [Activation, number] => [phi, 1]),
      [gelu, 0.5],
      [silu, 0.5],
    ];
    for (const [phi, slope] of slopesAtZero) expect(phi.at(1e-300), phi.name).toBe(slope * 1e-300);
    const flushed = (z: number): number => (1 + z - 1) / 2; // what the check is for: a form that loses small arguments
    expect(flushed(1e-300)).not.toBe(0.5e-300);
  });

  test('NaN stays NaN, and infinities reach their limits', () => {
    for (const phi of catalogue) expect(phi.at(NaN), phi.name).toBeNaN();
    const limits: readonly [Activation, number, number][] = [
      [relu, 0, Infinity],
      [tanh, -1, 1],
      [sigmoid, 0, 1],
      [gelu, -0, Infinity],
      [silu, -0, Infinity],
      [softplus, 0, Infinity],
      [elu, -1, Infinity],
      [powerRelu(0.7), 0, Infinity],
      [sin, NaN, NaN],
    ];
    for (const [phi, left, right] of limits)
      expect([phi.at(-Infinity), phi.at(Infinity)], phi.name).toEqual([left, right]);
  });
});

describe('parseActivation', () => {
  test('reads back every name in the catalogue', () => {
    for (const phi of catalogue) expect(parseActivation(phi.name).name).toBe(phi.name);
    for (const { example } of activationSpellings) expect(parseActivation(example).name).toBe(example);
    expect(parseActivation(' leaky(-1e-3) ').slope).toBe(-0.001);
    expect(parseActivation('relu^1')).toMatchObject({ degree: 1, slope: 0 });
  });

  test('says what it needs and what came', () => {
    expect(() => parseActivation('rleu')).toThrow(
      new RangeError(
        'parseActivation: needs one of relu, leaky(0.1), relu^2, identity, abs, square, tanh, sigmoid, gelu, silu, ' +
          "softplus, elu, sin, with any number where one stands; came 'rleu'. Write one of these.",
      ),
    );
    expect(() => parseActivation('relu^-1')).toThrow(
      new RangeError('relu^a: needs a finite power a > 0; came -1. Try relu^2.'),
    );
    expect(() => parseActivation('leaky(1e999)')).toThrow(
      new RangeError('leaky: needs a finite slope; came Infinity. Try leaky(0.1).'),
    );
  });

  test.each([
    '',
    'leaky',
    'leaky()',
    'leaky(x)',
    'leaky(0.1',
    'relu^',
    'relu(2)',
    'leaky(1)(2)',
    'leaky(0x1)',
    'reluu',
  ])("refuses '%s'", (text) => {
    expect(() => parseActivation(text)).toThrow(RangeError);
  });
});
