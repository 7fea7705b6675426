import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { LEDGER, LOCK } from '../../cli/lock/lock-files.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { type Generated, LockedProject } from './locked-project.js';
import type { Run } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const KILLS = 6;
const { CLAIM } = LockedProject;

const folder = temporaryFolder();
let project: LockedProject;
let old: Generated;
let now: Generated;

beforeAll(async () => {
  ({ project, old, now } = await LockedProject.make(join(folder(), 'project')));
});

const path = (name: string): string => join(project.root, name);

/**
 * Runs a command once to its end, then again and again, each time killed at a random moment of the time that the first took.
 * Returns how the whole run ended and how many were killed before they had ended.
 */
async function killed(
  name: string,
  args: readonly string[],
  before: () => void,
  check: () => void,
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly whole: Run; readonly kills: number }> {
  before();
  const began = performance.now();
  const whole = await project.bnd(args, env);
  const took = performance.now() - began;
  const moments = new Stream(derive(rootKey('moments'), name));
  let kills = 0;
  for (let k = 0; k < KILLS; k++) {
    before();
    const { child, ended } = project.start(args, env);
    await wait((took * (moments.below(100) + 1)) / 100);
    child.kill('SIGKILL');
    if ((await ended).signal === 'SIGKILL') kills++;
    check();
  }
  return { whole, kills };
}

describe('kill -9 at random moments', () => {
  test('leaves the lock and the ledger each as it was or as it is to be', async () => {
    const { whole, kills } = await killed(
      'lock',
      ['lock'],
      () => project.restore(old),
      () => {
        for (const name of [LOCK, LEDGER] as const) expect([old[name], now[name]]).toContain(project.generated()[name]);
      },
    );
    expect(whole.code).toBe(0);
    expect(kills).toBeGreaterThan(0);
    project.restore(old);
    expect((await project.bnd(['lock'])).code).toBe(0);
    expect(project.generated()).toEqual(now);
  });

  test('between the two is seen: one of them is then of another theory', async () => {
    project.restore({ ...old, [LOCK]: now[LOCK] });
    const check = await project.bnd(['lock', '--check']);
    expect(check.code).toBe(4);
    expect(check.stdout).toMatch(/^-- says: .*up to a quarter\.\n\+- says: .*up to 1\/4\.$/m);
    project.restore(now);
    expect((await project.bnd(['lock', '--check'])).code).toBe(0);
  });

  test('leaves of a hunt that saves what it finds a whole file or none', async () => {
    const env = { FAULT: 'false', FAULTY: CLAIM };
    const stored = (): readonly string[] =>
      existsSync(path('counterexamples'))
        ? readdirSync(path('counterexamples'), { recursive: true, encoding: 'utf8' }).filter((name) =>
            name.endsWith('.json'),
          )
        : [];
    let text: string | undefined;
    const { whole, kills } = await killed(
      'hunt',
      ['hunt', CLAIM, '--budget', '200', '--save'],
      () => {
        for (const name of stored()) text ??= readFileSync(path(join('counterexamples', name)), 'utf8');
        rmSync(path('counterexamples'), { recursive: true, force: true });
      },
      () => {
        for (const name of stored()) expect(readFileSync(path(join('counterexamples', name)), 'utf8')).toBe(text);
      },
      env,
    );
    expect(whole.code).toBe(1);
    expect(text).toContain('"violated": "false"');
    expect(kills).toBeGreaterThan(0);
    rmSync(path('counterexamples'), { recursive: true, force: true });
  });

  test('leaves of the cases of verify the lines that were written, and the next run decides what it would have', async () => {
    const file = path('cases.jsonl');
    /** The whole lines, but for when the run began. */
    const lines = (): readonly string[] =>
      readFileSync(file, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => line.replace(/"run_start":[\d.]+,/, ''));
    let all: readonly string[] = [];
    const { whole, kills } = await killed(
      'verify',
      ['verify', '--json', '--observe', 'cases.jsonl'],
      () => {
        if (all.length === 0 && existsSync(file)) all = lines(); // of the whole run
        rmSync(file, { force: true });
      },
      () => {
        if (existsSync(file)) expect(all.slice(0, lines().length)).toEqual(lines());
      },
    );
    expect(whole.code).toBe(0);
    expect(all.length).toBeGreaterThan(100);
    expect(kills).toBeGreaterThan(0);
    expect(await project.bnd(['verify', '--json'])).toEqual(whole);
  });

  test('of the gate leaves nothing that anything reads, and the next run clears it away', async () => {
    const scratch = join(folder(), 'scratch');
    mkdirSync(scratch);
    const env = { TMPDIR: scratch, TMP: scratch, TEMP: scratch, GITHUB_ACTIONS: undefined };
    const { whole, kills } = await killed(
      'gate',
      ['gate', '--base', 'main', '--json'],
      () => undefined,
      () => undefined,
      env,
    );
    expect(whole.code).toBe(0);
    expect(kills).toBeGreaterThan(0);
    // What a kill leaves in the middle of a checkout, and what others use.
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const [left, used, elsewhere] = [
      `bnd-gate-${hostname()}-${gone}-left`,
      `bnd-gate-${hostname()}-${process.pid}-used`,
      `bnd-gate-not-${hostname()}-${gone}-x`,
    ].map((name) => join(scratch, name));
    for (const place of [left, used, elsewhere])
      project.git('worktree', 'add', '--quiet', '--detach', join(place ?? '', 'x'));
    expect(await project.bnd(['gate', '--base', 'main', '--json'], env)).toEqual(whole);
    expect(
      readdirSync(scratch)
        .map((name) => join(scratch, name))
        .sort(),
    ).toEqual([used, elsewhere].sort());
    expect(project.git('worktree', 'list').trim().split('\n')).toHaveLength(3);
  });
});

test('A claim that loops for ever ends the gate, which puts it to both versions, with a line that names it', async () => {
  const env = { FAULT: 'loop', FAULTY: CLAIM, AFTER: '20', GITHUB_ACTIONS: undefined };
  const done = await project.bnd(['gate', '--base', 'main', '--patience', '20'], env);
  expect({ code: done.code, stdout: done.stdout }).toEqual({ code: 70, stdout: '' });
  expect(done.stderr).toMatch(
    new RegExp(
      `^internal error: ${CLAIM}: needs an end of every evaluation; none came for 20 seconds, after \\d+\\. .*\n$`,
    ),
  );
});
