import fc from 'fast-check';
import { derive, type StreamKey } from '../random/key.js';
import type { ClauseReading } from '../theory/outcome.js';
import type { Subject } from '../theory/subject.js';
import { anneal } from './anneal.js';
import { evolve } from './evolve.js';
import { guided } from './guided.js';
import { Landscape } from './landscape.js';
import { objectiveOf } from './objective.js';
import { simpler, simplified } from './simplest.js';
import { fresh } from './strategy.js';
import { type Sweep, sweptAround } from './sweep.js';

export interface HuntPlan {
  readonly key: StreamKey;
  /** Evaluations for searching; shrinking and the sweep have as much again at most. */
  readonly budget: number;
  /** Independent finds to look for, of which the simplest is reported, while the budget lasts. */
  readonly starts: number;
  /** The chance of a false refutation of a probable claim. */
  readonly level: number;
}

/** An instance for which a claim does not hold. */
export interface Witnessed {
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
  readonly simplest: Witnessed | undefined;
  /** The instance that violates its clause the most, of all that were found. */
  readonly worst: Witnessed | undefined;
  readonly sweeps: readonly Sweep[];
  /** The worst that was seen when nothing was found: how near the search came. */
  readonly nearest:
    { readonly instance: unknown; readonly readings: readonly ClauseReading[]; readonly fitness: number } | undefined;
}

const SAMPLE = 300;
const CALIBRATION = 24;

/**
 * Looks for an instance that violates a claim: three strategies share the budget by what pays; what is found is shrunk with the
 * claim's own arbitrary, simplified to the smallest, and swept around.
 *
 * Common random numbers inside the search; a find on noisy draws is confirmed on fresh ones before it counts. Same key, same result.
 * @throws Crashed when the claim's own code throws
 */
export function hunt(subject: Subject, { key, budget, starts, level }: HuntPlan): Hunted {
  const landscape = new Landscape(fc.sample(subject.given, { numRuns: SAMPLE, seed: derive(key, 'sample').low | 0 }));
  const isInstance = (value: unknown): boolean => subject.outside(value) === undefined;
  const known = landscape.sample.filter(isInstance);
  const objective = objectiveOf(subject, known.slice(0, CALIBRATION), key, level);
  const finds: Witnessed[] = [];
  const spent: Record<string, number> = {};
  let used = 0;
  let first: { readonly evaluations: number; readonly by: string | undefined } | undefined;
  let tidying = 0;
  let nearest: Hunted['nearest'];
  const refuted = new Set<string>(); // looked bad and did not stand on fresh draws

  const looks = (): number => Math.floor((budget - used) / objective.cost);
  for (let start = 0; finds.length < starts && looks() > 0; start++) {
    // A further find is for a smaller witness: it may cost as much as the first one did, and no more than what is left.
    const share = first === undefined ? looks() : Math.min(looks(), Math.ceil(first.evaluations / objective.cost) + 50);
    const run = guided({
      given: subject.given,
      isInstance,
      budget: share,
      key: derive(key, 'start', start),
      strategies: [fresh(), anneal(landscape), evolve(landscape)],
      judge: (instance) => {
        if (!isInstance(instance)) return { fitness: Infinity, found: false };
        used += objective.cost;
        const { fitness, violated, readings } = objective.look(instance);
        if (nearest === undefined || fitness < nearest.fitness) nearest = { instance, readings, fitness };
        if (violated === undefined || refuted.has(JSON.stringify(instance))) return { fitness, found: false };
        const { stands, evaluations } = objective.confirm(instance);
        used += evaluations;
        if (!stands) refuted.add(JSON.stringify(instance));
        return { fitness, found: stands };
      },
    });
    for (const [name, count] of Object.entries(run.spent)) spent[name] = (spent[name] ?? 0) + count;
    if (run.by === undefined) {
      if (first !== undefined) break;
      continue;
    }
    first ??= { evaluations: used, by: run.by };
    const { witness, asked } = tidied(run.found);
    tidying += asked;
    finds.push(witness, witnessed(run.found));
  }

  /** The simplest instance near a find that violates the same clause. */
  function tidied(found: unknown): { readonly witness: Witnessed; readonly asked: number } {
    const { violated: clause } = witnessed(found);
    let asked = 0;
    const sameBug = (instance: unknown): boolean => {
      if (asked >= budget || !isInstance(instance)) return false;
      asked += objective.cost;
      const look = objective.look(instance);
      return look.violated?.clause === clause.clause && objective.confirm(instance).stands;
    };
    const property = fc.property(subject.given, (instance) => !sameBug(instance));
    const shrunk = fc.check(property, { examples: [[found]], numRuns: 1, seed: derive(key, 'shrink').low | 0 });
    const smaller = shrunk.counterexample?.[0] ?? found;
    const { instance } = simplified(smaller, landscape, sameBug, budget);
    return { witness: witnessed(instance), asked };
  }

  function witnessed(instance: unknown): Witnessed {
    const { readings, violated } = objective.look(instance);
    const [worst] = readings;
    const reading = violated ?? worst;
    if (reading === undefined) throw new RangeError('hunt: needs a claim with clauses; came one without.');
    return { instance, readings, violated: reading };
  }

  const simplest = finds.reduce<Witnessed | undefined>(
    (best, find) => (best === undefined || simpler(find.instance, best.instance) ? find : best),
    undefined,
  );
  const worst = finds.reduce<Witnessed | undefined>(
    (best, find) =>
      best === undefined || objective.look(find.instance).fitness < objective.look(best.instance).fitness ? find : best,
    undefined,
  );
  const sweeps =
    simplest === undefined
      ? []
      : sweptAround(simplest.instance, landscape, (instance) => {
          if (!isInstance(instance)) return undefined;
          tidying += objective.cost;
          return objective.look(instance).violated !== undefined;
        });
  return {
    evaluations: first?.evaluations ?? used,
    tidying,
    spent,
    by: first?.by,
    simplest,
    worst,
    sweeps,
    nearest: simplest === undefined ? nearest : undefined,
  };
}
