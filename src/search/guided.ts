import fc from 'fast-check';
import { derive, type StreamKey } from '../random/key.js';
import { Stream } from '../random/stream.js';
import type { Archive } from './archive.js';
import type { Strategy } from './strategy.js';

/** What one look came to: smaller is worse for the claim, and `found` ends the search. */
export interface Judged {
  readonly fitness: number;
  readonly found: boolean;
  /** Evaluations that it took. */
  readonly cost: number;
}

export interface GuidedRun {
  readonly given: fc.Arbitrary<unknown>;
  /** Whether a value is an instance; a proposal that is none is replaced by what the generator makes. */
  readonly isInstance: (value: unknown) => boolean;
  /** Looks at an instance, with at most so many evaluations left. */
  readonly judge: (instance: unknown, left: number) => Judged;
  readonly strategies: readonly Strategy[];
  /** Is told of every look, for strategies that learn from what others saw. */
  readonly archive?: Archive;
  /** Evaluations; a look is begun when at least `least` of them are left. */
  readonly budget: number;
  readonly least: number;
  readonly key: StreamKey;
}

/** What a guided run ended with. */
export interface Guided {
  readonly evaluations: number;
  /** The instance that was found. */
  readonly found: unknown;
  /** By which strategy; undefined when nothing was found. */
  readonly by: string | undefined;
  /** Evaluations that each strategy had. */
  readonly spent: Readonly<Record<string, number>>;
}

/** Every strategy gets this part of an equal share, whatever it has brought so far. */
const FLOOR = 0.3;
/** What an improvement counts after one more look: credit is for what pays now. */
const MEMORY = 0.97;
/** Credit that comes back to each where nothing pays, so that what paid once does not keep the budget. */
const REST = 0.3;
/** Proposals that may be no instance, or known, before the generator takes the turn. */
const ATTEMPTS = 8;
/** Values made for each look that the budget pays: of a generator whose values are hardly ever instances, no more. */
const PATIENCE = 20;

/**
 * Searches a claim's instances for one that `judge` finds bad, as a plugin of fast-check: strategies propose in place of the
 * generator, and read what the property made of it. The only place that touches fast-check's plugin API (since 4.10; pinned).
 *
 * The budget goes to the strategies by what pays: improvements of the best instance, weighed down with age. No proposal is looked
 * at twice: a strategy is told what came of it the first time.
 * @throws what `judge` throws
 */
export function guided(run: GuidedRun): Guided {
  const { given, isInstance, judge, strategies, archive, budget, least, key } = run;
  const stream = new Stream(derive(key, 'proposals'));
  const credits = strategies.map(() => 1);
  const spent = strategies.map(() => 0);
  const known = new Map<string, number>();
  let turn = 0;
  let generated = true;
  let best = Infinity;
  let evaluations = 0;
  let found: unknown;
  let by: string | undefined;
  let thrown: { readonly error: unknown } | undefined;

  const choose = (): number => {
    const total = credits.reduce((sum, credit) => sum + credit, 0);
    let ticket = stream.uniform();
    for (let k = 0; k < credits.length; k++) {
      ticket -= FLOOR / credits.length + (1 - FLOOR) * ((credits[k] ?? 0) / total);
      if (ticket < 0) return k;
    }
    return credits.length - 1;
  };
  const proposal = (): unknown => {
    turn = choose();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const value = strategies[turn]?.propose(stream);
      if (value === undefined) return undefined;
      if (!isInstance(value)) continue;
      const before = known.get(JSON.stringify(value));
      if (before === undefined) return value;
      strategies[turn]?.tell(value, before);
    }
    return undefined;
  };
  const plugin = (): fc.PluginInstance<[unknown]> => ({
    decorateGenerate: (nested) => (random, bias) => {
      const value = proposal();
      generated = value === undefined;
      return value === undefined ? nested(random, bias) : new fc.Value<[unknown]>([value], undefined);
    },
  });
  const look = (instance: unknown): boolean => {
    if (evaluations + least > budget) return false;
    if (!isInstance(instance)) return true; // made by the generator: what it costs is no evaluation
    const { fitness, found: bad, cost } = judge(instance, budget - evaluations);
    evaluations += cost;
    known.set(JSON.stringify(instance), fitness);
    spent[turn] = (spent[turn] ?? 0) + cost;
    archive?.add(instance, fitness, generated);
    strategies[turn]?.tell(instance, fitness);
    credits.forEach((credit, k) => (credits[k] = MEMORY * credit + (1 - MEMORY) * REST));
    if (fitness < best) {
      credits[turn] = (credits[turn] ?? 0) + 1;
      best = fitness;
    }
    if (bad) [found, by] = [instance, strategies[turn]?.name];
    return !bad;
  };
  // fast-check takes what a property throws for a failure of the property; a claim that crashed is not a claim that is false.
  const property = fc.property(given, (instance) => {
    try {
      return look(instance);
    } catch (error) {
      thrown = { error };
      return false;
    }
  });
  fc.check(property, {
    seed: derive(key, 'generator').low | 0,
    numRuns: PATIENCE * Math.max(1, budget),
    endOnFailure: true,
    plugins: [plugin],
  });
  if (thrown !== undefined) throw thrown.error;
  return {
    evaluations,
    found,
    by,
    spent: Object.fromEntries(strategies.map(({ name }, k) => [name, spent[k] ?? 0])),
  };
}
