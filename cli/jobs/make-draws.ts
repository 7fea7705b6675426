import type { Draw } from '../../src/theory/draw.js';
import type { Done } from '../deal.js';
import { loadClaim } from '../load-claims.js';

/** A few draws of one claim. */
export interface DrawTask {
  readonly claim: string;
  readonly draws: readonly Draw[];
}

/** Makes the draws of a task, in order. */
export async function makeDraws({ claim: id, draws }: DrawTask, onEvaluation?: () => void): Promise<Done> {
  const claim = await loadClaim(id);
  const start = performance.now();
  const outcomes = draws.map((draw) => {
    const outcome = claim.draw(draw);
    onEvaluation?.();
    return outcome;
  });
  return { outcomes, milliseconds: performance.now() - start };
}
