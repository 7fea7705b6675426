import { describe, expect, test } from 'vitest';
import { fastChain } from '../../src/chain/fast-chain.js';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { describeGeometry } from '../../src/geometry/describe.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { uniformNetwork } from '../../src/network/network.js';
import { gaussian } from '../../src/network/weights.js';
import { derive } from '../../src/random/key.js';
import { type Configuration, drawKey } from '../../src/sweep/configuration.js';
import { DRAW_VERSION, drawRange } from '../../src/sweep/draw-cell.js';
import { estimateOf, measures, relativeWidth } from '../../src/sweep/measures.js';

const cell: Configuration = {
  points: 8,
  width: 32,
  depth: 60,
  stages: 'recenter+relu',
  weights: 'gaussian',
  data: 'gaussian',
};
const whole = { seed: '1', configuration: cell, measures, from: 0, to: 12 };

describe('a draw of a cell', () => {
  const all = drawRange(whole);

  test('is the same alone, in any range, and whatever else is measured', () => {
    expect([...drawRange({ ...whole, to: 5 }), ...drawRange({ ...whole, from: 5 })]).toEqual(all);
    for (const [i, measure] of measures.entries()) {
      const alone = drawRange({ ...whole, measures: [measure] });
      expect(alone.map(([value]) => value)).toEqual(all.map((draw) => draw[i]));
    }
  });

  test('is another one with another seed, number or cell', () => {
    const cosine = (range: Partial<typeof whole>): number | undefined =>
      drawRange({ ...whole, measures: ['cluster-cosine'], to: 1, ...range })[0]?.[0];
    const others = [
      cosine({}),
      cosine({ seed: '2' }),
      cosine({ from: 1, to: 2 }),
      cosine({ configuration: { ...cell, depth: 61 } }),
      cosine({ configuration: { ...cell, data: 'sphere' } }),
      cosine({ configuration: { ...cell, weights: 'rademacher' } }),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  test('is what the chain gives, layer by layer', () => {
    const stages = stagesOf(recenterRelu);
    const network = uniformNetwork({ stages, width: cell.width, depth: cell.depth, weights: gaussian });
    const expected = Array.from({ length: whole.to }, (_, draw) => {
      const key = drawKey('1', cell, draw);
      const input = gaussianBatch(derive(key, 'batch'), cell.width, cell.points);
      const layers = [...fastChain(network, input, derive(key, 'weights'))].map(({ factor }) =>
        describeGeometry(factor),
      );
      const odd = layers.map(
        ({ normRatio, crossCosine }) => normRatio > 0.6 * (cell.points - 1) && crossCosine.max < 0.1,
      );
      const hit = odd.indexOf(true);
      const last = layers.at(-1);
      return [
        odd.at(-1) ? 1 : 0,
        (last?.oddPoints ?? 0) > 0 ? 1 : 0,
        hit < 0 ? Infinity : hit,
        last?.clusterCosine.mean,
      ];
    });
    expect(all).toEqual(expected);
    // Of both kinds there are some, or nothing was compared.
    for (const i of [0, 1]) expect(new Set(all.map((draw) => draw[i])).size).toBe(2);
    expect(new Set(all.map((draw) => draw[2])).size).toBeGreaterThan(3);
    expect(all.some((draw) => draw[2] === Infinity)).toBe(true);
  });

  test('has the numbers that stores hold: raise DRAW_VERSION with any change of them', () => {
    const [first] = drawRange({ ...whole, to: 1 });
    expect([DRAW_VERSION, ...(first ?? [])]).toEqual([1, 0, 0, Infinity, 0.2647194384038854]);
  });
});

describe('the estimate of a cell', () => {
  test('of an event is its share, of a time or a cosine its median, each with its interval', () => {
    const event = estimateOf('odd-event', cell, [1, 0, 0, 1], 0.05);
    expect(event.estimate).toBe(0.5);
    expect(event.lower).toBeLessThan(0.1);
    expect(event.upper).toBeGreaterThan(0.9);
    const times = [10, 12, 14, 16, 18, 20, Infinity, Infinity, Infinity];
    expect(estimateOf('hitting-time', cell, times, 0.05)).toEqual({ estimate: 18, lower: 10, upper: Infinity });
    const never = estimateOf(
      'hitting-time',
      cell,
      Array.from({ length: 20 }, () => Infinity),
      0.05,
    );
    expect(never).toEqual({ estimate: Infinity, lower: Infinity, upper: Infinity });
    expect(relativeWidth('hitting-time', cell, never)).toBe(0);
    expect(estimateOf('cluster-cosine', cell, [0.5], 0.05)).toEqual({ estimate: 0.5, lower: -1, upper: 1 });
    expect(estimateOf('hitting-time', cell, [], 0.05)).toEqual({ estimate: NaN, lower: 0, upper: 60 });
  });
});
