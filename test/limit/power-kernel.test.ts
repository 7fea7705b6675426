import { describe, expect, it } from 'vitest';
import { kappa, kappaSlope } from '../../src/limit/arc-cosine.js';
import { halfStep, powerKernel } from '../../src/limit/power-kernel.js';
import { powerRates, threshold } from '../../theorems/contrasts/steep-powers-break-symmetry.js';

const UNIT = 2 ** -53;
const relative = (came: number, truth: number): number => Math.abs(came / truth - 1);

describe('Gamma(x + 1/2) / Gamma(x)', () => {
  it('is sqrt(pi)/2 at 1, 1/sqrt(pi) at 1/2, and x at two half steps', () => {
    expect(relative(halfStep(1), Math.sqrt(Math.PI) / 2)).toBeLessThanOrEqual(60 * UNIT);
    expect(relative(halfStep(0.5), 1 / Math.sqrt(Math.PI))).toBeLessThanOrEqual(60 * UNIT);
    for (const x of [0.1, 0.7, 3, 19.5, 39.9, 40, 500]) {
      expect(relative(halfStep(x) * halfStep(x + 0.5), x)).toBeLessThanOrEqual(120 * UNIT);
    }
  });
});

describe('the arc-cosine kernel of any degree', () => {
  const angles = [-0.5, -1 / 3, -0.1, 0, 0.25, 0.5];

  it.each(angles)('is kappa for degree 1, at %d', (r) => {
    const { value, slope, atOne } = powerKernel(1, r);
    expect(Math.abs(value / atOne - kappa(r))).toBeLessThanOrEqual(100 * UNIT);
    expect(Math.abs(slope / atOne - kappaSlope(r))).toBeLessThanOrEqual(100 * UNIT);
  });

  it.each(angles)('is that of Cho and Saul for degree 2, at %d', (r) => {
    const angle = Math.acos(r);
    const truth = (3 * Math.sin(angle) * r + (Math.PI - angle) * (1 + 2 * r * r)) / (3 * Math.PI);
    const { value, atOne } = powerKernel(2, r);
    expect(Math.abs(value / atOne - truth)).toBeLessThanOrEqual(100 * UNIT);
    expect(Math.abs(powerKernel(2.01, r).value / powerKernel(2.01, r).atOne - truth)).toBeGreaterThan(1e-6);
  });

  it('has the slope of its own differences at a broken degree', () => {
    const step = 2 ** -20;
    for (const a of [0.5, 1.7, 3.9, 12.3]) {
      const [above, below] = [powerKernel(a, -0.2 + step).value, powerKernel(a, -0.2 - step).value];
      const { slope, atOne } = powerKernel(a, -0.2);
      // Both values are rounded sixty times at most, 60 2^-53 / 2^-20 of the kernel at 1; and a third derivative times step^2 / 6.
      expect(Math.abs((above - below) / (2 * step) - slope)).toBeLessThanOrEqual(60 * 2 ** -33 * atOne);
    }
  });

  it('is refused beyond its series', () => {
    expect(powerKernel(1, 0.6).value).toBeNaN();
    expect(powerKernel(0, 0).value).toBeNaN();
  });
});

describe('the rates of batch normalisation with powers of ReLU', () => {
  it.each([
    [5, 3.9044],
    [6, 2.3381],
    [8, 1.6193],
    [10, 1.4007],
    [12, 1.296],
    [16, 1.1944],
    [24, 1.1153],
    [32, 1.0819],
    [64, 1.038],
    [128, 1.0183],
    [1024, 1.0022],
  ])('pass 1 at the power that another program found, at n = %d', (points, truth) => {
    expect(Math.abs(threshold(points) - truth)).toBeLessThanOrEqual(5.1e-5); // four decimals were written down
  });

  it.each([
    [4, 0.617],
    [5, 0.796],
    [6, 0.933],
    [8, 1.13],
    [16, 1.499],
  ])('are those of a Monte Carlo derivative for the square, at n = %d', (points, truth) => {
    expect(Math.abs(powerRates({ points, power: 2 }).favouring - truth)).toBeLessThanOrEqual(5.1e-4); // three decimals were written down
  });

  it('never pass 1 with four points, up to the 60th power', () => {
    expect(threshold(4)).toBe(Infinity);
    expect(powerRates({ points: 4, power: 60 }).favouring).toBeGreaterThan(0.97);
  });
});
