import type { Theorem } from './theorem.js';

/** The kinds of claims, by what settles them: see docs/adding-a-claim.md. */
export const KINDS = ['exact', 'limit', 'probable', 'law', 'exists'] as const satisfies readonly Theorem['kind'][];
