import { describe, expect, it } from 'vitest';
import { kappa } from '../../src/limit/arc-cosine.js';
import { build } from '../../src/linalg/matrix.js';
import { binomial } from '../../theorems/identities/batch-normed-pairs-toss-a-coin.js';
import { deficient } from '../../theorems/rank/two-points-lose-rank-by-chance.js';
import { enough, leastOfOneNeuron } from '../../theorems/rank/wide-enough-relu-has-full-rank.js';
import { leastEigenvalue } from '../../theorems/rank/wide-relu-keeps-separated-points-independent.js';

const UNIT = 2 ** -53;
const orthogonal = (points: number) => build<'neuron', 'point'>(points, points, (k, i) => (k === i ? 3 : 0));

describe('the least eigenvalue of one neuron', () => {
  it.each([2, 3, 4, 8])('is (1 - 1/pi) / 2n for %i orthogonal points of one norm', (points) => {
    // Rotations of a matrix whose norm is below n / 2: two roundings of it in a row, and n times the value.
    const rounding = points ** 2 * UNIT;
    expect(Math.abs(points * leastOfOneNeuron(orthogonal(points)) - (1 - 1 / Math.PI) / 2)).toBeLessThanOrEqual(
      rounding,
    );
  });

  it('gives the width at which n exp(-d mu) is a twentieth', () => {
    const [batch, mu] = [orthogonal(4), (1 - 1 / Math.PI) / 2 / 4];
    expect(4 * Math.exp(-enough(batch) * mu)).toBeLessThanOrEqual(0.05);
    expect(4 * Math.exp(-(enough(batch) - 1) * mu)).toBeGreaterThan(0.05);
  });
});

describe('the bound on the least eigenvalue of the kernel', () => {
  it('is attained by orthogonal points and by two points', () => {
    const rounding = 4 * UNIT; // of four differences below 1
    expect(Math.abs(leastEigenvalue(5, 0) - (1 - 1 / Math.PI))).toBeLessThanOrEqual(rounding);
    for (const c of [0.1, 0.5, 0.9, 0.999]) {
      expect(Math.abs(leastEigenvalue(2, c) - (1 - kappa(c)))).toBeLessThanOrEqual(rounding);
    }
  });

  it('is positive for every number of points, and falls with it', () => {
    const bounds = [2, 3, 5, 10, 100].map((points) => leastEigenvalue(points, 0.5));
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
    expect(bounds.at(-1)).toBeGreaterThan(0);
  });
});

describe('the probability that two points lose rank', () => {
  it('is 1 for one neuron, and that of a sign for two opposite points', () => {
    expect(deficient({ angle: 1, width: 1 })).toBe(1);
    expect(deficient({ angle: Math.PI, width: 5 })).toBe(2 / 32);
  });

  it('is what counting gives for orthogonal points: 9 of 16 at d = 2, where the quadrants are equally likely', () => {
    expect(deficient({ angle: Math.PI / 2, width: 2 })).toBe(9 / 16);
  });
});

describe('binomial', () => {
  it('has the rows of Pascal', () => {
    expect(binomial(4, 0.5)).toEqual([1, 4, 6, 4, 1].map((count) => count / 16));
    expect(binomial(0, 0.3)).toEqual([1]);
  });
});
