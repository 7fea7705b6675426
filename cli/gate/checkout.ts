import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInput } from '../bad-input.js';
import { scratchFolder } from '../replace-file.js';
import type { Git } from './git.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something with the files of a commit, in a git worktree that is removed afterwards: whether that succeeds, fails, or is
 * interrupted. What a kill leaves behind, the next call removes, and prunes from the list of worktrees.
 */
export async function withCheckout<T>(git: Git, commit: string, use: (folder: string) => Promise<T>): Promise<T> {
  const parent = scratchFolder(tmpdir(), 'bnd-gate', 'bnd gate');
  const folder = join(parent, commit.slice(0, 12));
  const remove = (): void => {
    git.attempt('worktree', 'remove', '--force', folder);
    rmSync(parent, { recursive: true, force: true });
    git.attempt('worktree', 'prune');
  };
  const interrupted = (signal: NodeJS.Signals): void => {
    remove();
    for (const name of SIGNALS) process.off(name, interrupted);
    process.kill(process.pid, signal); // as if nobody had listened: the shell reports the signal
  };
  for (const name of SIGNALS) process.on(name, interrupted);
  try {
    // Hooks of the repository have no business in a worktree that nobody works in.
    const made = git.attempt(
      '-c',
      'core.hooksPath=/dev/null',
      'worktree',
      'add',
      '--quiet',
      '--detach',
      folder,
      commit,
    );
    if (made === undefined)
      throw new BadInput(
        `bnd gate: needs a worktree of ${commit} in ${tmpdir()}; git worktree add failed. Try it by hand.`,
      );
    return await use(folder);
  } finally {
    for (const name of SIGNALS) process.off(name, interrupted);
    remove();
  }
}
