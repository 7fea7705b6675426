import { describe, expect, test } from 'vitest';
import { acos } from '../../src/portable/acos.js';
import { cos } from '../../src/portable/cos.js';
import { erf } from '../../src/portable/erf.js';
import { erfc } from '../../src/portable/erfc.js';
import { exp } from '../../src/portable/exp.js';
import { expm1 } from '../../src/portable/expm1.js';
import { log } from '../../src/portable/log.js';
import { log1p } from '../../src/portable/log1p.js';
import { normalCdf } from '../../src/portable/normal-cdf.js';
import { power } from '../../src/portable/power.js';
import { sin } from '../../src/portable/sin.js';
import { tanh } from '../../src/portable/tanh.js';
import { type Goldens, goldensOf, ulp, ulpError, worstOf } from './ulp.js';

/** The bounds are the ones that the docstrings promise. */
const promises: readonly [string, (...x: number[]) => number, number][] = [
  ['exp', exp, 1],
  ['log', log, 0.9],
  ['expm1', expm1, 1.6],
  ['log1p', log1p, 0.9],
  ['tanh', tanh, 2.6],
  ['sin', sin, 0.9],
  ['cos', cos, 0.9],
  ['acos', acos, 0.9],
  ['erf', erf, 1.2],
  ['erfc', erfc, 5],
  ['normalCdf', normalCdf, 5],
  ['halfPower', power, 2.5],
];

test.each(promises)('%s stays within its error of the 40-digit values', (name, f, bound) => {
  const { error, row } = worstOf(f, goldensOf(name));
  expect(error, `at ${row.join(', ')}`).toBeLessThanOrEqual(bound);
});

/** Rows of `power`, with the error in units of what its docstring promises for them. */
function powerShare(f: (x: number, a: number) => number, rows: Goldens): number {
  return Math.max(
    ...rows.map(([x = NaN, a = NaN, high = NaN, low = NaN]) => {
      const turns = Math.abs(a * Math.log(x));
      return ulpError(f(x, a), high, low) / (1.5 + (Number.isFinite(turns) ? turns : 0) / 20);
    }),
  );
}

test('power stays within 1.5 + |a ln x| / 20 ulp of the 40-digit values', () => {
  expect(powerShare(power, goldensOf('power'))).toBeLessThanOrEqual(1);
});

describe('the comparison can fail', () => {
  test.each(promises)('%s times 1 + 2^-48 is refused', (name, f, bound) => {
    const leaning = (...x: number[]): number => f(...x) * (1 + 2 ** -48); // 16 to 32 ulp
    expect(worstOf(leaning, goldensOf(name)).error).toBeGreaterThan(bound);
  });

  test.each(promises)('%s with its sign of zero, Infinity or NaN replaced is refused', (name, f) => {
    const replaced = (...x: number[]): number => {
      const y = f(...x);
      return y === 0 ? -y : Number.isFinite(y) ? y : 1;
    };
    expect(worstOf(replaced, goldensOf(name)).error).toBe(Infinity);
  });

  test('sin with the cubic coefficient off by one unit in its 40th bit is refused', () => {
    const wrong = (x: number): number => sin(x) + (Math.abs(x) < 0.7 ? x * x * x * (1 / 6) * 2 ** -40 : 0);
    expect(worstOf(wrong, goldensOf('sin')).error).toBeGreaterThan(0.9);
  });

  test('the textbook forms that lose relative accuracy are refused', () => {
    const refused: [string, (...x: number[]) => number, number][] = [
      ['expm1', (x = NaN) => exp(x) - 1, 1.6],
      ['log1p', (x = NaN) => log(1 + x), 0.9],
      ['tanh', (x = NaN) => 1 - 2 / (exp(2 * x) + 1), 2.6],
      ['acos', (r = NaN) => (r > 0 ? Math.asin(Math.sqrt((1 - r) * (1 + r))) : acos(r)), 0.9],
      ['erfc', (x = NaN) => 1 - erf(x), 5],
      ['normalCdf', (x = NaN) => erfc(-x / Math.SQRT2) / 2, 5],
    ];
    for (const [name, f, bound] of refused) expect(worstOf(f, goldensOf(name)).error, name).toBeGreaterThan(bound);
    expect(powerShare((x, a) => exp(a * log(x)), goldensOf('power'))).toBeGreaterThan(1);
  });

  test('an ulp is the spacing of doubles, and an error counts spacings', () => {
    expect(ulp(1)).toBe(2 ** -52);
    expect(ulp(0)).toBe(2 ** -1074);
    expect(ulp(Number.MAX_VALUE)).toBe(2 ** 971);
    expect(ulpError(1 + 2 ** -52, 1, 2 ** -54)).toBe(0.75);
    expect(ulpError(0, -0, 0)).toBe(Infinity);
    expect(ulpError(NaN, NaN, 0)).toBe(0);
    expect(ulpError(Infinity, 1, 0)).toBe(Infinity);
  });

  test('a function without goldens is an error, not a pass', () => {
    expect(() => goldensOf('sine')).toThrow('goldensOf: needs 100 rows for sine; came 0.');
  });
});
