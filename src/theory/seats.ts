import fc from 'fast-check';
import { derive, type StreamKey } from '../random/key.js';

/** One draw to be made: an instance and the key of everything random in it. */
export interface Seat<Instance> {
  readonly instance: Instance;
  readonly key: StreamKey;
}

/** Instances of the domain, drawn without bias: independent, with the law that the generator states. */
export function drawnFrom<Instance>(given: fc.Arbitrary<Instance>, count: number, key: StreamKey): readonly Instance[] {
  return fc.sample(fc.noBias(given), { numRuns: count, seed: key.low | 0 });
}

/**
 * Gives instances the keys of their draws, so many of each: by value, so that a draw can be replayed from what a report prints.
 *
 * An instance that comes up again goes on counting where it left off; the same draws twice would pass for independent ones.
 */
export function seated<Instance>(
  instances: readonly Instance[],
  key: StreamKey,
  draws: number,
): readonly (readonly Seat<Instance>[])[] {
  const seen = new Map<string, number>();
  return instances.map((instance) => {
    const value = JSON.stringify(instance);
    const from = seen.get(value) ?? 0;
    seen.set(value, from + draws);
    const own = derive(key, value);
    return Array.from({ length: draws }, (_, draw) => ({ instance, key: derive(own, from + draw) }));
  });
}
