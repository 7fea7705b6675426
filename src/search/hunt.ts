import fc from 'fast-check';
import { derive, type StreamKey } from '../random/key.js';
import type { ClauseReading } from '../theory/outcome.js';
import type { Subject } from '../theory/subject.js';
import { anneal } from './anneal.js';
import { climb } from './climb.js';
import { evolve } from './evolve.js';
import { guided, type Judged } from './guided.js';
import { Landscape } from './landscape.js';
import { objectiveOf } from './objective.js';
import { simpler } from './simplest.js';
import { fresh } from './strategy.js';
import { type Sweep, sweptAround } from './sweep.js';
import { tidying, type Witnessed, witnessedBy } from './tidy.js';

export interface HuntPlan {
  readonly key: StreamKey;
  /** Evaluations for searching; shrinking and the sweep have together as much again at most. */
  readonly budget: number;
  /** Independent finds to look for, of which the simplest is reported, while the budget lasts. */
  readonly starts: number;
  /** The chance of a false refutation of a probable claim. */
  readonly level: number;
}

/** An instance for which a claim does not hold. */
export interface Witness {
  readonly instance: unknown;
  readonly readings: readonly ClauseReading[];
  readonly violated: ClauseReading;
}

/** What a hunt came to. */
export interface Hunted {
  /** Evaluations until the first find that stands, or all that were made. */
  readonly evaluations: number;
  /** Evaluations of shrinking, simplifying and sweeping. */
  readonly tidying: number;
  /** Evaluations that each strategy had. */
  readonly spent: Readonly<Record<string, number>>;
  /** The strategy that made the first find. */
  readonly by: string | undefined;
  /** Undefined when nothing was found. */
  readonly simplest: Witness | undefined;
  /** The instance that violates its clause the most, of all that were found. */
  readonly worst: Witness | undefined;
  readonly sweeps: readonly Sweep[];
  /** The worst that was seen when nothing was found: how near the search came. */
  readonly nearest:
    { readonly instance: unknown; readonly readings: readonly ClauseReading[]; readonly fitness: number } | undefined;
}

const SAMPLE = 300;
const CALIBRATION = 24;
/** Part of the budget that calibration may take. */
const CALIBRATING = 0.05;
/** Evaluations that a further find may take beyond those of the first one. */
const FURTHER = 50;

/**
 * Looks for an instance that violates a claim: four strategies share the budget by what pays; what is found is shrunk with the
 * claim's own arbitrary, simplified to the smallest, and swept around.
 *
 * Common random numbers inside the search; a find on noisy draws is confirmed on fresh ones before it counts. Same key, same result.
 * An evaluation is one reading of the claim: of a law, a sample.
 * @throws Crashed when the claim's own code throws
 */
export function hunt(subject: Subject, { key, budget, starts, level }: HuntPlan): Hunted {
  const landscape = new Landscape(
    fc.sample(subject.given, { numRuns: SAMPLE, seed: derive(key, 'sample').low | 0 }),
    (value) => subject.given.canShrinkWithoutContext(value),
  );
  const isInstance = (value: unknown): boolean => subject.outside(value) === undefined;
  const known = landscape.sample.filter(isInstance);
  const calibration = known.slice(0, Math.min(CALIBRATION, Math.floor(CALIBRATING * budget)));
  const objective = objectiveOf(subject, calibration, key, level);
  const tidy = tidying(subject, landscape, objective, derive(key, 'shrink'), budget);
  const finds: Witnessed[] = [];
  const spent: Record<string, number> = {};
  let used = objective.calibrating;
  let first: { readonly evaluations: number; readonly by: string } | undefined;
  let nearest: Hunted['nearest'];

  const judge = (instance: unknown, left: number): Judged => {
    const { fitness, violated, readings } = objective.look(instance);
    if (nearest === undefined || fitness < nearest.fitness) nearest = { instance, readings, fitness };
    if (violated === undefined) return { fitness, found: false, cost: objective.cost };
    const { stands, evaluations, excess } = objective.confirm(instance, left - objective.cost);
    const cost = objective.cost + evaluations;
    // What looked bad and was not must not draw the search to itself: it is as good as the fresh draws say.
    if (!stands) return { fitness: Math.max(fitness, Number.isNaN(excess) ? 0 : excess), found: false, cost };
    return { fitness, found: true, cost };
  };
  for (let start = 0; start < starts && used + objective.cost <= budget; start++) {
    // A further find is for a smaller witness: it may cost as much as the first one did, and no more than what is left.
    const most = first === undefined ? Infinity : first.evaluations + FURTHER * objective.cost;
    const run = guided({
      given: subject.given,
      isInstance,
      judge,
      budget: Math.min(budget - used, most),
      least: objective.cost,
      key: derive(key, 'start', start),
      strategies: [fresh(), climb(landscape), anneal(landscape), evolve(landscape)],
    });
    used += run.evaluations;
    for (const [name, count] of Object.entries(run.spent)) spent[name] = (spent[name] ?? 0) + count;
    if (run.by === undefined) break;
    first ??= { evaluations: used, by: run.by };
    const found = witnessedBy(objective, run.found);
    if (found !== undefined) finds.push(tidy.smallest(found), found);
  }

  const simplest = finds.reduce<Witnessed | undefined>(
    (best, find) => (best === undefined || simpler(find.instance, best.instance) ? find : best),
    undefined,
  );
  const worst = finds.reduce<Witnessed | undefined>(
    (best, find) => (best === undefined || find.fitness < best.fitness ? find : best),
    undefined,
  );
  const sweeps = simplest === undefined ? [] : sweptAround(simplest.instance, landscape, tidy.violated);
  return {
    evaluations: first?.evaluations ?? used,
    tidying: tidy.evaluations(),
    spent,
    by: first?.by,
    simplest: simplest && reported(simplest),
    worst: worst && reported(worst),
    sweeps,
    nearest: simplest === undefined ? nearest : undefined,
  };
}

function reported({ instance, readings, violated }: Witnessed): Witness {
  return { instance, readings, violated };
}
