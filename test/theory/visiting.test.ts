import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { drawnFrom } from '../../src/theory/seats.js';
import { visiting } from '../../src/theory/visiting.js';

const places = fc.integer({ min: 0, max: 99 });
const keys = Array.from({ length: 60 }, (_, i) => derive(rootKey('visiting'), i));
const low = (x: number): boolean => x < 20;
const high = { when: (x: number): boolean => x >= 95, atLeast: 0.03 };

describe('the instances that a claim tries', () => {
  it('are the first that are drawn where these visit every regime', () => {
    for (const key of keys) expect(visiting(places, {}, 4, key)).toEqual(drawnFrom(places, 4, key));
    for (const key of keys) {
      const first = drawnFrom(places, 4, key);
      if (first.some(low)) expect(visiting(places, { low }, 4, key)).toEqual(first);
    }
  });

  it('visit every regime, which the first few mostly do not', () => {
    const missed = (instances: readonly number[]): boolean => !instances.some(low) || !instances.some(high.when);
    expect(keys.map((key) => visiting(places, { low, high }, 4, key)).some(missed)).toBe(false);
    expect(keys.map((key) => drawnFrom(places, 4, key)).filter(missed).length).toBeGreaterThan(30);
  });

  it('keep what another regime needs, and are as many as asked for', () => {
    for (const key of keys) {
      const found = visiting(places, { low, high, 'any at all': () => true }, 2, key);
      expect(found).toHaveLength(2);
      expect([found.some(low), found.some(high.when)]).toEqual([true, true]);
    }
  });

  it('leave out a regime that nothing visits, and one for which there is no room', () => {
    const [key] = keys;
    if (key === undefined) throw new Error('no key');
    expect(visiting(places, { never: () => false }, 3, key)).toEqual(drawnFrom(places, 3, key));
    const found = visiting(places, { low, high }, 1, key);
    expect([found.some(low), found.some(high.when)].filter((visits) => visits)).toHaveLength(1);
  });
});
