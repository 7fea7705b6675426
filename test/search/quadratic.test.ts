import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, leastWithin, lengthOf, valueAt } from '../../src/search/quadratic.js';

const number = fc.integer({ min: -20, max: 20 }).map((k) => k / 20);
const pair = fc.tuple(number, number).map((xs) => Float64Array.from(xs));
/** f(x, y) = 3 + x - 2y + 2x^2 - xy + 1.5y^2. */
const bowl = ([x = NaN, y = NaN]: Float64Array): number => 3 + x - 2 * y + 2 * x * x - x * y + 1.5 * y * y;
const places = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => Float64Array.from([x, y])));

describe('a quadratic that is fitted', () => {
  it('is the one that the values come from', () => {
    const quadratic = fitted(places, places.map(bowl));
    // The ridge of 1e-6 a point, 9e-6 here, stands beside sums of squares of 1.5 at least: 1e-4 at most on a coefficient of 4.
    const rounded = (numbers: Float64Array | undefined): number[] =>
      Array.from(numbers ?? [], (x) => Math.round(x * 1e3) / 1e3);
    expect(rounded(quadratic?.gradient)).toEqual([1, -2]);
    expect(rounded(quadratic?.hessian)).toEqual([4, -1, -1, 3]);
    fc.assert(
      fc.property(pair, (at) => Math.abs((quadratic === undefined ? NaN : valueAt(quadratic, at)) - bowl(at)) < 1e-3),
    );
  });

  it('is flat where too few points say nothing', () => {
    const line = [-1, 0, 1].map((x) => Float64Array.from([x, 0]));
    const { gradient, hessian } =
      fitted(
        line,
        line.map(([x = NaN]) => x * x),
      ) ?? {};
    expect(gradient?.[1]).toBe(0);
    expect(hessian?.[3]).toBe(0);
    // The ridge of 3e-6 beside a sum of squares of a half: 2 is off by 1.2e-5 at most, with room for rounding.
    expect(Math.abs((hessian?.[0] ?? NaN) - 2)).toBeLessThanOrEqual(1e-4);
  });

  it('has a slope rather than a curvature where two points allow both', () => {
    const two = fitted([Float64Array.of(0), Float64Array.of(1)], [0, 1]);
    // Of all g + h/2 = 1 the one with the least 1e-9 g^2 + 1e-6 h^2: h = g / 2000.
    expect(Math.round(1e5 * (two?.gradient[0] ?? NaN))).toBe(99_975);
    expect(Math.round(1e5 * (two?.hessian[0] ?? NaN))).toBe(50);
  });

  it('has the curvature of every pair of three numbers', () => {
    const cube = [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z) => Float64Array.of(x, y, z))));
    const three = fitted(
      cube,
      cube.map(([x = NaN, y = NaN, z = NaN]) => x * y + 2 * x * z + 3 * y * z + 2 * x * x + z),
    );
    const whole = (numbers: Float64Array | undefined): number[] => Array.from(numbers ?? [], (x) => Math.round(x) + 0);
    expect(whole(three?.hessian)).toEqual([4, 1, 2, 1, 0, 3, 2, 3, 0]);
    expect(whole(three?.gradient)).toEqual([0, 0, 1]);
  });

  it('is none through what is no point, or through no points', () => {
    expect(fitted([Float64Array.of(NaN)], [1])).toBeUndefined();
    expect(fitted([], [])?.gradient.length).toBe(0);
  });
});

describe('its least value', () => {
  const entries = fc.tuple(number, number, number, number, number);

  it('within a radius of 1 is not above that of any step there', () => {
    fc.assert(
      fc.property(entries, pair, ([g, h, a, b, c], other) => {
        const quadratic = { value: 0, gradient: Float64Array.from([g, h]), hessian: Float64Array.from([a, b, b, c]) };
        const step = leastWithin(quadratic);
        if (step === undefined) return g === 0 && h === 0;
        const length = lengthOf(other);
        const inside = other.map((x) => (length > 1 ? x / length : x));
        // A step that is too short is 0.95 long at least: of what could be won 0.95^2 is won, but for the millionth that is added to the slope.
        const won = -valueAt(quadratic, step);
        return lengthOf(step) <= 1.05 && won >= 0 && won >= -0.9 * valueAt(quadratic, inside);
      }),
    );
  });

  it('is the bottom when that is inside', () => {
    const quadratic = { value: 0, gradient: Float64Array.from([-1, 1]), hessian: Float64Array.from([4, 0, 0, 2]) };
    expect(Array.from(leastWithin(quadratic) ?? [])).toEqual([0.25, -0.5 + 2 ** -54]); // a rounding of the factor
  });

  it('is nowhere without a slope', () => {
    const quadratic = { value: 0, gradient: new Float64Array(2), hessian: new Float64Array(4) };
    expect(leastWithin(quadratic)).toBeUndefined();
  });

  it('is nowhere on a slope without end', () => {
    const steep = { value: 0, gradient: Float64Array.of(Infinity), hessian: new Float64Array(1) };
    expect(leastWithin(steep)).toBeUndefined();
  });

  it('is about a radius down a slope, whatever its height', () => {
    const step = (gradient: number): number =>
      leastWithin({ value: 0, gradient: Float64Array.of(gradient), hessian: new Float64Array(1) })?.[0] ?? NaN;
    // The first shift of 1.5^k / 1000 that makes it at most 1.05 is the 17th; a millionth is added to the slope.
    const radius = Math.round((1e9 * 1000) / 1.5 ** 17);
    const skewed = Math.round(radius * 1e-6);
    expect([1, 1000, -0.001].map((gradient) => Math.round(1e9 * step(gradient)))).toEqual([
      -radius - skewed,
      -radius - skewed,
      radius - skewed,
    ]);
  });

  it('is a radius down the valley where it curves downwards', () => {
    const saddle = { value: 0, gradient: Float64Array.of(0, 1), hessian: Float64Array.of(1, 0, 0, -1) };
    // 1 / (shift - 1) is 2.1 at 1.5^18 / 1000, 0.82 at 1.5^19 / 1000, 1.18 half of the way, 0.97 at three quarters.
    const shift = (1.5 ** 18 + 3 * 1.5 ** 19) / 4000;
    expect(Array.from(leastWithin(saddle) ?? [], (x) => Math.round(1e6 * x) + 0)).toEqual([
      0,
      -Math.round((1e6 * (1 + 5e-7)) / (shift - 1)),
    ]);
  });

  it('is a radius down either side of a crest, gentle as its slope may be', () => {
    const crest = { value: 0, gradient: Float64Array.of(0, 0.05), hessian: Float64Array.of(-1, 0, 0, 1) };
    const [across = NaN, along = NaN] = leastWithin(crest) ?? [];
    // The shift is 1 but for a millionth: 0.05 / 2 along the slope, the rest across.
    expect(Math.round(1e3 * along)).toBe(-25);
    expect(Math.abs(across)).toBeGreaterThanOrEqual(0.94);
    expect(Math.hypot(across, along)).toBeLessThanOrEqual(1.05);
    const gentle = { value: 0, gradient: Float64Array.of(0.05), hessian: Float64Array.of(-1) };
    expect(leastWithin(gentle)?.[0]).toBeLessThanOrEqual(-0.95);
  });

  it('is straight down the slope when the curvature is unknown', () => {
    const unknown = { value: 0, gradient: Float64Array.of(3, -4), hessian: new Float64Array(4).fill(NaN) };
    expect(leastWithin(unknown)).toEqual(Float64Array.of(-0.6, 0.8));
  });
});
