import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** What became of a process. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A process that was started, and what becomes of it. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Run>;
}

/** Starts a program in a folder. @param watch sees what it has printed so far, whenever it prints */
export function start(
  program: string,
  args: readonly string[],
  cwd: string = ROOT,
  env: NodeJS.ProcessEnv = {},
  watch: (stdout: string) => void = () => undefined,
): Started {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<Run>((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => watch((stdout += text)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

/** Runs a program in the folder of the project until it ends. `watch`, which sees what it prints, and `meanwhile` may end it early. */
export function run(
  program: string,
  args: readonly string[],
  watch: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
  cwd: string = ROOT,
  meanwhile: (kill: (signal: NodeJS.Signals) => void) => Promise<void> = () => Promise.resolve(),
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const { child, ended } = start(program, args, cwd, {}, (stdout) => watch(stdout, kill));
    const kill = (signal: NodeJS.Signals): void => void child.kill(signal);
    meanwhile(kill).catch(reject);
    ended.then(resolve, reject);
  });
}

/** `bnd` as a user runs it from a checkout. */
export function bnd(...args: readonly string[]): Promise<Run> {
  return run(process.execPath, ['cli', ...args]);
}

/** The one JSON document on standard output of a run that must end with this code, and say nothing else. */
export async function json(args: readonly string[], code = 0): Promise<unknown> {
  const done = await bnd(...args, '--json');
  expect({ code: done.code, stderr: done.stderr }).toEqual({ code, stderr: '' });
  expect(done.stdout).not.toMatch(/(?:^|[\s[,:])-0(?:[,\s\]}]|$)/);
  expect(done.stdout).not.toMatch(/NaN|Infinity/);
  return JSON.parse(done.stdout);
}
