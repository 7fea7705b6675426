import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { smallTheory } from '../gate/small-theory.js';
import { ROOT, type Run, start, type Started } from './run.js';

/**
 * A project with another, small theory on the compiled core of this one. `bnd` starts there in a fraction of its time, judges all
 * claims in less than a second, and has a lock of its own.
 *
 * What a claim does can be told from outside: with `FAULT` in its environment, a process meets that fault whenever the claim
 * `FAULTY` is evaluated in one of its threads, after the first `AFTER` times; with `WHERE=a thread` not in the main one.
 */
export class SmallProject {
  constructor(
    readonly root: string,
    theory: Readonly<Record<string, string>> = faultyTheory,
  ) {
    for (const folder of ['dist/src', 'dist/cli', 'dist/api', 'dist/scripts'])
      cpSync(join(ROOT, folder), join(root, folder), {
        recursive: true,
        filter: (path) => !/\.(?:map|d\.ts)$/.test(path),
      });
    for (const file of ['cli/index.js', 'scripts/ready.js', 'package.json']) cpSync(join(ROOT, file), join(root, file));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
    this.write(theory);
  }

  /** Writes files of the theory, and compiles them. */
  write(theory: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(theory)) {
      if (!path.endsWith('.ts')) continue;
      this.put(path, text);
      const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
      const { outputText } = ts.transpileModule(text, { compilerOptions: options });
      this.put(join('dist', path.replace(/\.ts$/, '.js')), outputText);
    }
  }

  /** Starts `bnd` there. */
  start(args: readonly string[], env: NodeJS.ProcessEnv = {}, watch?: (stdout: string) => void): Started {
    return start(process.execPath, [join(this.root, 'cli/index.js'), ...args], this.root, env, watch);
  }

  /** `bnd` as a user runs it there. */
  bnd(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run> {
    return this.start(args, env).ended;
  }

  /** Makes it a git repository with the core as sources, as the gate wants one, and commits what is there. */
  commit(): void {
    cpSync(join(ROOT, 'src'), join(this.root, 'src'), { recursive: true });
    this.put('.gitignore', 'dist\nnode_modules\n');
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('add', '--all');
    this.git('-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.org', 'commit', '--quiet', '--message', 'All');
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  private put(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }
}

/** What goes wrong in a claim. A loop that sleeps, so that it costs no processor. */
const fault = `import { isMainThread } from 'node:worker_threads';

const { FAULT, FAULTY, AFTER = '0', WHERE = 'anywhere' } = process.env;
let count = 0;

/** Goes wrong as the environment says: the margins of a false claim, or undefined if it comes back. */
export function fault(claim: string): { readonly false: number } | undefined {
  if (claim !== FAULTY || (WHERE === 'a thread' && isMainThread) || count++ < Number(AFTER)) return undefined;
  if (FAULT === 'false') return { false: -1 };
  if (FAULT === 'loop') for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  if (FAULT === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  if (FAULT === 'exit') process.exit(0);
  if (FAULT === 'throw') throw new Error('planted');
  if (FAULT === 'memory') for (const kept: number[][] = []; ; ) kept.push(new Array<number>(1e5).fill(kept.length));
  return undefined;
}
`;

const faulty = (
  theory: Readonly<Record<string, string>>,
  id: string,
  before: string,
): Readonly<Record<string, string>> => {
  const path = `theorems/${id}.ts`;
  const text = theory[path] ?? '';
  if (!text.includes(before)) throw new Error(`${path}: does not have ${before}`);
  const imported = `import { fault } from '../fault.js';\n${text}`;
  return { ...theory, [path]: imported.replace(before, `${before} fault('${id}') ??`) };
};

/** The small theory, in which an exact claim and a probable one go wrong when they are told to. */
const faultyTheory = faulty(
  faulty({ ...smallTheory, 'theorems/fault.ts': fault }, 'rows/sums-vanish', 'margins: (instance, layer) =>'),
  'chance/heads-are-common',
  'event: ({ sides }, _, key) =>',
);
