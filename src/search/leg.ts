import fc from 'fast-check';
import { derive, type StreamKey } from '../random/key.js';
import type { ClauseReading } from '../theory/outcome.js';
import type { Subject } from '../theory/subject.js';
import { anneal } from './anneal.js';
import type { Calibration } from './calibration.js';
import { climb } from './climb.js';
import { evolve } from './evolve.js';
import { guided, type Judged } from './guided.js';
import { Landscape } from './landscape.js';
import { type Confirmed, objectiveOf } from './objective.js';
import { fresh } from './strategy.js';

/** A part of a search that knows nothing of its other parts, so that any worker can make it. Plain data. */
export interface Leg {
  /** Of the whole search. */
  readonly key: StreamKey;
  /** Distinguishes the legs of a search: their proposals differ, their draws do not. */
  readonly place: number;
  readonly budget: number;
  readonly calibration: Calibration;
  /** The chance that this leg finds what is not so of a claim about draws. */
  readonly level: number;
}

/** The instance that came nearest to what a search looks for. */
export interface Nearest {
  readonly instance: unknown;
  readonly readings: readonly ClauseReading[];
  readonly fitness: number;
}

/** What a leg came to. Plain data. */
export interface LegResult {
  readonly evaluations: number;
  /** Evaluations that each strategy had. */
  readonly spent: Readonly<Record<string, number>>;
  readonly found: unknown;
  /** The strategy that found it; undefined when nothing was found. */
  readonly by: string | undefined;
  /** How it was confirmed. */
  readonly confirmed: Confirmed | undefined;
  readonly nearest: Nearest | undefined;
}

/** Told of every look, in order: whether it is what is looked for, as far as one look can say. Must not influence anything. */
export type OnLook = (instance: unknown, readings: readonly ClauseReading[], found: boolean) => void;

const SAMPLE = 300;

/** What a search knows of a claim's instances before it begins: a sample that its generator makes. */
export function landscapeOf({ given }: Subject, key: StreamKey): Landscape {
  const sample = fc.sample(given, { numRuns: SAMPLE, seed: derive(key, 'sample').low | 0 });
  return new Landscape(sample, (value) => given.canShrinkWithoutContext(value));
}

/**
 * Searches until something is found that stands, or the budget is spent. Four strategies share the budget by what pays.
 *
 * @throws Crashed when the claim's own code throws
 */
export function searchLeg(
  subject: Subject,
  { key, place, budget, calibration, level }: Leg,
  onLook?: OnLook,
): LegResult {
  const landscape = landscapeOf(subject, key);
  const objective = objectiveOf(subject, calibration, key, level);
  let nearest: Nearest | undefined;
  let confirmed: Confirmed | undefined;
  const judge = (instance: unknown, left: number): Judged => {
    const { fitness, decisive, readings } = objective.look(instance);
    if (nearest === undefined || fitness < nearest.fitness) nearest = { instance, readings, fitness };
    onLook?.(instance, readings, decisive !== undefined);
    if (decisive === undefined) return { fitness, found: false, cost: objective.cost };
    confirmed = objective.confirm(instance, left - objective.cost);
    const { stands, evaluations, excess } = confirmed;
    const cost = objective.cost + evaluations;
    // What looked bad and was not must not draw the search to itself: it is as good as the fresh draws say.
    if (!stands) return { fitness: Math.max(fitness, Number.isNaN(excess) ? 0 : excess), found: false, cost };
    return { fitness, found: true, cost };
  };
  const { evaluations, spent, found, by } = guided({
    given: subject.given,
    isInstance: (value) => subject.outside(value) === undefined,
    judge,
    budget,
    least: objective.cost,
    key: derive(key, 'start', place),
    strategies: [fresh(), climb(landscape), anneal(landscape), evolve(landscape)],
  });
  return { evaluations, spent, found, by, confirmed: by === undefined ? undefined : confirmed, nearest };
}
