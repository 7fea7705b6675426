import { createHash } from 'node:crypto';
import type { Claim } from '../src/theory/claim.js';

/** A short digest of what a claim says: statement, hypotheses, constants and the text of its margins. */
export function digestOf({ theorem }: Claim): string {
  const { id, kind, says, formula, assumes } = theorem;
  const code = Object.values(theorem).flatMap((part: unknown) => (typeof part === 'function' ? [part.toString()] : []));
  const hypotheses = Object.entries(assumes).map(([name, holds]) => `${name}: ${holds.toString()}`);
  const rate = theorem.kind === 'probable' ? theorem : theorem.kind === 'exists' ? theorem.rate : undefined;
  const constants = rate === undefined ? [] : [rate.probability, rate.indifference];
  const text = JSON.stringify([id, kind, says, formula, hypotheses, constants, code]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
