/** Whether a test has decided in a given way, as a function of what it counted: `seen` of one outcome, `others` of the other. */
export type Decides = (seen: number, others: number) => boolean;

/** For n = 0, 1, ..., the smallest number of `seen` outcomes among n at which a test has decided; n + 1 when none does. */
export type Boundary = Int32Array;

/**
 * The stopping boundary of a test whose evidence grows with every `seen` outcome and shrinks with every other one.
 *
 * Such a boundary never falls, so it is followed upwards: one look for each n and one for each step up.
 */
export function boundaryOf(decides: Decides, upTo: number): Boundary {
  const boundary = new Int32Array(upTo + 1);
  let needed = 0;
  for (let n = 0; n <= upTo; n++) {
    while (needed <= n && !decides(needed, n - needed)) needed += 1;
    boundary[n] = needed;
  }
  return boundary;
}

/**
 * The probability that a test has decided by trial n, for n = 0, 1, ..., when each outcome is `seen` with probability `p`.
 *
 * Exact but for rounding: the law of the count among the runs that have not decided, carried from trial to trial.
 */
export function decidedBy(boundary: Boundary, p: number): Float64Array {
  const decided = new Float64Array(boundary.length);
  const alive = new Float64Array(boundary.length + 1);
  alive[0] = 1;
  let top = 0; // the largest count that an undecided run can have
  for (let n = 1; n < boundary.length; n++) {
    for (let count = top + 1; count > 0; count--)
      alive[count] = (alive[count] ?? 0) * (1 - p) + (alive[count - 1] ?? 0) * p;
    alive[0] *= 1 - p;
    top += 1;
    let stopped = 0;
    for (; top >= (boundary[n] ?? Infinity); top--) {
      stopped += alive[top] ?? 0;
      alive[top] = 0;
    }
    decided[n] = (decided[n - 1] ?? 0) + stopped;
  }
  return decided;
}

/** The first n at which a test has decided with probability 1/2 at least. @throws RangeError when that is beyond its boundary */
export function medianTrials(boundary: Boundary, p: number): number {
  const median = decidedBy(boundary, p).findIndex((probability) => probability >= 0.5);
  if (median >= 0) return median;
  throw new RangeError(`medianTrials: needs a boundary of more than ${boundary.length - 1} trials.`);
}

/**
 * The smallest number of trials, fixed in advance, at which the exact one-sided binomial test of `P(seen) <= claimed` at
 * `level` refutes with probability 1/2 at least when the truth is `p` > claimed. Less than `upTo`.
 *
 * Tails P(seen >= c) of n trials are carried from n to n + 1 and from c to c + 1 together with the probability of c itself.
 */
export function bestFixedSample(claimed: number, p: number, level: number, upTo: number): number {
  const [nothing, truth] = [tailOf(claimed), tailOf(p)];
  for (let n = 1; n < upTo; n++) {
    nothing.oneMoreTrial();
    truth.oneMoreTrial();
    while (nothing.tail > level) {
      nothing.raise();
      truth.raise();
    }
    if (truth.tail >= 0.5) return n;
  }
  throw new RangeError(`bestFixedSample: needs more than ${upTo} trials.`);
}

interface Tail {
  /** P(count >= c), for the trials so far. */
  readonly tail: number;
  oneMoreTrial(): void;
  /** From c to c + 1. */
  raise(): void;
}

/** Starts at no trials and c = 0. */
function tailOf(p: number): Tail {
  // `below` is P(count = c - 1) and `at` is P(count = c).
  let [n, c, tail, below, at] = [0, 0, 1, 0, 1];
  return {
    get tail() {
      return tail;
    },
    oneMoreTrial() {
      tail += below * p;
      n += 1;
      // From c successes of n to c of n + 1: not through `at + below`, which would add up rounding.
      at = c === n ? below * p : (at * n * (1 - p)) / (n - c);
      below = c === 0 ? 0 : (below * n * (1 - p)) / (n - c + 1);
    },
    raise() {
      tail -= at;
      below = at;
      at = n === c ? 0 : (at * (n - c) * p) / ((c + 1) * (1 - p));
      c += 1;
    },
  };
}
