import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LEDGER, LOCK, readLock } from '../../cli/lock/lock-files.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { type Generated, LockedProject } from './locked-project.js';
import { refusal } from './refusal.js';
import { temporaryFolder } from './temporary-folder.js';

const { CLAIM } = LockedProject;
const folder = temporaryFolder();
let project: LockedProject;
let now: Generated;

beforeAll(async () => {
  ({ project, now } = await LockedProject.make(join(folder(), 'project')));
});

const path = (name: string): string => join(project.root, name);

describe('A file that breaks off', () => {
  test('at any byte, is no lock, unless only its last line end is missing', () => {
    const text = now[LOCK];
    const moments = new Stream(derive(rootKey('cuts'), 'lock'));
    for (let k = 0; k < 40; k++) {
      writeFileSync(path(LOCK), text.slice(0, moments.below(text.length - 1)));
      expect(refusal(() => readLock(project.root))).toBe(
        `${LOCK}: needs a lock as \`bnd lock\` writes it; came no JSON. Run npx bnd lock.`,
      );
    }
    writeFileSync(path(LOCK), text.trimEnd());
    expect(refusal(() => readLock(project.root))).toBe('accepted');
    project.restore(now);
  });

  test.each([
    [
      'the lock',
      LOCK,
      ['gate', '--base', 'main'],
      64,
      /^error: worktree:theory\.lock\.json: needs a lock .* came no JSON\. .*\n$/,
    ],
    ['the lock', LOCK, ['lock', '--check'], 64, /^error: theory\.lock\.json: needs a lock .* came no JSON\. .*\n$/],
    ['the lock', LOCK, ['verify', CLAIM], 0, /^$/],
    ['the ledger', LEDGER, ['lock', '--check'], 4, /^$/],
  ] as const)('%s (%s) under bnd %j: exit code %d', async (_, name, args, code, line) => {
    writeFileSync(path(name), now[name].slice(0, 900));
    const done = await project.bnd(args, { GITHUB_ACTIONS: undefined });
    expect(done.stderr).toMatch(line);
    expect(done.code).toBe(code);
    project.restore(now);
  });

  test('is an acknowledgement no more, and the gate says which', async () => {
    const file = 'theory-changes/why.md';
    const text = `---\nchanges:\n  - claim: ${CLAIM}\n    class: restated\n---\n\nThe same number, written otherwise.\n`;
    mkdirSync(path('theory-changes'));
    writeFileSync(path(file), text);
    const passes = await project.bnd(['gate', '--base', 'main', '--json'], { GITHUB_ACTIONS: undefined });
    expect(passes.code).toBe(0);
    writeFileSync(path(file), text.slice(0, 40));
    const closed = await project.bnd(['gate', '--base', 'main'], { GITHUB_ACTIONS: undefined });
    expect(closed.code).toBe(4);
    expect(closed.stdout).toContain(`${file}: needs a YAML header between two lines of ---. Run bnd acknowledge.`);
    rmSync(path('theory-changes'), { recursive: true });
  });
});

describe('A folder where a file is needed, and a file where a folder is', () => {
  test.each([
    [
      LOCK,
      'folder',
      ['lock'],
      `error: ${LOCK}: needs a file that can be read; came a directory or a device. Restore it, or remove it.\n`,
    ],
    [
      LOCK,
      'folder',
      ['gate', '--base', 'main'],
      `error: ${LOCK}: needs a file that can be read; came a directory or a device. Restore it, or remove it.\n`,
    ],
    [
      'theory-changes/why.md',
      'folder',
      ['gate', '--base', 'main'],
      'error: theory-changes/why.md: needs a file that can be read; came a directory or a device. Restore it, or remove it.\n',
    ],
    [
      'counterexamples',
      'file',
      ['verify', CLAIM],
      'error: counterexamples: needs a folder; came a file. Move it away.\n',
    ],
    [
      'theory-changes',
      'file',
      ['gate', '--base', 'main'],
      'error: theory-changes: needs a folder; came a file. Move it away.\n',
    ],
  ] as const)('%s is a %s under bnd %j', async (name, kind, args, line) => {
    rmSync(path(name), { force: true });
    if (kind === 'folder') mkdirSync(path(name), { recursive: true });
    else writeFileSync(path(name), '');
    const done = await project.bnd(args, { GITHUB_ACTIONS: undefined });
    rmSync(path(name.split('/')[0] ?? ''), { recursive: true });
    project.restore(now);
    expect({ code: done.code, stderr: done.stderr }).toEqual({ code: 64, stderr: line });
  });
});
