import fc from 'fast-check';
import type { StreamKey } from '../random/key.js';
import type { ClauseReading } from '../theory/outcome.js';
import type { Subject } from '../theory/subject.js';
import { Crashed } from '../theory/trial.js';
import type { Landscape } from './landscape.js';
import type { Objective } from './objective.js';
import { simplified } from './simplest.js';

/** An instance that violates a clause, and by how much as the search counts it. */
export interface Witnessed {
  readonly instance: unknown;
  readonly readings: readonly ClauseReading[];
  readonly violated: ClauseReading;
  readonly fitness: number;
}

/** What is done with a find. All of it together takes at most the budget. */
export interface Tidying {
  /** The simplest instance near a find that violates the same clause. */
  readonly smallest: (found: Witnessed) => Witnessed;
  /** Whether the claim is violated there, by the draws of the search; undefined when that is no instance or cannot be said. */
  readonly violated: (instance: unknown) => boolean | undefined;
  readonly evaluations: () => number;
}

/** Part of what is left that making one find small may take: something remains for further finds and for the sweep. */
const SHARE = 0.6;

/** What an instance violates by the draws of the search; undefined when it is nothing. */
export function witnessedBy({ look }: Objective, instance: unknown): Witnessed | undefined {
  const { readings, violated, fitness } = look(instance);
  return violated && { instance, readings, violated, fitness };
}

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
  /** `cannot say` for what is no instance, or crashes, or when the evaluations are used up. */
  const look = (instance: unknown, most: number): Witnessed | 'holds' | 'cannot say' => {
    if (used + objective.cost > most || subject.outside(instance) !== undefined) return 'cannot say';
    used += objective.cost;
    try {
      return witnessedBy(objective, instance) ?? 'holds';
    } catch (error) {
      // A crash met on the way to a smaller violation does not take its place.
      if (error instanceof Crashed) return 'cannot say';
      throw error;
    }
  };
  return {
    evaluations: () => used,
    violated: (instance) => {
      const seen = look(instance, budget);
      return seen === 'cannot say' ? undefined : seen !== 'holds';
    },
    smallest: (found) => {
      const most = used + Math.floor(SHARE * (budget - used));
      const answers = new Map([[JSON.stringify(found.instance), true]]);
      let smallest = found;
      const sameBug = (instance: unknown): boolean => {
        const text = JSON.stringify(instance);
        const before = answers.get(text);
        if (before !== undefined) return before;
        const seen = look(instance, most);
        let stands = false;
        if (typeof seen === 'object' && seen.violated.clause === found.violated.clause) {
          const confirmed = objective.confirm(instance, most - used);
          used += confirmed.evaluations;
          ({ stands } = confirmed);
          if (stands) smallest = seen;
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
