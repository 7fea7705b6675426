import { execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { withCheckout } from '../../cli/gate/checkout.js';
import { Git } from '../../cli/gate/git.js';
import { ROOT } from '../cli/run.js';
import { temporaryFolder } from '../cli/temporary-folder.js';

const folder = temporaryFolder();
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder(), ...args], { encoding: 'utf8' });
const worktrees = (): number => git('worktree', 'list').trimEnd().split('\n').length;

beforeAll(() => {
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(join(folder(), 'file'), 'committed');
  // A hook that fails would fail every checkout.
  writeFileSync(join(folder(), '.git/hooks/post-checkout'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  git('add', 'file');
  git('-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.org', 'commit', '--quiet', '--message', 'One file');
  writeFileSync(join(folder(), 'file'), 'changed');
});

describe('The temporary worktree', () => {
  test('has the files of the commit, and is removed when all went well', async () => {
    const path = await withCheckout(Git.at(folder()), 'main', (checkout) => {
      expect(worktrees()).toBe(2);
      expect(execFileSync('cat', [join(checkout, 'file')], { encoding: 'utf8' })).toBe('committed');
      return Promise.resolve(checkout);
    });
    expect({ left: existsSync(path), worktrees: worktrees() }).toEqual({ left: false, worktrees: 1 });
  });

  test('is removed when something failed', async () => {
    let path = '';
    const failing = withCheckout(Git.at(folder()), 'main', (checkout) => {
      path = checkout;
      return Promise.reject(new Error('planted'));
    });
    await expect(failing).rejects.toThrow('planted');
    expect({ left: existsSync(path), worktrees: worktrees() }).toEqual({ left: false, worktrees: 1 });
  });

  // Windows has no signals that a process could answer.
  test.skipIf(process.platform === 'win32')(
    'is removed when an interrupt comes, which ends the process all the same',
    async () => {
      const from = (name: string): string => JSON.stringify(new URL(`dist/cli/gate/${name}.js`, `file://${ROOT}`).href);
      const script = `const { withCheckout } = await import(${from('checkout')}); const { Git } = await import(${from('git')});
      await withCheckout(Git.at('.'), 'main', (path) => new Promise(() => { setInterval(() => 0, 1000); console.log(path); }));`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: folder() });
      let path = '';
      const signal = await new Promise((resolve) => {
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          path = text.trim();
          expect(existsSync(path)).toBe(true);
          child.kill('SIGINT');
        });
        child.on('close', (_, name) => resolve(name));
      });
      expect({ signal, left: existsSync(path), worktrees: worktrees() }).toEqual({
        signal: 'SIGINT',
        left: false,
        worktrees: 1,
      });
    },
  );
});
