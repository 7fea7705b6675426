import fc from 'fast-check';
import type { StreamKey } from '../random/key.js';
import type { ClauseReading } from '../theory/outcome.js';
import type { Subject } from '../theory/subject.js';
import { Crashed } from '../theory/trial.js';
import type { Landscape } from './landscape.js';
import type { Confirmed, Objective } from './objective.js';
import { recheckOf } from './recheck.js';
import { simplified } from './simplest.js';

/** What a search found, and by how much as it counts. */
export interface Witnessed {
  readonly instance: unknown;
  readonly readings: readonly ClauseReading[];
  readonly decisive: ClauseReading;
  readonly fitness: number;
  /** By draws that no search had seen; undefined where nothing is random. */
  readonly confirmed: Confirmed | undefined;
}

/** What is done with a find. All of it together takes at most the budget. */
export interface Tidying {
  /** The simplest instance near a find that violates the same clause, or is a witness too. */
  readonly smallest: (found: Witnessed) => Witnessed;
  /** Whether another instance is one too, by `recheckOf`; undefined when it is no instance or that cannot be said. */
  readonly stands: (instance: unknown) => boolean | undefined;
  readonly evaluations: () => number;
  /** Draws behind one answer of `stands`; 0 where nothing is random. */
  readonly draws: number;
}

/** Part of what is left that making one find small may take: something remains for further finds and for the sweep. */
const SHARE = 0.6;

/**
 * Makes finds small: with the claim's own arbitrary first, then further than that goes.
 *
 * Under noise a smaller instance counts only when its own fresh draws confirm it, with the margin that the test needs: so that
 * shrinking does not drift along instances that look bad by chance to one at which the claim holds.
 */
export function tidying(
  subject: Subject,
  landscape: Landscape,
  objective: Objective,
  key: StreamKey,
  budget: number,
): Tidying {
  let used = 0;
  const recheck = recheckOf(subject, objective, key);
  /** Undefined for what is no instance, or crashes, or when the evaluations are used up. */
  const asking = <T>(instance: unknown, cost: number, most: number, ask: () => T): T | undefined => {
    if (used + cost > most || subject.outside(instance) !== undefined) return undefined;
    used += cost;
    try {
      return ask();
    } catch (error) {
      // A crash met on the way to a smaller find does not take its place.
      if (error instanceof Crashed) return undefined;
      throw error;
    }
  };
  return {
    evaluations: () => used,
    draws: subject.random ? recheck.cost : 0,
    stands: (instance) => asking(instance, recheck.cost, budget, () => recheck.stands(instance)),
    smallest: (found) => {
      const most = used + Math.floor(SHARE * (budget - used));
      const answers = new Map([[JSON.stringify(found.instance), true]]);
      let smallest = found;
      const sameBug = (instance: unknown): boolean => {
        const text = JSON.stringify(instance);
        const before = answers.get(text);
        if (before !== undefined) return before;
        const seen = asking(instance, objective.cost, most, () => objective.look(instance));
        let stands = false;
        const decisive = seen?.decisive;
        const same = subject.seeks === 'witness' || decisive?.clause === found.decisive.clause;
        if (seen !== undefined && decisive !== undefined && same) {
          const confirmed = objective.confirm(instance, most - used);
          used += confirmed.evaluations;
          ({ stands } = confirmed);
          if (stands) smallest = { ...seen, instance, decisive, confirmed };
        }
        answers.set(text, stands);
        return stands;
      };
      const property = fc.property(subject.given, (instance) => !sameBug(instance));
      fc.check(property, { examples: [[found.instance]], numRuns: 1, seed: key.low | 0 });
      simplified(smallest.instance, landscape, sameBug, most);
      return smallest;
    },
  };
}
