import { spawn } from 'node:child_process';
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

/** Runs a program in the folder of the project until it ends. `watch`, which sees what it prints, and `meanwhile` may end it early. */
export function run(
  program: string,
  args: readonly string[],
  watch: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
  cwd: string = ROOT,
  meanwhile: (kill: (signal: NodeJS.Signals) => void) => Promise<void> = () => Promise.resolve(),
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      watch(stdout, (signal) => child.kill(signal));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    meanwhile((signal) => child.kill(signal)).catch(reject);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
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
