import type { Change } from '../../src/gate/change.js';
import { claimDiff, type ClaimDiff, type Searches } from '../../src/gate/claim-diff.js';
import type { Claimed } from '../../src/gate/claimed.js';
import type { Search } from '../../src/gate/comparison.js';
import { type Pair, pairsOf } from '../../src/gate/pairs.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { BadInput } from '../bad-input.js';
import type { Code } from '../code-reader.js';
import { EXIT, exitCodeOf } from '../exit-codes.js';
import { LOCK, parseLock } from '../lock/lock-files.js';
import type { Watch } from '../patience/watch.js';
import type { GatedClaim, GateReport } from '../schemas/gate.js';
import { acknowledged } from './acknowledge-changes.js';
import { certificateChanges, certificatesOf } from './certificate-changes.js';
import type { Edition, Editions } from './edition.js';
import { gatedClaim } from './gated-claim.js';
import { Git } from './git.js';
import { RULES, type Rules, rulesOf, stricter } from './rules.js';
import { type Judged, lockChanges, verdictDiff, type VerdictDiff } from './verdicts.js';
import { type Version, versionsOf } from './versions.js';

/** What is asked of the gate. */
export interface Question {
  /** A folder in the repository. */
  readonly folder: string;
  readonly base?: string | undefined;
  /** A ref, or `worktree`. */
  readonly head: string;
  /** Only these; all when not given. */
  readonly claims?: readonly string[] | undefined;
  /** In place of a search: one instance, put to both versions. */
  readonly instance?: unknown;
  /** Judges every claim of the head again, not only those that changed. */
  readonly judgeAll?: boolean | undefined;
}

/** Part of the own budget of a claim that a search spends when only the core below it changed, and most of it. */
const CORE = { share: 0.25, most: 60 } as const;
/** Instances that are also read in the layers of controls. */
const IN_WORLDS = 100;
const LEVEL = 0.05;

interface Compared {
  readonly pair: Pair;
  readonly diff: ClaimDiff;
  readonly verdicts: VerdictDiff;
  readonly changes: readonly Change[];
}

/**
 * Compares two versions of the theory and says whether the change may pass.
 * @param watch told that it goes on, if somebody watches
 * @throws BadInput when there are not two
 */
export async function runGate(
  question: Question,
  editions: Editions,
  read: (text: string) => Code,
  watch?: Watch,
): Promise<GateReport> {
  const { base, head, dirty } = await versionsOf(Git.at(question.folder), question.base, question.head);
  const [old, now] = [await editions.load(base.snapshot.sources), await editions.load(head.snapshot.sources)];
  const judged = { base: judgedOf(old, base, false), head: judgedOf(now, head, true) };
  const rules = stricter(rulesOf(base.snapshot.rules, `${base.ref}:${RULES}`), rulesOf(head.snapshot.rules, RULES));
  const pairs = chosen(pairsOf(old.claims, now.claims), question.claims);
  const renamed = new Map(
    pairs.map(({ before, after }) => [before?.claim.theorem.id ?? '', after?.claim.theorem.id ?? '']),
  );
  const certificates = certificatesOf(base.snapshot.certificates, head.snapshot.certificates);
  const searches = searchesOf(rules, question.instance);
  const compared: Compared[] = [];
  for (const pair of pairs) {
    watch?.at((pair.after ?? pair.before)?.claim.theorem.id ?? '');
    const diff = claimDiff(pair, searches, renamed);
    const verdicts = await verdictDiff(pair, diff, judged.base, judged.head, {
      always: question.judgeAll === true,
      onEvaluation: watch?.beat,
    });
    const lock = judged.head.lock;
    const stale =
      pair.after === undefined || lock === undefined || !diff.touched
        ? []
        : lockChanges(pair.after, verdicts.after, lock, head.snapshot.sources, read, certificates.after);
    const proofs = certificateChanges(pair, certificates);
    compared.push({ pair, diff, verdicts, changes: [...diff.changes, ...verdicts.changes, ...proofs, ...stale] });
  }
  const failed = failures(old, now, question.claims);
  const all = [...compared.flatMap(({ changes }) => changes), ...failed];
  const acks = acknowledged(
    base.snapshot.acknowledgements,
    head.snapshot.acknowledgements,
    all,
    question.claims === undefined,
  );
  const place = { rules, acks, head, base, sources: head.snapshot.sources };
  const shown = compared.filter(({ diff, changes }) => diff.relation !== 'SAME CODE' || changes.length > 0);
  const claims = [
    ...failed.map((change) => gatedClaim({ ...place, claim: change.claim, changes: [change] })),
    ...shown.map(({ diff, verdicts, changes }) => gatedClaim({ ...place, claim: diff.claim, diff, verdicts, changes })),
  ];
  const denied = claims
    .flatMap(({ changes }) => changes)
    .filter(({ level, acknowledged: by }) => level === 'deny' && by === null);
  const outcomes = compared.flatMap(({ verdicts: { outcome } }) => (outcome === undefined ? [] : [outcome]));
  const exitCode = exitOf(denied.length, acks.problems, outcomes);
  return {
    pass: exitCode === EXIT.held,
    base: { ref: base.ref, commit: base.commit ?? '' },
    head: { ref: head.ref, commit: head.commit ?? null },
    denied: denied.length,
    same: compared.length - shown.length,
    claims: gravestFirst(claims),
    problems: acks.problems,
    notes: notesOn(base, head, judged.base, dirty),
    exitCode,
  };
}

/** @throws BadInput for a head without a lock: verdicts would be taken from nowhere */
function judgedOf({ claims }: Edition, { ref, snapshot }: Version, needed: boolean): Judged {
  const lock = snapshot.lock === undefined ? undefined : parseLock(snapshot.lock, `${ref}:${LOCK}`);
  if (lock === undefined && needed) {
    throw new BadInput(`${ref}:${LOCK}: needs the lock of the theory; came none. Run npx bnd lock and commit it.`);
  }
  return { claims, lock };
}

function chosen(pairs: readonly Pair[], ids: readonly string[] | undefined): readonly Pair[] {
  if (ids === undefined) return pairs;
  const named = (claimed: Claimed | undefined): string => claimed?.claim.theorem.id ?? '';
  const missing = ids.find((id) => !pairs.some(({ before, after }) => named(before) === id || named(after) === id));
  if (missing !== undefined) {
    throw new BadInput(`--claims: needs ids of claims of the base or the head; came "${missing}". See \`bnd list\`.`);
  }
  return pairs.filter(({ before, after }) => ids.includes(named(before)) || ids.includes(named(after)));
}

function searchesOf(rules: Rules, only: unknown): Searches {
  const own = ({ claim }: Claimed): number => {
    const { cases, pooled, instances = 1, draws = 1 } = claim.declared.budget;
    return cases ?? pooled ?? instances * draws;
  };
  const search = (cases: number, inWorlds: number): Search => ({ cases, inWorlds, level: LEVEL, only });
  return {
    changed: (claimed) => search(Math.min(rules.cases, own(claimed)), IN_WORLDS),
    core: (claimed) => search(Math.max(2, Math.min(CORE.most, Math.ceil(CORE.share * own(claimed)))), 0),
  };
}

/** Claims that cannot be loaded. Those that only the base could not load are no fault of the head, but nothing was compared. */
function failures(old: Edition, now: Edition, ids: readonly string[] | undefined): readonly Change[] {
  const at = (kind: 'not-loaded' | 'not-compared', edition: Edition): readonly Change[] =>
    edition.failures.map(({ claim, because }) => ({ class: kind, claim, of: '', before: '', after: because }));
  const failing = new Set(now.failures.map(({ claim }) => claim));
  const before = at('not-compared', old).filter(({ claim }) => !failing.has(claim));
  return [...at('not-loaded', now), ...before].filter(({ claim }) => ids === undefined || ids.includes(claim));
}

function exitOf(denied: number, problems: readonly string[], outcomes: readonly Outcome[]): number {
  return denied > 0 || problems.length > 0 ? EXIT.change : exitCodeOf(outcomes);
}

function notesOn(base: Version, head: Version, judged: Judged, dirty: readonly string[]): readonly string[] {
  return [
    ...(dirty.length > 0
      ? [`The worktree has ${dirty.length} files that are not as committed; they were taken as they are.`]
      : []),
    ...(judged.lock === undefined
      ? [`The base has no ${LOCK}: it was judged where the head changed, and is unknown elsewhere.`]
      : []),
    ...(base.snapshot.dependencies === head.snapshot.dependencies
      ? []
      : ['The packages changed: both versions ran on those of this program, so their effect is not seen here.']),
  ];
}

function gravestFirst(claims: readonly GatedClaim[]): readonly GatedClaim[] {
  const gravity = ({ changes }: GatedClaim): number =>
    Math.min(
      3,
      ...changes.map(({ level, acknowledged: by }) =>
        level === 'deny' ? (by === null ? 0 : 1) : level === 'warn' ? 2 : 3,
      ),
    );
  return claims.toSorted((a, b) => gravity(a) - gravity(b) || (a.claim < b.claim ? -1 : 1));
}
