/** What came of a part of the draws, and how long the worker was busy with it. */
export interface Done {
  readonly outcomes: readonly number[];
  readonly milliseconds: number;
}

/** A round trip to a worker costs a tenth of a millisecond: a task of this length makes nothing of it. */
const LONG_ENOUGH = 20;
/** Longer ones gain nothing, show no progress, and are waited for at the end. */
const LONGEST = 100;

/**
 * How many draws the next task gets. The tasks grow shorter towards the end, so that no worker waits long for another.
 *
 * @param left draws that no worker has yet
 * @param each milliseconds of one draw, as far as is known; NaN before the first task is back, which is a single draw
 */
export function taskSize(left: number, workers: number, each: number): number {
  if (Number.isNaN(each)) return 1;
  const fair = left / (2 * workers);
  return Math.min(left, Math.ceil(Math.max(LONG_ENOUGH / each, Math.min(LONGEST / each, fair))));
}

/**
 * Deals draws out to workers, each of which gets a task when it has done its last, and returns what came of them in the order of the draws.
 *
 * Draws of one claim take from a tenth of a millisecond to a second: the size of a task follows from the times of those before.
 * So who makes a draw depends on the clock, and its outcome does not: it has its own key.
 */
export async function deal<T>(
  draws: readonly T[],
  workers: number,
  run: (part: readonly T[]) => Promise<Done>,
  onProgress?: (done: number, total: number) => void,
): Promise<readonly number[]> {
  const parts: { readonly from: number; readonly outcomes: readonly number[] }[] = [];
  let [next, done, each] = [0, 0, NaN];
  const worker = async (): Promise<void> => {
    while (next < draws.length) {
      const from = next;
      const size = taskSize(draws.length - from, workers, each);
      next += size;
      const { outcomes, milliseconds } = await run(draws.slice(from, from + size));
      parts.push({ from, outcomes });
      const latest = milliseconds / outcomes.length;
      each = Number.isNaN(each) ? latest : (each + latest) / 2; // the next draws may be of another instance: half way there
      onProgress?.((done += outcomes.length), draws.length);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return parts.toSorted((a, b) => a.from - b.from).flatMap(({ outcomes }) => outcomes);
}
