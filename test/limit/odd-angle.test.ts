import { describe, expect, it } from 'vitest';
import { betweenBlocks, blockGram, squaredNorm } from '../../src/limit/block-gram.js';
import { twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { angleOfSpread, onCurve, spreadOf, spreadStep } from '../../src/limit/odd-angle.js';
import { reducedStep } from '../../src/limit/reduced-model.js';
import { coin, recenter, relu } from './pieces.js';

const UNIT = 2 ** -53;
const relative = (came: number, truth: number): number => Math.abs(came / truth - 1);

describe('the angle of the odd point', () => {
  const next = coin('odd angle');
  const starts = Array.from({ length: 100 }, () => ({
    points: 3 + Math.floor(60 * Math.abs(next())),
    gap: 0.01 + 0.9 * Math.abs(next()),
    r: 1 + 20 * Math.abs(next()),
    tau: 0.1 * next(),
  }));
  /** 20 roundings, over the share of the squared norms that centring leaves: at least 1/60^2 of them. */
  const allowed = 20 * 3600 * UNIT;

  it('decides the three scalars of the reduced model after one layer', () => {
    for (const { points, gap, r, tau } of starts) {
      const after = reducedStep({ r, rho: 1 - gap, tau }, points);
      const distance = r * r - 2 * tau * r + 1 - (gap * (points - 2)) / (points - 1);
      const curve = onCurve(spreadOf(gap, distance, points), points);
      expect(relative(curve.normRatio, after.r)).toBeLessThanOrEqual(allowed);
      expect(Math.abs(1 - curve.clusterGap - after.rho)).toBeLessThanOrEqual(allowed);
      expect(Math.abs(curve.crossCosine - after.tau)).toBeLessThanOrEqual(allowed);
    }
  });

  it('moves as the block map moves it', () => {
    const layer = limitLayer([recenter, relu]);
    for (const { points, gap } of starts) {
      const spread = gap * points;
      const { normRatio: r, clusterGap, crossCosine: tau } = onCurve(spread, points);
      const start = blockGram([1, points - 1], [0, clusterGap], [r * r, tau * r, tau * r, 1 - clusterGap]);
      const { gram } = layer({ gram: start });
      const [odd, cluster] = [squaredNorm(gram, 0), squaredNorm(gram, 1)];
      const after = onCurve(spreadStep(spread, points), points);
      expect(relative(Math.sqrt(odd / cluster), after.normRatio)).toBeLessThanOrEqual(allowed);
      expect(Math.abs(betweenBlocks(gram, 1, 1) / cluster - 1 + after.clusterGap)).toBeLessThanOrEqual(allowed);
    }
  });

  it('is that of the symmetric state at n (n-2), and stays there', () => {
    for (const points of [3, 7, 100, 4096]) {
      const spread = points * (points - 2);
      const { normRatio, clusterGap, crossCosine } = onCurve(spread, points);
      expect(Math.abs(normRatio - 1)).toBeLessThanOrEqual(4 * UNIT);
      expect(Math.abs(1 - clusterGap - crossCosine)).toBeLessThanOrEqual(20 * UNIT);
      expect(relative(spreadStep(spread, points), spread)).toBeLessThanOrEqual(100 * UNIT);
    }
  });

  it('stands still at the odd point, whose published digits it has', () => {
    const end = twoBlockFixedPoint([recenter, relu], 10);
    if (end.kind !== 'two-block') throw new Error(end.kind);
    const spread = (9 / end.normRatio) ** 2 - 1;
    expect(relative(spreadStep(spread, 10), spread)).toBeLessThanOrEqual(1000 * UNIT);
    const { crossCosine, clusterGap } = onCurve(spread, 10);
    expect(Math.abs(crossCosine - 0.02244471202)).toBeLessThanOrEqual(5.1e-12);
    expect(Math.abs(1 - clusterGap - 0.704639052775)).toBeLessThanOrEqual(5.1e-13);
  });

  it('is 0 for a cluster of equal points, which stay so: norm ratio n - 1, orthogonal (E1, E2)', () => {
    expect(onCurve(0, 8)).toEqual({ normRatio: 7, clusterGap: 0, crossCosine: 0 });
    expect(spreadStep(0, 8)).toBe(0);
    expect(angleOfSpread(1)).toBe(Math.PI / 4);
  });

  it('stands still with slope 1 at n = 6.107075124879186, where odd points are born', () => {
    // Both numbers by Newton in 40 digits on the map and its derivative.
    const [points, angle] = [6.107075124879186, 1.134405923331414];
    const next = (x: number): number => angleOfSpread(spreadStep(Math.tan(x) ** 2, points));
    expect(Math.abs(next(angle) - angle)).toBeLessThanOrEqual(100 * UNIT);
    const step = 2 ** -17;
    const slope = (next(angle + step) - next(angle - step)) / (2 * step);
    expect(Math.abs(slope - 1)).toBeLessThanOrEqual(1e-9); // step^2 and 100 roundings over the step
  });
});
