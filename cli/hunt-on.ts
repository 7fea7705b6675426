import { huntingFor, type Hunted, type HuntPlan, made, type Wanted } from '../src/search/hunt.js';
import { type Leg, type LegResult, searchLeg } from '../src/search/leg.js';
import type { Claim } from '../src/theory/claim.js';
import { telling } from '../src/theory/subject.js';
import type { Hands } from './jobs/hands.js';

/**
 * Hunts with its legs made by others. The legs and their order do not depend on them, and what comes after the first find
 * is not looked at: the result is that of one thread.
 * @param onEvaluation told of every evaluation that has come back here
 */
export async function huntOn(hands: Hands, claim: Claim, plan: HuntPlan, onEvaluation?: () => void): Promise<Hunted> {
  const subject = telling(claim.subject, onEvaluation);
  const hunting = huntingFor(subject, plan);
  let step = hunting.next();
  while (step.done !== true) {
    const wanted = step.value;
    const results =
      hands.here || wanted.legs.length < 2
        ? made(wanted, (leg) => searchLeg(subject, leg))
        : await dealt(wanted, await hands.lanes(), (leg) =>
            hands.make({ kind: 'leg', task: { claim: claim.theorem.id, leg } }),
          );
    step = hunting.next(results);
  }
  return step.value;
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
