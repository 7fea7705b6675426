import type { Draw } from '../src/theory/draw.js';
import { loadClaims } from './load-claims.js';

const claims = loadClaims();

/** A few draws of one claim, as a worker gets them. */
export interface DrawTask {
  readonly claim: string;
  readonly draws: readonly Draw[];
}

/** Makes the draws of a task, in order. What a worker thread runs. */
export default async function makeDraws({ claim: id, draws }: DrawTask): Promise<readonly number[]> {
  const claim = (await claims).find(({ theorem }) => theorem.id === id);
  if (claim === undefined) throw new RangeError(`draw-worker: needs the id of a claim; came "${id}".`);
  return draws.map((draw) => claim.draw(draw));
}
