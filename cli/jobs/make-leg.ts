import type { Leg, LegResult } from '../../src/search/leg.js';
import { searchLeg } from '../../src/search/leg.js';
import { loadClaim } from '../load-claims.js';

/** A leg of a hunt for one claim. */
export interface LegTask {
  readonly claim: string;
  readonly leg: Leg;
}

/** Makes a leg. @throws Crashed when the claim's own code throws */
export async function makeLeg({ claim, leg }: LegTask): Promise<LegResult> {
  return searchLeg((await loadClaim(claim)).subject, leg);
}
