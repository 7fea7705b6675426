import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { huntingFor, type Hunted, type HuntPlan, made, type Wanted } from '../src/search/hunt.js';
import { type Leg, type LegResult, searchLeg } from '../src/search/leg.js';
import type { Claim } from '../src/theory/claim.js';
import type { LegTask } from './leg-worker.js';

const WORKER = fileURLToPath(new URL('leg-worker.js', import.meta.url));

/**
 * Hunts with its legs dealt to threads. The legs and their order do not depend on the threads, and what comes after the first find
 * is not looked at: the result is that of one thread.
 *
 * @param workers threads; as many as the machine has cores unless given; 1 stays in this thread
 */
export async function huntOn(claim: Claim, plan: HuntPlan, workers: number = availableParallelism()): Promise<Hunted> {
  const hunting = huntingFor(claim.subject, plan);
  let pool: Piscina<LegTask, LegResult> | undefined;
  try {
    let step = hunting.next();
    while (step.done !== true) {
      const wanted = step.value;
      // Not compiled: run by the tests, from the sources.
      if (workers < 2 || wanted.legs.length < 2 || !existsSync(WORKER)) {
        step = hunting.next(made(wanted, (leg) => searchLeg(claim.subject, leg)));
        continue;
      }
      const threads = (pool ??= new Piscina({ filename: WORKER, minThreads: workers, maxThreads: workers }));
      const results = await dealt(wanted, workers, (leg) => threads.run({ claim: claim.theorem.id, leg }));
      step = hunting.next(results);
    }
    return step.value;
  } finally {
    await pool?.destroy();
  }
}

/** What a leg came to, or that it crashed: which counts only when nothing was found before. */
type Ended = { readonly result: LegResult } | { readonly error: unknown };

/** Makes legs side by side; starts none after the first of which it is known that it ends the search. */
export async function dealt(
  { legs, until }: Wanted,
  workers: number,
  run: (leg: Leg) => Promise<LegResult>,
): Promise<readonly LegResult[]> {
  const ended = new Map<number, Ended>();
  const ends = (end: Ended | undefined): boolean =>
    end !== undefined && ('error' in end || (until === 'a find' && end.result.by !== undefined));
  /** The first leg that ends the search, as far as is known. */
  const last = (): number =>
    Math.min(legs.length - 1, ...[...ended].flatMap(([place, end]) => (ends(end) ? [place] : [])));
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let leg = legs[next]; leg !== undefined && next <= last(); leg = legs[next]) {
      const place = next++;
      ended.set(
        place,
        await run(leg).then(
          (result) => ({ result }),
          (error: unknown) => ({ error }),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return legs.slice(0, last() + 1).map((_, place) => {
    const end = ended.get(place);
    if (end !== undefined && 'result' in end) return end.result;
    throw end?.error;
  });
}
