import { describe, expect, it } from 'vitest';
import { chiSquareTails } from '../../src/statistics/chi-square-tail.js';

describe('chiSquareTails', () => {
  // mpmath: gammainc(k/2, x/2, inf, regularized=True)
  it.each([
    [1, 1, 0.3173105078629141],
    [2, 3, 0.22313016014842982],
    [3, 0.5, 0.9188914116546758],
    [4, 20, 0.0004993992273873333],
    [9, 9, 0.43727418891386705],
    [50, 120, 1.0958807112599779e-7],
    [51, 30, 0.9916543942853496],
    [128, 243.2, 3.572713793382841e-9],
    [255, 400, 1.6600025244124518e-8],
    [256, 100, 1.0],
  ])('P(chi2_%i >= %d) is %d', (degrees, x, tail) => {
    const found = chiSquareTails(x, degrees)[degrees] ?? NaN;
    expect(Math.abs(found / tail - 1)).toBeLessThanOrEqual(degrees * 4e-16 + 1e-14);
  });

  it('grows with the degrees of freedom, from 0', () => {
    const tails = chiSquareTails(7, 60);
    expect(tails[0]).toBe(0);
    tails.slice(1).forEach((tail, k) => expect(tail).toBeGreaterThanOrEqual((tails[k] ?? NaN) * (1 - 1e-14)));
  });

  it('tends to 1 and not beyond', () => {
    const tails = chiSquareTails(1, 200);
    expect(Math.max(...tails)).toBeLessThanOrEqual(1);
    expect(1 - (tails[200] ?? NaN)).toBeLessThanOrEqual(1e-14);
  });
});
