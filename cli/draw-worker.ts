import type { Draw } from '../src/theory/draw.js';
import type { Done } from './deal.js';
import { loadClaims } from './load-claims.js';

const claims = loadClaims();

/** A few draws of one claim, as a worker gets them. */
export interface DrawTask {
  readonly claim: string;
  readonly draws: readonly Draw[];
}

/** Makes the draws of a task, in order. What a worker thread runs. */
export default async function makeDraws({ claim: id, draws }: DrawTask): Promise<Done> {
  const claim = (await claims).find(({ theorem }) => theorem.id === id);
  if (claim === undefined) throw new RangeError(`draw-worker: needs the id of a claim; came "${id}".`);
  const start = performance.now();
  const outcomes = draws.map((draw) => claim.draw(draw));
  return { outcomes, milliseconds: performance.now() - start };
}
