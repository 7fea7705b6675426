import fc from 'fast-check';
import { COMMON } from './declaration.js';
import { type Regimes, regimesOf } from './evidence.js';

/**
 * Looked through for one instance of a regime of rate r: PATIENCE / r.
 *
 * A regime that coverage certifies comes up at 0.9 r or more, and is then missed once in e^18 = 6.6e7 seeds.
 */
const PATIENCE = 20;
const BATCH = 50;

/**
 * For the regimes that no instance tried falls into, instances that do, as few as come.
 *
 * A generator that visits a regime in a third of its instances misses it in one of five samples of four: whether a claim was
 * tried there must not depend on the seed.
 * @param from biased or not, as the instances were that were tried
 * @returns nothing for a regime that does not come up
 */
export function unvisited<Instance>(
  from: fc.Arbitrary<Instance>,
  regimes: Regimes<Instance>,
  visits: Readonly<Record<string, number>>,
  seed: number,
): readonly Instance[] {
  const found: Instance[] = [];
  for (const [name, regime] of Object.entries(regimes)) {
    const inRegime = typeof regime === 'function' ? regime : regime.when;
    if ((visits[name] ?? 0) > 0 || found.some(inRegime)) continue;
    const most = PATIENCE / (typeof regime === 'function' ? COMMON : regime.atLeast);
    for (let looked = 0; looked < most; looked += BATCH) {
      const next = fc.sample(from, { numRuns: BATCH, seed: (seed + looked) | 0 }).find(inRegime);
      if (next === undefined) continue;
      found.push(next);
      break;
    }
  }
  return found;
}

/**
 * The same number of instances, with one in every regime where there is room: those that nothing is lost with give their places away.
 *
 * For tests of one instance each, which may be chosen by any rule that does not see their draws.
 */
export function inEveryRegime<Instance>(
  instances: readonly Instance[],
  from: fc.Arbitrary<Instance>,
  regimes: Regimes<Instance>,
  seed: number,
): readonly Instance[] {
  const kept = [...instances];
  const needed = (instance: Instance): boolean =>
    regimesOf(regimes, instance).some((name) => (visitsOf(regimes, kept)[name] ?? 0) === 1);
  for (const found of unvisited(from, regimes, visitsOf(regimes, kept), seed)) {
    const free = kept.findLastIndex((instance) => !needed(instance));
    if (free >= 0) kept[free] = found;
  }
  return kept;
}

/** How many instances fall into each regime. */
export function visitsOf<Instance>(
  regimes: Regimes<Instance>,
  instances: readonly Instance[],
): Readonly<Record<string, number>> {
  const visits = Object.fromEntries(Object.keys(regimes).map((name) => [name, 0]));
  for (const instance of instances)
    for (const name of regimesOf(regimes, instance)) visits[name] = (visits[name] ?? 0) + 1;
  return visits;
}
