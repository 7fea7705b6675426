import { type RatePath, ratePath } from '../statistics/rate-path.js';
import { RateTest, type RateQuestion } from '../statistics/rate-test.js';
import type { Asking } from './draw.js';
import type { Seat } from './seats.js';

/** A test of a probability with the draws that it may ask for, in this order. */
export interface Contest<Instance> {
  /** The control that is on trial, '' for the claim itself. */
  readonly control: string;
  readonly question: RateQuestion;
  readonly seats: readonly Seat<Instance>[];
}

/** What came of a contest. */
export interface Settled<Instance> {
  readonly decision: 'refuted' | 'certified' | 'undecided';
  /** Draws up to the decision, and in how many of them the event happened. */
  readonly draws: number;
  readonly happened: number;
  /** How the evidence moved up to the decision; undefined when nothing was tested. */
  readonly path: RatePath | undefined;
  /** Every draw that was made, the last few perhaps after the decision: draws are asked for in batches. */
  readonly made: readonly { readonly instance: Instance; readonly margin: number }[];
}

/** The first batch of a contest; then half of what it has, so that at most a third of its draws come after the decision. */
const FIRST_BATCH = 16;

/**
 * Lets contests run side by side, each until it decides or has no seats left.
 *
 * Batches serve the workers only: each test hears its draws in order and stops by itself, so no batch size can change what it says.
 */
export function* settled<Instance>(
  contests: readonly Contest<Instance>[],
): Asking<readonly Settled<Instance>[], Instance> {
  const running = contests.map((contest) => {
    const made: { instance: Instance; margin: number }[] = [];
    return { contest, test: new RateTest(contest.question), made };
  });
  for (;;) {
    const asked = running.flatMap(({ contest, test, made }) => {
      const size = Math.max(FIRST_BATCH, Math.ceil(made.length / 2));
      const batch = test.decision === undefined ? contest.seats.slice(made.length, made.length + size) : [];
      return batch.map((seat) => ({ seat, control: contest.control, test, made }));
    });
    if (asked.length === 0) break;
    const margins = yield asked.map(({ control, seat }) => ({ control, ...seat }));
    asked.forEach(({ seat: { instance }, test, made }, i) => {
      const margin = margins[i] ?? NaN;
      made.push({ instance, margin });
      test.hear(margin >= 0); // NaN is no event
    });
  }
  return running.map(({ contest, test, made }) => ({
    decision: test.decision ?? 'undecided',
    draws: test.trials,
    happened: test.happened,
    path: ratePath(
      contest.question,
      made.slice(0, test.trials).map(({ margin }) => margin >= 0),
    ),
    made,
  }));
}
