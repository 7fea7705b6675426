import type { Leg, LegResult } from '../src/search/leg.js';
import { searchLeg } from '../src/search/leg.js';
import { loadClaims } from './load-claims.js';

const claims = loadClaims();

/** A leg of a hunt for one claim, as a worker gets it. */
export interface LegTask {
  readonly claim: string;
  readonly leg: Leg;
}

/** Makes a leg. What a worker thread runs. @throws Crashed when the claim's own code throws */
export default async function makeLeg({ claim: id, leg }: LegTask): Promise<LegResult> {
  const claim = (await claims).find(({ theorem }) => theorem.id === id);
  if (claim === undefined) throw new RangeError(`leg-worker: needs the id of a claim; came "${id}".`);
  return searchLeg(claim.subject, leg);
}
