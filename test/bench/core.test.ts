import { describe, expect, it } from 'vitest';
import { core, tieTo } from '../../bench/core.js';

/** Speeds in order, the last one for ever. */
function speeds(...values: readonly number[]): () => number {
  let next = 0;
  return () => values[Math.min(next++, values.length - 1)] ?? NaN;
}

describe('a core', () => {
  it('is whole at its best speed and 15 % below, not at 16 % below', () => {
    expect(core(speeds(100, 100)).isWhole()).toBe(true);
    expect(core(speeds(100, 85)).isWhole()).toBe(true);
    expect(core(speeds(100, 84)).isWhole()).toBe(false);
  });

  it('is not called shared for one slow probe of three, and is for two', () => {
    expect(core(speeds(100, 100, 50, 100)).isWhole()).toBe(true);
    expect(core(speeds(100, 50, 100, 50)).isWhole()).toBe(false);
  });

  it('that becomes faster is measured by what it can do, not by what it began with', () => {
    const slowAtFirst = core(speeds(50, 100, 100, 100, 60));
    expect(slowAtFirst.isWhole()).toBe(true);
    expect(slowAtFirst.isWhole()).toBe(false);
  });

  it('is waited for until it is whole, and no longer than patience lasts', async () => {
    let probes = 0;
    const busy = core(() => (++probes === 1 ? 100 : 50));
    await busy.whole(60);
    expect(probes).toBe(1 + 3 * 3);
    const freed = core(speeds(100, 50, 50, 50, 100));
    await freed.whole(Infinity);
    expect(freed.isWhole()).toBe(true);
  });
});

it('ties no process to a core that is not there', () => {
  expect(tieTo('99999')).toBe(false);
});
