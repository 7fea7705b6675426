import { log } from '../portable/log.js';
import { derive, type StreamKey } from '../random/key.js';
import { RateTest } from '../statistics/rate-test.js';
import type { ClauseReading } from '../theory/outcome.js';
import { holds } from '../theory/reading.js';
import type { Subject } from '../theory/subject.js';

/** How bad an instance is for a claim. */
export interface Verdictlet {
  /** Smaller is worse: the smallest clause, each in units of what is usual for it; below 0 the clause is violated. */
  readonly fitness: number;
  /** The clause that is violated, undefined when none is. Of a noisy claim: by the draws of the search, which prove nothing. */
  readonly violated: ClauseReading | undefined;
  readonly readings: readonly ClauseReading[];
}

/** What a search minimises for one claim. */
export interface Objective {
  /** Looks at one instance; with the same draws every time, so that noise does not move between neighbours. */
  readonly look: (instance: unknown) => Verdictlet;
  /** Evaluations behind one look. */
  readonly cost: number;
  /**
   * Whether a violation stands: at once where nothing is random, else on draws of the instance's own, which no search has seen,
   * as far as `left` evaluations last.
   */
  readonly confirm: (instance: unknown, left?: number) => Confirmed;
  /** Evaluations that the calibration took. */
  readonly calibrating: number;
}

export interface Confirmed {
  readonly stands: boolean;
  readonly evaluations: number;
  /** For a claim about a rate, how often its event happened less how often it should; NaN for others and for no draws. */
  readonly excess: number;
}

/** Draws of one look at a probable claim. */
const LOOK = 8;
/** Chance that one look refutes a true law: as many in a row must as make the level. */
const LAW_LOOK = 0.01;
/** Chance that a confirmation stops although the claim is false by more than its indifference: it would only be missed. */
const CERTIFYING = 0.01;
/** The most draws that confirming a rate may take. */
const CONFIRM = 400;

/**
 * The objective of a claim, calibrated on a few instances: margins of different clauses have different units.
 *
 * @param level the chance of ever confirming a violation of a true claim about draws: the k-th instance that is confirmed has
 * 1/(k(k+1)) of it, so that a long search does not get by chance what one test would not
 */
export function objectiveOf(
  subject: Subject,
  calibration: readonly unknown[],
  key: StreamKey,
  level: number,
): Objective {
  const common = Array.from({ length: subject.rate === undefined ? 1 : LOOK }, (_, i) => derive(key, 'common', i));
  const { scales, calibrating } = calibrated(subject, calibration, key);
  const fitnessOf = (readings: readonly ClauseReading[]): number =>
    readings.reduce((least, { clause, margin, allowance }) => {
      const part = (margin + allowance) / (scales.get(clause) ?? 1);
      return Number.isNaN(part) ? -Infinity : Math.min(least, part);
    }, Infinity);
  const { rate } = subject;
  const asked = new Map<string, Confirmed>();
  return {
    cost: common.length,
    look: (instance) => {
      const draws = common.map((each) => subject.readings(instance, each));
      const worst = draws.reduce((a, b) => (fitnessOf(b) < fitnessOf(a) ? b : a));
      const violated = worst.find((reading) => !holds(reading));
      if (rate === undefined) return { fitness: fitnessOf(worst), violated, readings: worst };
      const happened = draws.filter((readings) => readings.every(holds)).length;
      const mean = draws.reduce((sum, readings) => sum + bounded(fitnessOf(readings)), 0) / draws.length;
      // The share of draws leads; the mean margin, worth less than one draw, decides between equal shares.
      const fitness = happened / draws.length - rate.probability + mean / (2 * draws.length);
      return { fitness, violated: fitness < 0 && happened < draws.length ? violated : undefined, readings: worst };
    },
    confirm: (instance, left = CONFIRM) => {
      if (!subject.random) return { stands: true, evaluations: 0, excess: NaN };
      const text = JSON.stringify(instance);
      const before = asked.get(text);
      if (before !== undefined) return { ...before, evaluations: 0 };
      const place = asked.size + 1;
      const share = level / (place * (place + 1));
      const own = derive(key, 'confirm', text);
      const again = (i: number): boolean => subject.readings(instance, derive(own, i)).every(holds);
      const answer = rate === undefined ? ofLaw(again, share, left) : ofRate(again, rate, share, left);
      asked.set(text, answer);
      return answer;
    },
    calibrating,
  };
}

/** So many looks in a row, each on a sample of its own, that together they are as rare as the level. */
function ofLaw(again: (i: number) => boolean, level: number, left: number): Confirmed {
  const looks = Math.ceil(log(level) / log(LAW_LOOK));
  let evaluations = 0;
  let stands = looks <= left;
  while (stands && evaluations < looks) stands = !again(evaluations++);
  return { stands, evaluations, excess: NaN };
}

function ofRate(
  again: (i: number) => boolean,
  rate: { readonly probability: number; readonly indifference: number },
  level: number,
  left: number,
): Confirmed {
  const test = new RateTest({ ...rate, refuting: level, certifying: CERTIFYING });
  const most = Math.min(CONFIRM, left);
  for (let i = 0; i < most && test.decision === undefined; i++) test.hear(again(i));
  const excess = test.trials === 0 ? NaN : test.happened / test.trials - rate.probability;
  return { stands: test.decision === 'refuted', evaluations: test.trials, excess };
}

/** Instances after which a claim that has shown one clause needs no more: nothing is compared with it. */
const ENOUGH = 3;

function calibrated(
  subject: Subject,
  calibration: readonly unknown[],
  key: StreamKey,
): { readonly scales: ReadonlyMap<string, number>; readonly calibrating: number } {
  const read: ClauseReading[] = [];
  let calibrating = 0;
  for (const instance of calibration) {
    const alone = subject.rate === undefined && new Set(read.map(({ clause }) => clause)).size <= 1;
    if (alone && calibrating >= ENOUGH) break;
    read.push(...subject.readings(instance, derive(key, 'calibration')));
    calibrating += 1;
  }
  return { scales: scalesOf(read), calibrating };
}

/** What is usual for each clause: the median distance from violation. 1 where that is 0 or not finite. */
function scalesOf(readings: readonly ClauseReading[]): ReadonlyMap<string, number> {
  const distances = new Map<string, number[]>();
  for (const { clause, margin, allowance } of readings) {
    const known = distances.get(clause) ?? [];
    known.push(Math.abs(margin + allowance));
    distances.set(clause, known);
  }
  return new Map(
    [...distances].map(([clause, values]) => {
      const middle = Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? 1;
      return [clause, middle > 0 && middle < Infinity ? middle : 1];
    }),
  );
}

/** Into [-1, 1], keeping order and sign: an infinite margin must not drown the others. */
function bounded(x: number): number {
  if (x === Infinity) return 1;
  return x === -Infinity ? -1 : x / (1 + Math.abs(x));
}
