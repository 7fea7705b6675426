import type { Leg, LegResult } from '../../src/search/leg.js';
import { searchLeg } from '../../src/search/leg.js';
import { telling } from '../../src/theory/subject.js';
import { loadClaim } from '../load-claims.js';

/** A leg of a hunt for one claim. */
export interface LegTask {
  readonly claim: string;
  readonly leg: Leg;
}

/** Makes a leg. @throws Crashed when the claim's own code throws */
export async function makeLeg({ claim, leg }: LegTask, onEvaluation?: () => void): Promise<LegResult> {
  return searchLeg(telling((await loadClaim(claim)).subject, onEvaluation), leg);
}
