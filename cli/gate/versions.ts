import { BadInput } from '../bad-input.js';
import { withCheckout } from './checkout.js';
import type { Git } from './git.js';
import { type Snapshot, snapshotOf } from './snapshot.js';

/** The head that is not committed: the files as they are. */
export const WORKTREE = 'worktree';
/** Where a change is compared from, unless somebody says. */
const USUAL = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'] as const;

/** One of the two versions that are compared. */
export interface Version {
  readonly ref: string;
  /** Undefined for a worktree with changes that are not committed. */
  readonly commit: string | undefined;
  readonly snapshot: Snapshot;
}

/** Both versions, read. The base is where the head and `base` parted, so that what others did meanwhile is no change of this one. */
export async function versionsOf(
  git: Git,
  base: string | undefined,
  head: string,
): Promise<{ readonly base: Version; readonly head: Version; readonly dirty: readonly string[] }> {
  const headCommit = head === WORKTREE ? git.commit('HEAD', '--head') : git.commit(head, '--head');
  const baseRef =
    base ?? USUAL.find((ref) => git.attempt('rev-parse', '--verify', '--quiet', `${ref}^{commit}`) !== undefined);
  if (baseRef === undefined) {
    throw new BadInput(
      `--base: needs the branch, tag or commit to compare with; found none of ${USUAL.join(', ')}. Write --base REF.`,
    );
  }
  const baseCommit = git.mergeBase(git.commit(baseRef, '--base'), headCommit);
  const dirty = head === WORKTREE ? git.dirty() : [];
  const checkedOut = (commit: string): Promise<Snapshot> =>
    withCheckout(git, commit, (folder) => Promise.resolve(snapshotOf(folder)));
  const old = await checkedOut(baseCommit);
  const now = head === WORKTREE ? snapshotOf(git.root) : headCommit === baseCommit ? old : await checkedOut(headCommit);
  for (const [flag, ref, { sources }] of [
    ['--base', baseRef, old],
    ['--head', head, now],
  ] as const) {
    const missing = ['theorems', 'properties'].find(
      (folder) => ![...sources.keys()].some((path) => path.startsWith(`${folder}/`)),
    );
    if (missing !== undefined) {
      throw new BadInput(
        `${flag}: needs a version with claims in theorems/ and properties/; ${ref} has none in ${missing}/. Name another.`,
      );
    }
  }
  return {
    base: { ref: baseRef, commit: baseCommit, snapshot: old },
    head: { ref: head, commit: dirty.length > 0 ? undefined : headCommit, snapshot: now },
    dirty,
  };
}
