import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, Queue, QueueEvents, Worker } from 'bullmq';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeExact } from '../../cli/jobs/exact-json.js';
import type { Hands } from '../../cli/jobs/hands.js';
import { Threads } from '../../cli/jobs/threads.js';
import { queueOf } from '../../cli/queue/clients.js';
import { connectTo, PREFIX, queueAddress } from '../../cli/queue/connection.js';
import { programName } from '../../cli/queue/program.js';
import { QueueHands } from '../../cli/queue/queue-hands.js';
import type { SweepRow } from '../../cli/schemas/sweep.js';
import { rangeOf } from '../../cli/sweep/plan.js';
import { runnerOn } from '../../cli/sweep/runner.js';
import { redisInstalled, RedisServer } from './redis.js';
import { refusal } from './refusal.js';
import { bnd } from './run.js';
import { planOf, swept } from './swept.js';
import { temporaryFolder } from './temporary-folder.js';
import { startWorker } from './worker.js';

const folder = temporaryFolder();

/** 16 cells whose chunks take some 10 ms: long enough to be interrupted. */
const plan = planOf('points=5..8 width=32,64 stages=rc+relu,rc+rs+relu', 100);

const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

async function worker(address: string): Promise<ChildProcess> {
  const child = await startWorker(address);
  children.push(child);
  return child;
}

const rowsFrom = (name: string, hands: Hands): Promise<readonly SweepRow[]> =>
  swept(join(folder(), name), plan, runnerOn(hands)).finally(() => hands.close());

/** Hands that are disturbed once so many jobs are made. */
async function disturbed(address: string, after: number, disturb: () => Promise<void>): Promise<Hands> {
  const hands = await QueueHands.connect(address, 60);
  let made = 0;
  let disturbance = Promise.resolve();
  return {
    ...{ here: hands.here, cold: hands.cold, window: hands.window, lanes: () => hands.lanes() },
    make: async (job) => {
      const result = await hands.make(job);
      if (++made === after) disturbance = disturb();
      return result;
    },
    close: async () => {
      await disturbance;
      expect(made).toBeGreaterThan(after);
      await hands.close();
    },
  };
}

// Not every machine has Redis; what is left out is said once, before all tests.
describe.skipIf(!redisInstalled)('a sweep across processes', () => {
  let server: RedisServer;
  let workers: readonly [ChildProcess, ChildProcess, ChildProcess];
  let local: readonly SweepRow[];
  let events: QueueEvents;
  let taken = 0;

  beforeAll(async () => {
    mkdirSync(join(folder(), 'redis'));
    server = await RedisServer.start(join(folder(), 'redis'), true);
    const start = (): Promise<ChildProcess> => worker(server.address);
    workers = await Promise.all([start(), start(), start()]);
    const { connection } = await connectTo(server.address);
    events = new QueueEvents(queueOf(programName()), { connection, prefix: PREFIX }).on('stalled', () => taken++);
    events.on('error', () => undefined);
    await events.waitUntilReady();
    local = await rowsFrom('local', new Threads(1));
  });
  afterAll(async () => {
    await events.close();
    await server.kill();
  });

  test('ends with the rows of a local one, to the bit', async () => {
    expect(await rowsFrom('queue', await QueueHands.connect(server.address, 60))).toEqual(local);
  });

  test('survives a restart of Redis', async () => {
    expect(await rowsFrom('restart', await disturbed(server.address, 12, () => server.restart(300)))).toEqual(local);
  });

  test('takes a result that comes twice: a worker that was frozen, and goes on with a job that another has done', async () => {
    const [first, second] = workers;
    const frozen = await disturbed(server.address, 8, async () => {
      for (const child of [first, second]) child.kill('SIGSTOP');
      await wait(3500); // beyond the lock and the look for stalled jobs
      for (const child of [first, second]) child.kill('SIGCONT');
    });
    expect(await rowsFrom('frozen', frozen)).toEqual(local);
  });

  test('loses nothing with two of three workers killed in the middle of a job', async () => {
    const [first, second] = workers;
    const { connection } = await connectTo(server.address);
    // A process that is killed may be between two jobs. This one certainly has a job in hand, and never says another word.
    const silent = new Worker(queueOf(programName()), null, { connection, prefix: PREFIX, lockDuration: 1000 });
    const takes = (): Promise<Job | undefined> => silent.getNextJob('silent', { block: false });
    const before = taken;
    const killing = await disturbed(server.address, 8, async () => {
      while ((await takes()) === undefined) await wait(1);
      for (const child of [first, second]) child.kill('SIGKILL');
    });
    expect(await rowsFrom('killed', killing)).toEqual(local);
    expect(taken).toBeGreaterThan(before);
    await silent.close();
  });

  test('makes a job once that is asked for twice at a time', async () => {
    const { connection } = await connectTo(server.address);
    const queue = new Queue(queueOf(programName()), { connection, prefix: PREFIX });
    let added = 0;
    const waiting = new QueueEvents(queueOf(programName()), { connection, prefix: PREFIX }).on('added', () => added++);
    await waiting.waitUntilReady();
    const hands = await QueueHands.connect(server.address, 60);
    const job = { kind: 'range', task: rangeOf(plan, { cell: 3, chunk: 1 }) } as const;
    const [one, two] = await Promise.all([hands.make(job), hands.make(job)]);
    expect(two).toEqual(one);
    const name = writeExact(job.task);
    for (let k = 0; k < 3; k++) await queue.add('range', name, { jobId: 'once', delay: 60_000 });
    expect(await queue.getJobCounts('delayed', 'waiting')).toEqual({ delayed: 1, waiting: 0 });
    expect(added).toBe(2);
    await queue.remove('once');
    await Promise.all([waiting.close(), queue.close(), hands.close()]);
  });

  test('ends with a line when a job fails at every attempt', async () => {
    const hands = await QueueHands.connect(server.address, 60);
    const wrong = rangeOf({ ...plan, grid: { ...plan.grid, stages: ['no such stage'] } }, { cell: 0, chunk: 0 });
    await expect(hands.make({ kind: 'range', task: wrong })).rejects.toThrow(
      /^a worker could not make range-[0-9a-f]{32}: stage: needs one of recenter, .*came 'no such stage'/,
    );
    await hands.close();
  });
});

// Not every machine has Redis; what is left out is said once, before all tests.
describe.skipIf(!redisInstalled)('a Redis server that forgets', () => {
  test('is told again what it forgot', async () => {
    mkdirSync(join(folder(), 'forgetful'));
    const server = await RedisServer.start(join(folder(), 'forgetful'), false);
    const child = await worker(server.address);
    const local = await rowsFrom('local again', new Threads(1));
    expect(await rowsFrom('forgotten', await disturbed(server.address, 20, () => server.restart(0)))).toEqual(local);
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', (code) => resolve(code)))).toBe(0);
    await server.kill();
  });
});

describe.concurrent('--queue', () => {
  test('needs an address, and a server that answers', async () => {
    expect(refusal(() => queueAddress('http://a'))).toBe(
      '--queue: needs the address of a Redis server; came "http://a". Write --queue redis://127.0.0.1:6379.',
    );
    expect(refusal(() => queueAddress('redis://user:secret@a b'))).not.toContain('secret');
    const { code, stderr } = await bnd('worker', '--queue', 'redis://:secret@127.0.0.1:1');
    expect({ code, stderr }).toEqual({
      code: 64,
      stderr:
        'error: --queue: needs a Redis server that answers; came redis://127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1). Start redis-server there, or write another address.\n',
    });
  });

  test('leaves the number of threads to the workers', async () => {
    const { code, stderr } = await bnd(
      'sweep',
      '--grid',
      'points=4',
      '--queue',
      'redis://127.0.0.1:1',
      '--workers',
      '2',
    );
    expect({ code, stderr }).toEqual({
      code: 64,
      stderr:
        'error: --workers: needs threads of this machine; came 2 with --queue. Leave it out, and start bnd worker --workers 2.\n',
    });
  });
});
