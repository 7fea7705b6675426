import fc from 'fast-check';
import { derive, rootKey, type StreamKey } from '../../src/random/key.js';
import { UNCALIBRATED } from '../../src/search/calibration.js';
import { hunt } from '../../src/search/hunt.js';
import { objectiveOf } from '../../src/search/objective.js';
import type { Planted } from './planted.js';

/** How one search for one seed went. */
export interface Attempt {
  readonly found: boolean;
  /** Until it was found, or all that were made. */
  readonly evaluations: number;
  /** What was shrunk; undefined when nothing was found. */
  readonly witness: unknown;
}

/** The chance of a false refutation of a claim about draws. */
const LEVEL = 1e-6;

function keyOf({ name }: Planted, seed: number): StreamKey {
  return derive(rootKey(`search ${seed}`), name);
}

/** The search of `bnd hunt`. */
export function guidedAttempt(planted: Planted, seed: number, budget: number, starts = 1): Attempt {
  const hunted = hunt(planted.subject, { key: keyOf(planted, seed), budget, starts, level: LEVEL });
  return {
    found: hunted.simplest !== undefined,
    evaluations: hunted.evaluations,
    witness: hunted.simplest?.instance,
  };
}

/** What fast-check does by itself, with its own bias and shrinking; it judges an instance as the search does. */
export function plainAttempt(planted: Planted, seed: number, budget: number): Attempt {
  const { subject } = planted;
  const key = keyOf(planted, seed);
  const objective = objectiveOf(subject, UNCALIBRATED, key, LEVEL);
  let evaluations = 0;
  let until: number | undefined;
  const property = fc.property(subject.given, (instance) => {
    if (subject.outside(instance) !== undefined) return true;
    if (until === undefined && evaluations + objective.cost > budget) return true;
    evaluations += objective.cost;
    if (objective.look(instance).decisive === undefined) return true;
    const { stands, evaluations: confirming } = objective.confirm(instance);
    evaluations += confirming;
    if (stands) until ??= evaluations;
    return !stands;
  });
  const details = fc.check(property, { seed: derive(key, 'plain').low | 0, numRuns: budget });
  return { found: until !== undefined, evaluations: until ?? budget, witness: details.counterexample?.[0] };
}
