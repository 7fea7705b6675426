import { describe, expect, it } from 'vitest';
import { betweenBlocks, blockGram, squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { type ReducedState, reducedStep } from '../../src/limit/reduced-model.js';
import { coin, recenter, relu } from './pieces.js';

const UNIT = 2 ** -53;
const layer = limitLayer([recenter, relu]);

function byBlocks({ r, rho, tau }: ReducedState, points: number): ReducedState {
  const { gram } = layer({
    gram: blockGram([1, points - 1], [0, 1 - rho], [r * r, tau * r, tau * r, rho]),
  });
  const [odd, cluster] = [squaredNorm(gram, 0), squaredNorm(gram, 1)];
  return {
    r: Math.sqrt(odd / cluster),
    rho: betweenBlocks(gram, 1, 1) / cluster,
    tau: betweenBlocks(gram, 0, 1) / Math.sqrt(odd * cluster),
  };
}

function apart(a: ReducedState, b: ReducedState): number {
  return Math.max(Math.abs(a.r / b.r - 1), Math.abs(a.rho - b.rho), Math.abs(a.tau - b.tau));
}

describe('the reduced model of three scalars', () => {
  const next = coin('reduced');
  const states = Array.from({ length: 200 }, () => ({
    points: 3 + Math.floor(30 * Math.abs(next())),
    state: { r: 1 + 5 * Math.abs(next()), rho: 0.9 * Math.abs(next()), tau: 0.3 * next() },
  }));
  /** 20 roundings, over the share of the squared norms that centring leaves: at least 1/100 for these states. */
  const allowed = 2000 * UNIT;

  it('is the block map on that set', () => {
    for (const { points, state } of states) {
      expect(apart(reducedStep(state, points), byBlocks(state, points))).toBeLessThanOrEqual(allowed);
    }
  });

  it('is not the block map with n - 2 in place of n - 1, which the same comparison catches', () => {
    for (const { points, state } of states) {
      expect(apart(reducedStep(state, points - 1), byBlocks(state, points))).toBeGreaterThan(allowed);
    }
  });

  it('sends two groups to exactly orthogonal ones, with norm ratio n - 1 (E1, E2)', () => {
    for (const points of [3, 8, 100]) {
      const after = reducedStep({ r: 1.3, rho: 1, tau: 0.2 }, points);
      // The two centred groups are antipodal: kappa ~ (2 (1 + r))^(3/2) / (3 pi) turns a rounding of r, times n, into its 3/2 power.
      expect(after.tau).toBeLessThanOrEqual((100 * points * UNIT) ** 1.5);
      expect(after.rho).toBeGreaterThanOrEqual(1 - 100 * points * UNIT);
      // C_cc is 1/n^2 of what is subtracted.
      expect(Math.abs(after.r / (points - 1) - 1)).toBeLessThanOrEqual(20 * points ** 2 * UNIT);
    }
  });
});
