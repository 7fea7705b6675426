import { execFileSync } from 'node:child_process';
import { BadInput } from '../bad-input.js';
import { quoted } from '../options.js';

/** A git repository, asked through git itself. */
export class Git {
  private constructor(readonly root: string) {}

  /** @throws BadInput when the folder is in no repository */
  static at(folder: string): Git {
    const top = attempt(folder, ['rev-parse', '--show-toplevel']);
    if (top !== undefined) return new Git(top);
    throw new BadInput(`bnd gate: needs a git repository; came the folder ${quoted(folder)}. Run it in a checkout.`);
  }

  /** What git prints, without the line end; undefined when it fails. */
  attempt(...args: readonly string[]): string | undefined {
    return attempt(this.root, args);
  }

  /** The commit that a name stands for. @throws BadInput when there is none */
  commit(ref: string, flag: string): string {
    const commit = ref.startsWith('-')
      ? undefined
      : this.attempt('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
    if (commit !== undefined) return commit;
    const shallow = this.attempt('rev-parse', '--is-shallow-repository') === 'true';
    const advice = shallow
      ? 'This clone is shallow: fetch the whole history (fetch-depth: 0).'
      : 'See git branch --all.';
    throw new BadInput(`${flag}: needs a branch, tag or commit of this repository; came ${quoted(ref)}. ${advice}`);
  }

  /** Where two lines of work parted; the first of them when they share nothing. */
  mergeBase(base: string, head: string): string {
    return this.attempt('merge-base', base, head) ?? base;
  }

  /** Files in the working tree that are not as committed. */
  dirty(): readonly string[] {
    const lines = this.attempt('status', '--porcelain=v1', '--untracked-files=normal') ?? '';
    return lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice(3));
  }

  /** The text of a file in a commit; undefined when it has none. */
  file(commit: string, path: string): string | undefined {
    return this.attempt('show', `${commit}:${path}`);
  }
}

function attempt(folder: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
      env: cleanEnvironment(),
    }).trimEnd();
  } catch {
    return undefined;
  }
}

/** Without what hooks set: inside one, GIT_DIR would name another repository than the folder does. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE)$/.test(name)),
  );
}
