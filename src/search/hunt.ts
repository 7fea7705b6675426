import { derive, type StreamKey } from '../random/key.js';
import type { ClauseReading } from '../theory/outcome.js';
import type { Subject } from '../theory/subject.js';
import { calibrated } from './calibration.js';
import { landscapeOf, type Leg, type LegResult, type Nearest, type OnLook, searchLeg } from './leg.js';
import { objectiveOf } from './objective.js';
import { simpler } from './simplest.js';
import { type Sweep, sweptAround } from './sweep.js';
import { tidying, type Witnessed } from './tidy.js';

export interface HuntPlan {
  readonly key: StreamKey;
  /** Evaluations for searching; shrinking and the sweep have together as much again at most. */
  readonly budget: number;
  /** Independent finds to look for, of which the simplest is reported, while the budget lasts. */
  readonly starts: number;
  /** The chance of finding what is not so of a claim about draws. */
  readonly level: number;
  /** What is done with finds: they are shrunk and the simplest is swept around, unless it says less. */
  readonly after?: 'all' | 'shrinking' | 'nothing';
}

/** An instance for which a claim does not hold, or which shows that what it says exists does. */
export interface Witness {
  readonly instance: unknown;
  readonly readings: readonly ClauseReading[];
  /** The clause that is violated; of a witness the one that is met by least. */
  readonly decisive: ClauseReading;
  /** Draws that no search had seen which confirmed it, and how often the event happened; undefined where nothing is random. */
  readonly confirmed: { readonly draws: number; readonly happened: number | undefined } | undefined;
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
  /** The instance that violates its clause the most, or meets its clauses by most, of all that were found. */
  readonly clearest: Witness | undefined;
  readonly sweeps: readonly Sweep[];
  /** Draws behind each value of a sweep, none of them the search's; 0 where nothing is random. */
  readonly sweepDraws: number;
  /** The worst that was seen when nothing was found: how near the search came. */
  readonly nearest: Nearest | undefined;
}

/** Legs that a hunt wants made. Of those `until` a find, what comes after the first that found something is not looked at. */
export interface Wanted {
  readonly legs: readonly Leg[];
  readonly until: 'a find' | 'all are made';
}

/** A hunt that says which legs it wants made and is told what they came to, in their order. Who makes them cannot matter. */
export type Hunting = Generator<Wanted, Hunted, readonly LegResult[]>;

const CALIBRATION = 24;
/** Part of the budget that calibration may take. */
const CALIBRATING = 0.05;
/** Evaluations that a further find may take beyond those of the first one. */
const FURTHER = 50;
/** Legs of a large budget, and how many looks one has at least and at most: a search that has not paid by then begins afresh. */
const LEGS = 8;
const SHORTEST = 1000;
const LONGEST = 10_000;

/**
 * Looks for an instance that violates a claim, or shows that what it says exists does: what is found is shrunk with the claim's
 * own arbitrary, simplified to the smallest, and swept around.
 *
 * Common random numbers inside the search; a find on noisy draws is confirmed on fresh ones before it counts. Same key, same result.
 * An evaluation is one reading of the claim: of a law, a sample.
 * @throws Crashed when the claim's own code throws
 */
export function hunt(subject: Subject, { onLook, ...plan }: HuntPlan & { readonly onLook?: OnLook }): Hunted {
  const hunting = huntingFor(subject, plan);
  let step = hunting.next();
  while (step.done !== true) step = hunting.next(made(step.value, (leg) => searchLeg(subject, leg, onLook)));
  return step.value;
}

/** Legs one after the other, as far as they are looked at. */
export function made({ legs, until }: Wanted, search: (leg: Leg) => LegResult): readonly LegResult[] {
  const results: LegResult[] = [];
  for (const leg of legs) {
    const result = search(leg);
    results.push(result);
    if (until === 'a find' && result.by !== undefined) break;
  }
  return results;
}

/** The hunt as work that leaves its legs to the caller. */
export function* huntingFor(subject: Subject, { key, budget, starts, level, after = 'all' }: HuntPlan): Hunting {
  const landscape = landscapeOf(subject, key);
  const known = landscape.sample.filter((value) => subject.outside(value) === undefined);
  const few = known.slice(0, Math.min(CALIBRATION, Math.floor(CALIBRATING * budget)));
  const calibration = calibrated(subject, few, key);
  const { cost } = objectiveOf(subject, calibration, key, level);
  const leg = (place: number, part: number): Leg => ({
    ...{ key, place, budget: part, calibration },
    level: level / ((place + 2) * (place + 3)), // these sum to half of it; the other half is for shrinking
  });

  const parts = partsOf(budget - calibration.evaluations, cost);
  const first = yield { legs: parts.map((part, place) => leg(place, part)), until: 'a find' };
  const finder = first.find(({ by }) => by !== undefined);
  const evaluations = calibration.evaluations + sum(first.map((result) => result.evaluations));
  // A further find is for a smaller witness: it may cost as much as the first one did, and no more than what is left.
  const further = finder === undefined ? 0 : starts - 1;
  const most = Math.min(Math.floor((budget - evaluations) / further), evaluations + FURTHER * cost);
  const later =
    further > 0 && most >= cost
      ? yield {
          legs: Array.from({ length: further }, (_, k) => leg(parts.length + k, most)),
          until: 'all are made',
        }
      : [];

  const all = [...first, ...later];
  const objective = objectiveOf(subject, calibration, key, level / 2);
  const tidy = tidying(subject, landscape, objective, derive(key, 'shrink'), budget);
  const finds = all
    .filter(({ by }) => by !== undefined)
    .flatMap(({ found, confirmed }) => {
      const { readings, decisive, fitness } = objective.look(found);
      if (decisive === undefined) return [];
      const find = { instance: found, readings, decisive, fitness, confirmed };
      return after === 'nothing' ? [find] : [tidy.smallest(find), find];
    });
  const simplest = least(finds, (a, b) => simpler(a.instance, b.instance));
  const clearest = least(finds, (a, b) => a.fitness < b.fitness);
  return {
    evaluations,
    simplest: simplest && reported(simplest, subject),
    clearest: clearest && reported(clearest, subject),
    sweeps: simplest === undefined || after !== 'all' ? [] : sweptAround(simplest.instance, landscape, tidy.stands),
    sweepDraws: tidy.draws,
    tidying: tidy.evaluations(),
    spent: spentBy(all),
    by: finder?.by,
    nearest: simplest === undefined ? least(nearestOf(all), (a, b) => a.fitness < b.fitness) : undefined,
  };
}

function reported({ instance, readings, decisive, confirmed }: Witnessed, { random }: Subject): Witness {
  const by = random && confirmed !== undefined ? { draws: confirmed.draws, happened: confirmed.happened } : undefined;
  return { instance, readings, decisive, confirmed: by };
}

/** The budgets of the legs: equal, and none too short to get anywhere. */
function partsOf(budget: number, cost: number): readonly number[] {
  if (budget < cost) return [];
  const length = Math.min(LONGEST * cost, Math.max(SHORTEST * cost, Math.ceil(budget / LEGS)));
  const count = Math.max(1, Math.floor(budget / length));
  return Array.from(
    { length: count },
    (_, k) => Math.floor((budget * (k + 1)) / count) - Math.floor((budget * k) / count),
  );
}

function nearestOf(results: readonly LegResult[]): readonly Nearest[] {
  return results.flatMap(({ nearest }) => (nearest === undefined ? [] : [nearest]));
}

function spentBy(results: readonly LegResult[]): Readonly<Record<string, number>> {
  const spent: Record<string, number> = {};
  for (const result of results)
    for (const [name, count] of Object.entries(result.spent)) spent[name] = (spent[name] ?? 0) + count;
  return spent;
}

/** The first that no other comes before; undefined of none. */
function least<T>(all: readonly T[], before: (a: T, b: T) => boolean): T | undefined {
  return all.reduce<T | undefined>((best, one) => (best === undefined || before(one, best) ? one : best), undefined);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}
