import fc from 'fast-check';
import { derive, type StreamKey } from '../random/key.js';
import { Stream } from '../random/stream.js';
import type { Strategy } from './strategy.js';

/** What one evaluation came to: smaller is worse for the claim, and `found` ends the search. */
export interface Judged {
  readonly fitness: number;
  readonly found: boolean;
}

export interface GuidedRun {
  readonly given: fc.Arbitrary<unknown>;
  /** Whether a proposal is an instance; what is not is made by the generator instead. */
  readonly isInstance: (value: unknown) => boolean;
  readonly judge: (instance: unknown) => Judged;
  readonly strategies: readonly Strategy[];
  /** Evaluations. */
  readonly budget: number;
  readonly key: StreamKey;
}

/** What a guided run ended with. */
export interface Guided {
  readonly evaluations: number;
  /** The instance that was found, undefined when none was. */
  readonly found: unknown;
  /** By which strategy. */
  readonly by: string | undefined;
  /** Evaluations that each strategy had. */
  readonly spent: Readonly<Record<string, number>>;
}

/** Every strategy gets this part of an equal share, whatever it has brought so far. */
const FLOOR = 0.3;
/** What an improvement counts after one more evaluation: credit is for what pays now. */
const MEMORY = 0.97;
/** Proposals that may be no instance before the generator takes the turn. */
const ATTEMPTS = 8;

/**
 * Searches a claim's instances for one that `judge` finds bad, as a plugin of fast-check: strategies propose in place of the
 * generator, and read what the property made of it. The only place that touches fast-check's plugin API (since 4.10; pinned).
 *
 * The budget goes to the strategies by what pays: improvements of the best instance, weighed down with age.
 */
export function guided({ given, isInstance, judge, strategies, budget, key }: GuidedRun): Guided {
  const stream = new Stream(derive(key, 'proposals'));
  const credits = strategies.map(() => 1);
  const spent = strategies.map(() => 0);
  let turn = 0;
  let best = Infinity;
  let evaluations = 0;
  let found: unknown;
  let by: string | undefined;

  const choose = (): number => {
    const total = credits.reduce((sum, credit) => sum + credit, 0);
    let ticket = stream.uniform();
    for (let k = 0; k < credits.length; k++) {
      ticket -= FLOOR / credits.length + (1 - FLOOR) * (total > 0 ? (credits[k] ?? 0) / total : 1 / credits.length);
      if (ticket < 0) return k;
    }
    return credits.length - 1;
  };
  const proposal = (): unknown => {
    turn = choose();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const value = strategies[turn]?.propose(stream);
      if (value === undefined) return undefined;
      if (isInstance(value)) return value;
    }
    return undefined;
  };
  const plugin = (): fc.PluginInstance<[unknown]> => ({
    decorateGenerate: (nested) => (random, run) => {
      const value = proposal();
      return value === undefined ? nested(random, run) : new fc.Value<[unknown]>([value], undefined);
    },
  });
  const property = fc.property(given, (instance) => {
    const { fitness, found: bad } = judge(instance);
    evaluations += 1;
    spent[turn] = (spent[turn] ?? 0) + 1;
    strategies[turn]?.tell(instance, fitness);
    credits.forEach((credit, k) => (credits[k] = MEMORY * credit));
    if (fitness < best) {
      credits[turn] = (credits[turn] ?? 0) + 1;
      best = fitness;
    }
    if (!bad) return true;
    [found, by] = [instance, strategies[turn]?.name];
    return false;
  });
  fc.check(property, {
    seed: derive(key, 'generator').low | 0,
    numRuns: budget,
    endOnFailure: true,
    plugins: [plugin],
  });
  return {
    evaluations,
    found,
    by,
    spent: Object.fromEntries(strategies.map(({ name }, k) => [name, spent[k] ?? 0])),
  };
}
