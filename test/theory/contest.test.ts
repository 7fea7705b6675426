import { expect, test } from 'vitest';
import { rootKey } from '../../src/random/key.js';
import { ratePath } from '../../src/statistics/rate-path.js';
import { type RateQuestion, RateTest } from '../../src/statistics/rate-test.js';
import { type Contest, settled, type Settled } from '../../src/theory/contest.js';

const key = rootKey('contest');
const contest = (control: string, question: RateQuestion, seats: number): Contest<number> => ({
  control,
  question,
  seats: Array.from({ length: seats }, (_, instance) => ({ instance, key })),
});

interface Round {
  /** How many draws each control was asked for. */
  readonly asked: Readonly<Record<string, number>>;
}

/** Plays contests to their end; margins follow from the control and the number of the seat. */
function played(
  contests: readonly Contest<number>[],
  marginOf: (control: string, seat: number) => number,
): { readonly results: readonly Settled<number>[]; readonly rounds: readonly Round[] } {
  const work = settled(contests);
  const rounds: Round[] = [];
  let step = work.next();
  // Planted: contests that never end would be asked for more rounds than these.
  for (let k = 0; k < 50 && step.done !== true; k++) {
    const draws = step.value;
    const asked: Record<string, number> = {};
    for (const { control } of draws) asked[control] = (asked[control] ?? 0) + 1;
    rounds.push({ asked });
    step = work.next(draws.map(({ control, instance }) => marginOf(control, instance)));
  }
  if (step.done !== true) throw new Error('contest: needs an end');
  return { results: step.value, rounds };
}

const open: RateQuestion = { probability: 0.9, indifference: 0.1, refuting: 0, certifying: 0 };
const asking: RateQuestion = { ...open, refuting: 1e-3, certifying: 1e-3 };

test('Contests are asked for batches of sixteen, then of half of what they have, until they decide or have no seats left', () => {
  const half = (seat: number): number => (seat % 2 === 0 ? 0 : -1);
  const { results, rounds } = played([contest('open', open, 100), contest('sure', asking, 100)], (control, seat) =>
    control === 'open' ? half(seat) : 0,
  );
  // What always happens is certified above 0.8 after ln 2000 / -ln 0.8 = 34.1 draws at most: in the third batch.
  const alone = new RateTest(asking);
  for (let n = 0; n < 48; n++) alone.hear(true);
  expect([33, 34, 35]).toContain(alone.trials);
  expect(rounds.map(({ asked }) => asked)).toEqual([
    { open: 16, sure: 16 },
    { open: 16, sure: 16 },
    { open: 16, sure: 16 },
    { open: 24 },
    { open: 28 },
  ]);
  const outcomes = Array.from({ length: 100 }, (_, seat) => half(seat) >= 0);
  expect(results).toEqual([
    {
      decision: 'undecided',
      draws: 100,
      happened: 50,
      path: ratePath(open, outcomes),
      made: outcomes.map((_, instance) => ({ instance, margin: half(instance) })),
    },
    {
      decision: 'certified',
      draws: alone.trials,
      happened: alone.trials,
      path: ratePath(
        asking,
        Array.from({ length: alone.trials }, () => true),
      ),
      made: Array.from({ length: 48 }, (_, instance) => ({ instance, margin: 0 })),
    },
  ]);
});

test('A margin that is not a number, or is missing, is no event', () => {
  const { results } = played([contest('', asking, 40)], () => NaN);
  expect(results).toMatchObject([{ decision: 'refuted', happened: 0 }]);
  const work = settled([contest('', asking, 10)]);
  work.next();
  expect(work.next([]).value).toMatchObject([{ happened: 0 }]);
});

test('No contests ask for nothing', () => {
  expect(played([], () => 0)).toEqual({ results: [], rounds: [] });
});
