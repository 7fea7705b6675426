import type { RunDocument, StatedClaim } from './run-document.js';

/** A verdict, or that the claim was not in the run. */
export type Standing = RunDocument['verify']['claims'][number]['verdict'] | 'not run';

/** How each claim stands, and the claims below it, however far, that did not hold. */
export interface Standings {
  readonly of: (claim: string) => Standing;
  /** Ids of what a claim rests on that was run and is not held. */
  readonly weak: (claim: string) => readonly string[];
}

/** Follows `uses` down to the ground. */
export function standings({ verify, claims }: RunDocument): Standings {
  const verdicts = new Map(verify.claims.map(({ claim, verdict }) => [claim, verdict]));
  const stated = new Map(claims.map((claim) => [claim.id, claim]));
  const of = (claim: string): Standing => verdicts.get(claim) ?? 'not run';
  const below = (claim: StatedClaim | undefined): readonly string[] =>
    (claim?.uses ?? []).flatMap((id) => [id, ...below(stated.get(id))]);
  const weak = (claim: string): readonly string[] =>
    [...new Set(below(stated.get(claim)))].filter((id) => !['held', 'not run'].includes(of(id))).toSorted();
  return { of, weak };
}

/** A sign beside the word, so that no verdict is told by colour alone. */
export const SIGNS: Readonly<Record<Standing, string>> = {
  held: '✓',
  refuted: '✗',
  untrusted: '!',
  vacuous: '○',
  undecided: '?',
  'not run': '·',
};
