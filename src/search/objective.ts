import { log } from '../portable/log.js';
import { derive, type StreamKey } from '../random/key.js';
import { RateTest } from '../statistics/rate-test.js';
import type { ClauseReading } from '../theory/outcome.js';
import { holds, met } from '../theory/reading.js';
import type { Subject } from '../theory/subject.js';
import type { Calibration } from './calibration.js';

/** How near an instance comes to what a search looks for. */
export interface Look {
  /**
   * Smaller is nearer: of a claim about all instances the smallest clause, which is violated below 0; of one that something
   * exists, what the clause farthest from being met lacks. Each in units of what is usual for it.
   */
  readonly fitness: number;
  /**
   * Undefined when it is not what is looked for. Else the clause that is violated, or of a witness the one that is met by least.
   * Of a noisy claim: by the draws of the search, which prove nothing.
   */
  readonly decisive: ClauseReading | undefined;
  readonly readings: readonly ClauseReading[];
}

/** What a search minimises for one claim. */
export interface Objective {
  /** Looks at one instance; with the same draws every time, so that noise does not move between neighbours. */
  readonly look: (instance: unknown) => Look;
  /** Evaluations behind one look. */
  readonly cost: number;
  /**
   * Whether a find stands: at once where nothing is random, else on draws of the instance's own, which no search has seen,
   * as far as `left` evaluations last.
   */
  readonly confirm: (instance: unknown, left?: number) => Confirmed;
}

export interface Confirmed {
  readonly stands: boolean;
  readonly evaluations: number;
  /** For a claim about a rate, how far its event came from what is looked for, as a fitness; NaN for others and for no draws. */
  readonly excess: number;
  /** Draws behind it, and in how many of them the event of a claim about a rate happened. */
  readonly draws: number;
  readonly happened: number | undefined;
}

/** Draws of one look at a probable claim. */
const LOOK = 8;
/** Chance that one look refutes a true law: as many in a row must as make the level. */
const LAW_LOOK = 0.01;
/** Chance that a confirmation stops although the find stands by more than the claim's indifference: it would only be missed. */
const MISSING = 0.01;
/** The most draws that confirming a rate may take. */
const CONFIRM = 400;

/**
 * The objective of a claim: a violation, or of a claim that something exists, a witness.
 *
 * @param level the chance of ever confirming what is not so of a claim about draws: the k-th instance that is confirmed has
 * 1/(k(k+1)) of it, so that a long search does not get by chance what one test would not
 */
export function objectiveOf(subject: Subject, { scales }: Calibration, key: StreamKey, level: number): Objective {
  const common = Array.from({ length: subject.rate === undefined ? 1 : LOOK }, (_, i) => derive(key, 'common', i));
  const { rate, seeks } = subject;
  const forWitness = seeks === 'witness';
  const partOf = ({ clause, margin, allowance }: ClauseReading): number => {
    const part = (forWitness ? allowance - margin : margin + allowance) / (scales[clause] ?? 1);
    if (!Number.isNaN(part)) return part;
    return forWitness ? Infinity : -Infinity;
  };
  const fitnessOf = (readings: readonly ClauseReading[]): number => {
    if (!forWitness) return readings.reduce((least, reading) => Math.min(least, partOf(reading)), Infinity);
    // What says nothing is no witness.
    return readings.length === 0 ? Infinity : Math.max(...readings.map(partOf));
  };
  const eventIn = (readings: readonly ClauseReading[]): boolean =>
    forWitness ? readings.length > 0 && readings.every(met) : readings.every(holds);
  const decisiveIn = (readings: readonly ClauseReading[]): ClauseReading | undefined => {
    if (!forWitness) return readings.find((reading) => !holds(reading));
    if (!eventIn(readings)) return undefined;
    return readings.reduce((a, b) => (partOf(b) > partOf(a) ? b : a));
  };
  const asked = new Map<string, Confirmed>();
  return {
    cost: common.length,
    look: (instance) => {
      const draws = common.map((each) => subject.readings(instance, each));
      // The draw in which the event is farthest from happening.
      const worst = draws.reduce((a, b) => (fitnessOf(b) < fitnessOf(a) === forWitness ? a : b));
      const decisive = decisiveIn(worst);
      if (rate === undefined) return { fitness: fitnessOf(worst), decisive, readings: worst };
      const happened = draws.filter(eventIn).length / draws.length;
      // The share of draws leads; the mean margin, worth less than one draw, decides between equal shares.
      const mean =
        draws.reduce((sum, readings) => sum + bounded(fitnessOf(readings)), 0) / (2 * draws.length * draws.length);
      if (forWitness) {
        const found = happened >= rate.probability;
        const share = { clause: 'probability', margin: happened - rate.probability, allowance: 0, share: 0 };
        return { fitness: rate.probability - happened + mean, decisive: found ? share : undefined, readings: worst };
      }
      const fitness = happened - rate.probability + mean;
      return { fitness, decisive: fitness < 0 ? decisive : undefined, readings: worst };
    },
    confirm: (instance, left = CONFIRM) => {
      if (!subject.random) return { stands: true, evaluations: 0, excess: NaN, draws: 0, happened: undefined };
      const text = JSON.stringify(instance);
      const before = asked.get(text);
      if (before !== undefined) return { ...before, evaluations: 0 };
      const place = asked.size + 1;
      const share = level / (place * (place + 1));
      const own = derive(key, 'confirm', text);
      const again = (i: number): boolean => eventIn(subject.readings(instance, derive(own, i)));
      const answer = rate === undefined ? ofLaw(again, share, left) : ofRate(again, rate, seeks, share, left);
      asked.set(text, answer);
      return answer;
    },
  };
}

/** So many looks in a row, each on a sample of its own, that together they are as rare as the level. */
function ofLaw(again: (i: number) => boolean, level: number, left: number): Confirmed {
  const looks = Math.ceil(log(level) / log(LAW_LOOK));
  let evaluations = 0;
  let stands = looks <= left;
  while (stands && evaluations < looks) stands = !again(evaluations++);
  return { stands, evaluations, excess: NaN, draws: evaluations, happened: undefined };
}

function ofRate(
  again: (i: number) => boolean,
  rate: { readonly probability: number; readonly indifference: number },
  seeks: Subject['seeks'],
  level: number,
  left: number,
): Confirmed {
  const [refuting, certifying] = seeks === 'witness' ? [MISSING, level] : [level, MISSING];
  const test = new RateTest({ ...rate, refuting, certifying });
  const most = Math.min(CONFIRM, left);
  for (let i = 0; i < most && test.decision === undefined; i++) test.hear(again(i));
  const { trials: draws, happened, decision } = test;
  const excess = happened / draws - rate.probability; // NaN of no draws
  const stands = decision === (seeks === 'witness' ? 'certified' : 'refuted');
  return { stands, evaluations: draws, excess: seeks === 'witness' ? -excess : excess, draws, happened };
}

/** Into [-1, 1], keeping order and sign: an infinite margin must not drown the others. */
function bounded(x: number): number {
  if (x === Infinity) return 1;
  return x === -Infinity ? -1 : x / (1 + Math.abs(x));
}
