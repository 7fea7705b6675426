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
  /** Whether a violation stands: at once where nothing is random, else on draws that no search has seen. */
  readonly confirm: (instance: unknown) => { readonly stands: boolean; readonly evaluations: number };
}

/** Draws of one look at a probable claim. */
const LOOK = 8;
/** Looks, on fresh draws, that must all refute a law at the level 0.01 of a look: together 1e-8. */
const LAW_LOOKS = 4;
/** The most draws that confirming a rate may take. */
const CONFIRM = 400;

/**
 * The objective of a claim, calibrated on a few instances: margins of different clauses have different units.
 *
 * @param level the chance of confirming a violation of a true probable claim
 */
export function objectiveOf(
  subject: Subject,
  calibration: readonly unknown[],
  key: StreamKey,
  level: number,
): Objective {
  const common = Array.from({ length: subject.rate === undefined ? 1 : LOOK }, (_, i) => derive(key, 'common', i));
  const scales = scalesOf(calibration.flatMap((instance) => subject.readings(instance, derive(key, 'calibration'))));
  const fitnessOf = (readings: readonly ClauseReading[]): number =>
    readings.reduce((least, { clause, margin, allowance }) => {
      const part = (margin + allowance) / (scales.get(clause) ?? 1);
      return Number.isNaN(part) ? -Infinity : Math.min(least, part);
    }, Infinity);
  const { rate } = subject;
  return {
    cost: common.length,
    look: (instance) => {
      const draws = common.map((each) => subject.readings(instance, each));
      const worst = [...draws].sort((a, b) => fitnessOf(a) - fitnessOf(b))[0] ?? [];
      const violated = worst.find((reading) => !holds(reading));
      if (rate === undefined) return { fitness: fitnessOf(worst), violated, readings: worst };
      const happened = draws.filter((readings) => readings.every(holds)).length;
      const mean = draws.reduce((sum, readings) => sum + bounded(fitnessOf(readings)), 0) / draws.length;
      // The share of draws leads; the mean margin, worth less than one draw, decides between equal shares.
      const fitness = happened / draws.length - rate.probability + mean / (2 * draws.length);
      return { fitness, violated: fitness < 0 && happened < draws.length ? violated : undefined, readings: worst };
    },
    confirm: (instance) => {
      if (!subject.random) return { stands: true, evaluations: 0 };
      const again = (i: number): readonly ClauseReading[] => subject.readings(instance, derive(key, 'confirm', i));
      if (rate === undefined) {
        const stands = [0, 1, 2, 3].slice(0, LAW_LOOKS).every((i) => !again(i).every(holds));
        return { stands, evaluations: LAW_LOOKS };
      }
      const test = new RateTest({ ...rate, refuting: level / 2, certifying: level / 2 });
      for (let i = 0; i < CONFIRM && test.decision === undefined; i++) test.hear(again(i).every(holds));
      return { stands: test.decision === 'refuted', evaluations: test.trials };
    },
  };
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
