import { describe, expect, it } from 'vitest';
import { exponent } from '../../bench/curves.js';
import { child } from '../../bench/new-process.js';
import { median } from '../../bench/median.js';
import { roofLoop } from '../../bench/roof.js';
import { table } from '../../bench/table.js';

describe('what the benchmark computes with', () => {
  it('is a median that an outlier does not move', () => {
    expect(median([3, 1, 1000, 2, -1000])).toBe(2);
    expect(median([])).toBeNaN();
  });

  it.each([0.5, 1, 3])('is an exponent that finds the power %d through a constant factor', (power) => {
    const x = [1, 2, 4, 8];
    const y = x.map((value) => 7 * value ** power);
    expect(Math.abs(exponent(x, y) - power)).toBeLessThanOrEqual(1e-12);
  });

  it('is a roof that really adds: six chains of sums, turns times 0.001 each, beside six products of 1', () => {
    const roof = roofLoop();
    for (const turns of [1, 1000]) expect(Math.abs(roof(turns) - (12 + 0.006 * turns))).toBeLessThanOrEqual(1e-9);
  });

  it('is a table with numbers to the right', () => {
    expect(table(['word', 'n'], [['a', '1.5×']])).toBe('| word | n |\n| --- | --: |\n| a | 1.5× |');
  });

  it('is a peak of memory that sees 100 MB in the process, and not 300 MB in the one that started it', async () => {
    const held = new Uint8Array(3e8).fill(1);
    const [light, heavy] = [await child(4, 64, 1), await child(4, 64, 1, 1e8)];
    expect(held.at(-1)).toBe(1);
    expect(light.peakBytes).toBeLessThan(2e8);
    expect(heavy.peakBytes - light.peakBytes).toBeGreaterThan(8e7);
  });
});
