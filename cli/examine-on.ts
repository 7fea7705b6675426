import type { Claim } from '../src/theory/claim.js';
import { examine } from '../src/theory/claim.js';
import type { Draw } from '../src/theory/draw.js';
import type { Examination } from '../src/theory/examination.js';
import type { Outcome } from '../src/theory/outcome.js';
import { deal } from './deal.js';
import type { Hands } from './jobs/hands.js';

/** A start costs a tenth of a second; fewer draws than this are not worth it. */
const WORTH_IT = 32;

/** Judges a claim, its draws made by others. Who makes which cannot be seen in the outcome. Fails as the claim fails. */
export async function examineOn(hands: Hands, claim: Claim, how: Examination): Promise<Outcome> {
  if (hands.here) return examine(claim, how);
  const steps = claim.examining(how);
  let step = steps.next();
  while (step.done !== true) step = steps.next(await made(hands, claim, step.value, how));
  return step.value;
}

async function made(
  hands: Hands,
  claim: Claim,
  draws: readonly Draw[],
  { onProgress, onEvaluation }: Examination,
): Promise<readonly number[]> {
  if (draws.length < WORTH_IT && hands.cold)
    return draws.map((draw) => {
      const outcome = claim.draw(draw);
      onEvaluation?.();
      return outcome;
    });
  const { id } = claim.theorem;
  return deal(
    draws,
    await hands.lanes(),
    (part) => hands.make({ kind: 'draws', task: { claim: id, draws: part } }),
    onProgress,
  );
}
