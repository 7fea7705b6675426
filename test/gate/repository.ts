import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { codeReader } from '../../cli/code-reader.js';
import { Editions } from '../../cli/gate/edition.js';
import { type Question, runGate } from '../../cli/gate/run-gate.js';
import { sourcesIn } from '../../cli/gate/sources.js';
import { judge } from '../../cli/gate/verdicts.js';
import { LOCK, LockWriter } from '../../cli/lock/lock-files.js';
import type { GateReport } from '../../cli/schemas/gate.js';
import type { Verdict } from '../../src/theory/outcome.js';
import { ROOT } from '../cli/run.js';
import { smallTheory } from './small-theory.js';

/** New texts of files; null removes one. */
export type Edit = Readonly<Record<string, string | null | ((text: string) => string)>>;

/** A git repository with the small theory on this project's core, in a temporary folder. */
export class Repository {
  private constructor(
    readonly root: string,
    /** The commit that every change starts from. */
    readonly base: string,
    private readonly editions: Editions,
    private readonly read: Awaited<ReturnType<typeof codeReader>>,
  ) {}

  static async make(): Promise<Repository> {
    const root = mkdtempSync(join(tmpdir(), 'bnd-theory-'));
    cpSync(join(ROOT, 'src'), join(root, 'src'), { recursive: true });
    const read = await codeReader();
    const repository = new Repository(root, 'main', new Editions(read), read);
    repository.git('init', '--quiet', '--initial-branch=main');
    repository.git('config', 'user.email', 'nobody@example.org');
    repository.git('config', 'user.name', 'Nobody');
    repository.write(smallTheory);
    repository.commit('Before the lock');
    repository.git('tag', 'unlocked');
    await repository.lock();
    repository.commit('With a lock');
    return repository;
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.root, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd();
  }

  write(edit: Edit): void {
    for (const [path, to] of Object.entries(edit)) {
      const file = join(this.root, path);
      if (to === null) rmSync(file);
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, typeof to === 'string' ? to : changed(readFileSync(file, 'utf8'), to, path));
      }
    }
  }

  commit(subject: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', subject);
    return this.git('rev-parse', 'HEAD');
  }

  /** Commits a change on a branch of its own from the base, and returns to the base. */
  branch(name: string, edit: Edit): string {
    this.git('checkout', '--quiet', '-b', name, 'main');
    this.write(edit);
    const commit = this.commit(name);
    this.git('checkout', '--quiet', 'main');
    return commit;
  }

  gate(question: Partial<Question> = {}): Promise<GateReport> {
    return runGate({ folder: this.root, base: 'main', head: 'worktree', ...question }, this.editions, this.read);
  }

  /** What `bnd lock` does, for the files as they are. */
  async lock(): Promise<void> {
    const { claims } = await this.editions.load(sourcesIn(this.root));
    const verdicts = new Map<string, Verdict>();
    for (const claimed of claims) verdicts.set(claimed.claim.theorem.id, (await judge(claimed, claims)).verdict);
    const writer = await LockWriter.of(
      this.root,
      claims.map(({ claim }) => claim),
    );
    writeFileSync(join(this.root, LOCK), writer.files((id) => verdicts.get(id)).lock);
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}

/** A fixture that changes nothing would test nothing. */
function changed(text: string, change: (text: string) => string, path: string): string {
  const now = change(text);
  if (now === text) throw new Error(`${path}: the change leaves it as it is.`);
  return now;
}
