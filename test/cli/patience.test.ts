import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectTo } from '../../cli/queue/connection.js';
import { redisInstalled, RedisServer } from './redis.js';
import type { Run } from './run.js';
import { SmallProject } from './small-project.js';
import { temporaryFolder } from './temporary-folder.js';

const [exact, probable, other] = ['rows/sums-vanish', 'chance/heads-are-common', 'chance/sides-are-fair'];
/** Seconds: enough that a busy machine starts before. Those who wait sleep. */
const PATIENCE = '20';

const folder = temporaryFolder();
let project: SmallProject;
beforeAll(() => {
  project = new SmallProject(join(folder(), 'project'));
});

const faulty = (FAULT: string, FAULTY: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  FAULT,
  FAULTY,
  AFTER: '20',
  ...more,
});
const inThreads = { WHERE: 'a thread', AFTER: '0' };

describe.concurrent('A claim that loops for ever', () => {
  const silent = (claim: string, after: string): RegExp =>
    new RegExp(
      `^internal error: ${claim}: needs an end of every evaluation; none came for ${PATIENCE} seconds, after ${after}\\. Its code may loop for ever: look there, or give it longer with --patience 200\\.\n$`,
    );

  test.each([
    ['verify', [exact], {}, exact, '20'],
    ['verify', [probable, '--workers', '1'], {}, probable, '20'],
    ['verify', [probable, '--workers', '2'], inThreads, probable, '\\d+'],
    ['hunt', [exact], {}, exact, '20'],
    ['hunt', [exact, '--budget', '9000', '--workers', '2'], inThreads, exact, '\\d+'],
    ['lock', [], {}, exact, '20'],
  ])('ends bnd %s %j with a line that names it, and no verdict', async (command, args, where, claim, after) => {
    const done = await project.bnd([command, ...args, '--patience', PATIENCE], faulty('loop', claim, where));
    expect(done).toMatchObject({ code: 70, signal: null });
    expect(done.stderr).toMatch(silent(claim, after));
    expect(done.stdout).not.toMatch(new RegExp(`(?:held|refuted) +${claim}`));
  });

  // Without Redis it is left out, which is said once, before all tests.
  test.skipIf(!redisInstalled)(
    'is given up by a worker of a queue, which works on, and ends the run that asked with a line',
    async () => {
      const server = await RedisServer.start(folder(), false);
      const where = ['--queue', server.address];
      const worker = project.start(
        ['worker', ...where, '--workers', '1', '--patience', PATIENCE],
        faulty('loop', probable, inThreads),
      );
      try {
        while ((await connectTo(server.address)).present.length === 0) await wait(50);
        const asks = (claim: string): Promise<Run> => project.bnd(['verify', claim, ...where]);
        const done = await asks(probable);
        expect(done).toMatchObject({ code: 70, signal: null });
        expect(done.stderr).toMatch(
          new RegExp(
            `^internal error: ${probable}: a worker could not make draws-[0-9a-f]{32}: ${probable}: needs an end of every evaluation; none came for ${PATIENCE} seconds, after 0\\. .* with bnd worker --patience 200\\..*\n$`,
          ),
        );
        expect(done.stdout).not.toContain(probable);
        expect(await asks(other)).toMatchObject({ code: 0, stderr: '' });
        expect(worker.child.exitCode).toBe(null);
      } finally {
        worker.child.kill('SIGKILL');
        await server.kill();
      }
    },
  );

  test('would never end without: it is there when another that began with it has ended', async () => {
    const waits = project.start(['verify', exact], faulty('loop', exact));
    await project.bnd(['verify', exact, '--patience', PATIENCE], faulty('loop', exact));
    expect(waits.child.exitCode).toBe(null);
    waits.child.kill('SIGKILL');
    expect(await waits.ended).toMatchObject({ signal: 'SIGKILL', stderr: '' });
  });
});

describe.concurrent('A claim that is slow', () => {
  test('but comes back has the verdict that it has anyway, however long all of it takes', async () => {
    const args = ['verify', exact, '--patience', PATIENCE, '--json'];
    const began = performance.now();
    const slow = await project.bnd(args, faulty('slow', exact));
    // So much that the patience is over, if it were one for the whole claim: this is what the test is about, not a limit.
    expect(performance.now() - began).toBeGreaterThan(1000 * Number(PATIENCE));
    expect(slow).toEqual(await project.bnd(args));
    expect(slow.code).toBe(0);
  });
});

describe.concurrent('A thread or a process that dies in a claim', () => {
  test.each([
    ['exit', 'worker exited with code: 0'],
    ['throw', 'planted'],
    ['memory', 'Worker terminated due to reaching memory limit: JS heap out of memory'],
  ])('is no verdict, but a line (%s in a thread)', async (fault, line) => {
    const env = { ...faulty(fault, probable, inThreads), NODE_OPTIONS: '--max-old-space-size=64' };
    const done = await project.bnd(['verify', probable, '--workers', '2'], env);
    expect(done.code).toBe(70);
    expect(done.stderr).toContain(
      `internal error: ${probable}: ${line}. This is a defect of the program; --debug shows where.\n`,
    );
    expect(done.stdout).not.toMatch(/✓|✗/);
  });

  test('is no success when the code of a claim ends the process with 0', async () => {
    const done = await project.bnd(['verify', exact, '--json'], faulty('exit', exact));
    expect(done).toEqual({
      code: 70,
      signal: null,
      stdout: '',
      stderr:
        'internal error: needs the end of the command; the process was ended before, as by process.exit in the code of a claim. Nothing that is not printed was decided.\n',
    });
  });

  test('is the report of V8 when the memory of the main thread ends, and its exit code', async () => {
    const env = { ...faulty('memory', exact), NODE_OPTIONS: '--max-old-space-size=64' };
    const done = await project.bnd(['verify', exact, '--json'], env);
    expect(done.stdout).toBe('');
    expect(done.stderr).toContain('JavaScript heap out of memory');
    expect(done.code ?? done.signal).not.toBe(0);
  });
});
