import type fc from 'fast-check';
import type { StreamKey } from '../random/key.js';
import type { Regimes } from './evidence.js';
import { drawnFrom } from './seats.js';

/** Instances looked through for a regime that the first ones miss: one of a rate of 0.01 is missing in e^-20 of all runs. */
const POOL = 2000;

/**
 * `count` instances of a domain, such that each regime has one.
 *
 * The first that are drawn; where they miss a regime, the first later one that visits it takes the place of the last that is not
 * needed for another. For claims about every instance that try a few: which ones are tried is free, and without this a regime
 * of a third of the domain is missed by four instances in one run of five.
 * Degenerate: a regime stays unvisited when nothing visits it, or when there are too few instances.
 */
export function visiting<Instance>(
  given: fc.Arbitrary<Instance>,
  regimes: Regimes<Instance>,
  count: number,
  key: StreamKey,
): readonly Instance[] {
  const chosen = [...drawnFrom(given, count, key)];
  const tests = Object.values(regimes).map((regime) => (typeof regime === 'function' ? regime : regime.when));
  for (const visits of tests) {
    if (chosen.some(visits)) continue;
    const found = drawnFrom(given, POOL, key).find(visits);
    const spare = chosen.findLastIndex((_, i) =>
      tests.every((other) => !chosen.some(other) || chosen.some((instance, j) => j !== i && other(instance))),
    );
    if (found !== undefined && spare >= 0) chosen[spare] = found;
  }
  return chosen;
}
