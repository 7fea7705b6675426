import type { Change } from './change.js';
import { CLASSES } from './classes.js';
import type { Claimed } from './claimed.js';
import { compare, type Comparison, type Search } from './comparison.js';
import { declaredChanges } from './declared-changes.js';
import { ofExistence } from './existence.js';
import { coreChanges, foundChanges } from './found-changes.js';
import type { Pair } from './pairs.js';

/** What became of what a claim says. Never "equivalent": `same code` is as much as can be known, and of sampling only that nothing was found. */
export const RELATIONS = [
  'ADDED',
  'REMOVED',
  'STRONGER',
  'WEAKER',
  'INCOMPARABLE',
  'NO DIFFERENCE FOUND',
  'SAME CODE',
  'NOT COMPARED',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** One claim in two versions of a theory. */
export interface ClaimDiff {
  readonly claim: string;
  readonly relation: Relation;
  readonly changes: readonly Change[];
  /** Undefined when there was nothing to look for, or no way to look. */
  readonly comparison: Comparison | undefined;
  /** Whether its own files, or vocabulary that they import, changed. */
  readonly touched: boolean;
}

/** Searches that the gate makes: for a claim that changed, and for one below which the core changed. */
export interface Searches {
  readonly changed: (claim: Claimed) => Search;
  readonly core: (claim: Claimed) => Search;
}

/** Compares two versions of a claim: in what they declare, and by looking for instances on which they part. */
export function claimDiff(
  { before, after }: Pair,
  searches: Searches,
  renamed: ReadonlyMap<string, string>,
): ClaimDiff {
  const nothing = { comparison: undefined, touched: true };
  if (before === undefined || after === undefined) {
    const { theorem } = (after ?? before)?.claim ?? {};
    const claim = theorem?.id ?? '';
    const says = theorem?.says ?? '';
    const change: Change =
      after === undefined
        ? { class: 'claim-removed', claim, of: '', before: says, after: 'gone' }
        : { class: 'claim-added', claim, of: '', before: 'absent', after: says };
    return { claim, relation: after === undefined ? 'REMOVED' : 'ADDED', changes: [change], ...nothing };
  }
  const claim = after.claim.theorem.id;
  const parts = ['theorem', 'evidence', 'vocabulary'] as const;
  const changed = parts.filter((part) => before[part] !== after[part]);
  const touched = changed.length > 0;
  const declared = before.readable && after.readable ? declaredChanges(before, after, renamed) : [];
  if (!touched && before.core === after.core) {
    return { claim, relation: 'SAME CODE', changes: declared, comparison: undefined, touched };
  }
  const searched = search(before, after, touched ? searches.changed(after) : searches.core(after));
  if (typeof searched === 'string') {
    const code = touched ? 'not-compared' : 'core-differs';
    const change: Change = { class: code, claim, of: 'not compared', before: '', after: searched };
    return { claim, relation: 'NOT COMPARED', changes: [...declared, change], comparison: undefined, touched };
  }
  const found = touched ? foundChanges(claim, searched) : coreChanges(claim, after.claim.theorem.kind, searched);
  const plain = distinct([...found, ...declared]);
  const changes = after.claim.theorem.kind === 'exists' ? ofExistence(plain) : plain;
  // Code that reads otherwise and shows no difference is listed, so that nobody takes silence for a proof.
  const restated: readonly Change[] =
    touched && changes.length === 0
      ? [{ class: 'restated', claim, of: changed.join(', '), before: 'other code', after: 'other code' }]
      : [];
  const all = [...changes, ...restated];
  return { claim, relation: relationOf(all), changes: all, comparison: searched, touched };
}

function search(before: Claimed, after: Claimed, how: Search): Comparison | string {
  if (before.claim.theorem.kind !== after.claim.theorem.kind) return 'claims of different kinds cannot be compared';
  if (!before.readable || !after.readable) return 'its core is older than the reading of instances';
  try {
    const comparison = compare(before.claim, after.claim, how);
    return comparison.cases > 0 ? comparison : 'no instance of either version could be put to the other';
  } catch (error) {
    return `one of the versions could not be computed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A change that has a witness makes the same change without one superfluous. */
function distinct(changes: readonly Change[]): readonly Change[] {
  const hypothesis = (change: Change): boolean => change.class.startsWith('hypothesis');
  return changes.filter(
    (change) =>
      change.witness !== undefined ||
      !hypothesis(change) ||
      !changes.some((other) => other.witness !== undefined && other.class === change.class),
  );
}

function relationOf(changes: readonly Change[]): Relation {
  const directions = new Set(changes.map((change) => CLASSES[change.class].direction));
  const [up, down] = [directions.has('stronger'), directions.has('weaker')];
  if (directions.has('either') || (up && down)) return 'INCOMPARABLE';
  if (up || down) return up ? 'STRONGER' : 'WEAKER';
  return 'NO DIFFERENCE FOUND';
}
