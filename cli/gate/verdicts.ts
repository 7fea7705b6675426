import { canonicalJson } from '../canonical-json.js';
import type { Certified } from '../certificates/certificate-files.js';
import type { Code } from '../code-reader.js';
import { withLiveLine } from '../live-line.js';
import { lockEntryOf } from '../lock/lock-entry.js';
import { profileOf } from '../profiles.js';
import type { TheoryLock } from '../schemas/lock.js';
import type { Change } from '../../src/gate/change.js';
import type { ClaimDiff } from '../../src/gate/claim-diff.js';
import type { Claimed } from '../../src/gate/claimed.js';
import type { Pair } from '../../src/gate/pairs.js';
import { examine } from '../../src/theory/claim.js';
import { shareOf } from '../../src/theory/ledger.js';
import type { Outcome, Verdict } from '../../src/theory/outcome.js';
import { ALPHA } from '../commands/verify.js';
import type { Sources } from './sources.js';

const GRAVITY: readonly Verdict[] = ['held', 'undecided', 'vacuous', 'untrusted', 'refuted'];

/** A version of the theory as far as verdicts are concerned. */
export interface Judged {
  readonly claims: readonly Claimed[];
  readonly lock: TheoryLock | undefined;
}

/** How verdicts are come by. */
export interface Judging {
  /** Whether a claim that did not change is judged too. */
  readonly always: boolean;
  readonly onEvaluation: (() => void) | undefined;
}

export interface VerdictDiff {
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  /** The outcome at the head, when the gate judged it itself. */
  readonly outcome: Outcome | undefined;
  readonly changes: readonly Change[];
}

/** Judges a claim of one version among all of that version. A crash passes through. */
export async function judge(claimed: Claimed, all: readonly Claimed[], onEvaluation?: () => void): Promise<Outcome> {
  const { claim } = claimed;
  const level = shareOf(
    claim,
    all.map((other) => other.claim),
    ALPHA,
  );
  const how = { ...profileOf('quick'), level, onEvaluation };
  return withLiveLine(claim.theorem.id, (onProgress) => examine(claim, { ...how, onProgress }));
}

/**
 * The verdicts on a claim in both versions: at the head judged here when it changed, or when that is asked for, else taken from
 * the locks, which the tests of the suite hold to the truth. A crash is a change of its own, since it is no verdict.
 */
export async function verdictDiff(
  { before, after }: Pair,
  diff: ClaimDiff,
  base: Judged,
  head: Judged,
  { always, onEvaluation }: Judging,
): Promise<VerdictDiff> {
  const { claim } = diff;
  const inBase = before?.claim.theorem.id ?? claim;
  const locked = { before: base.lock?.claims[inBase]?.verdict, after: head.lock?.claims[claim]?.verdict };
  if (after === undefined) return { before: locked.before ?? null, after: null, outcome: undefined, changes: [] };
  try {
    const outcome = diff.touched || always ? await judge(after, head.claims, onEvaluation) : undefined;
    // Without a lock the base is judged too, but only where it is needed.
    const old =
      locked.before ??
      (before?.readable === true && diff.touched ? (await judge(before, base.claims, onEvaluation)).verdict : null);
    const now = outcome?.verdict ?? locked.after ?? null;
    return { before: old, after: now, outcome, changes: verdictChanges(claim, old, now, before === undefined) };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    const crash: Change = { class: 'not-loaded', claim, of: 'not judged', before: '', after: because };
    return { before: locked.before ?? null, after: null, outcome: undefined, changes: [crash] };
  }
}

function verdictChanges(claim: string, old: Verdict | null, now: Verdict | null, added: boolean): readonly Change[] {
  if (now === null || now === old) return [];
  if (old === null && !(added && now !== 'held')) return [];
  const [a, b] = [old === null ? -1 : GRAVITY.indexOf(old), GRAVITY.indexOf(now)];
  return [
    { class: b > a ? 'verdict-worse' : 'verdict-better', claim, of: '', before: old ?? 'not claimed', after: now },
  ];
}

/** Whether the lock of the head says of a claim what is true of it. */
export function lockChanges(
  { claim }: Claimed,
  verdict: Verdict | null,
  lock: TheoryLock,
  sources: Sources,
  read: (text: string) => Code,
  certified: ReadonlyMap<string, readonly Certified[]>,
): readonly Change[] {
  const { id } = claim.theorem;
  const known = lock.claims[id];
  const stale = (before: string, after: string): readonly Change[] => [
    { class: 'lock-stale', claim: id, of: '', before, after },
  ];
  if (known === undefined) return stale('not in the lock', 'claimed');
  const code = (folder: string): Code => read(sources.get(`${folder}/${id}.ts`) ?? '');
  const files = { theorem: code('theorems'), evidence: code('properties') };
  const now = lockEntryOf(claim, files, verdict ?? known.verdict, certified.get(id));
  const was = Object.entries(known);
  const differing = was.filter(
    ([key, value]) => canonicalJson(value) !== canonicalJson(Object.entries(now).find(([k]) => k === key)?.[1]),
  );
  return differing.length === 0
    ? []
    : stale(`the lock of another version: ${differing.map(([key]) => key).join(', ')}`, 'changed');
}
