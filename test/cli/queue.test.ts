import type { ChildProcess } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, QueueEvents, Worker } from 'bullmq';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examineOn } from '../../cli/examine-on.js';
import { readExact, writeExact } from '../../cli/jobs/exact-json.js';
import { jobOf } from '../../cli/jobs/job-schemas.js';
import { Threads } from '../../cli/jobs/threads.js';
import { loadClaim } from '../../cli/load-claims.js';
import { clientsIn, queueOf } from '../../cli/queue/clients.js';
import { connectTo, PREFIX, type QueueLibrary } from '../../cli/queue/connection.js';
import { programName } from '../../cli/queue/program.js';
import { QueueHands } from '../../cli/queue/queue-hands.js';
import { nodeIn } from './project-copy.js';
import { redisInstalled, RedisServer } from './redis.js';
import { bnd, type Run, ROOT, run } from './run.js';
import { temporaryFolder } from './temporary-folder.js';
import { startWorker } from './worker.js';

const folder = temporaryFolder();
/** One of two laws, one of a probability. */
const claims = ['law/only-inner-products-count', 'contrasts/squared-relu-breaks-batch-norm'];
/** Two legs, and a find. */
const hunted = ['hunt', 'recenter-relu/farthest-point-becomes-odd', '--budget', '2000', '--json'];

// Not every machine has Redis; what is left out is said once, before all tests.
describe.skipIf(!redisInstalled)('verify and hunt across processes', () => {
  let server: RedisServer;
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    mkdirSync(join(folder(), 'redis'));
    server = await RedisServer.start(join(folder(), 'redis'), false);
  });
  afterAll(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await server.kill();
  });
  /** One of the databases of the server, each as good as a server of its own. */
  const database = (number: number): string => `${server.address}/${number}`;
  const listening = ({ connection }: QueueLibrary, answer: ((job: Job<unknown, string>) => Promise<string>) | null) =>
    new Worker<unknown, string>(queueOf(programName()), answer, {
      ...{ connection, prefix: PREFIX, name: '1', lockDuration: 1000 },
    });

  test('end with the bytes of a local run, a worker killed and another that never says another word', async () => {
    const address = database(0);
    workers.push(...(await Promise.all([startWorker(address), startWorker(address)])));
    const library = await connectTo(address);
    const silent = listening(library, null);
    const takes = (): Promise<Job | undefined> => silent.getNextJob('silent', { block: false });
    const made = { draws: 0, leg: 0 };
    const events = new QueueEvents(queueOf(programName()), { connection: library.connection, prefix: PREFIX });
    events.on('completed', ({ jobId }) => (made[jobId.startsWith('leg-') ? 'leg' : 'draws'] += 1));
    await events.waitUntilReady();
    const verify = ['verify', ...claims, '--json'];
    const disturbed = run(process.execPath, ['cli', ...verify, '--queue', address], undefined, ROOT, async () => {
      while ((await takes()) === undefined) await wait(1);
      workers[0]?.kill('SIGKILL');
    });
    const [local, queued] = await Promise.all([bnd(...verify, '--workers', '1'), disturbed]);
    expect({ code: local.code, queued: queued.code, stderr: queued.stderr }).toEqual({
      code: 0,
      queued: 0,
      stderr: '',
    });
    expect(queued.stdout).toBe(local.stdout);
    await silent.close();
    const [alone, together] = await Promise.all([bnd(...hunted, '--workers', '1'), bnd(...hunted, '--queue', address)]);
    expect(ending(together)).toEqual({ code: 1, stderr: '' });
    expect(together.stdout).toBe(alone.stdout);
    expect(made.draws).toBeGreaterThan(10);
    expect(made.leg).toBeGreaterThanOrEqual(2);
    await events.close();
  });

  test('would not, if a worker made other draws', async () => {
    const [, id = ''] = claims;
    const claim = await loadClaim(id);
    const how = { seed: '1', level: 1e-8, effort: 1 };
    const threads = new Threads(1);
    const lying = listening(await connectTo(database(1)), async ({ name, data }) => {
      const job = jobOf(name, readExact(String(data)));
      if (job.kind !== 'draws') throw new Error('draws only');
      const { outcomes, milliseconds } = await threads.make({ kind: 'draws', task: job.task });
      return writeExact({ outcomes: outcomes.map((margin) => -margin), milliseconds });
    });
    const hands = await QueueHands.connect(database(1), 60);
    expect((await examineOn(hands, claim, how)).verdict).not.toBe('held');
    expect((await examineOn(threads, claim, how)).verdict).toBe('held');
    await Promise.all([hands.close(), lying.close()]);
  });

  test('refuse workers that are another program, and are refused by them', async () => {
    const place = join(folder(), 'another');
    for (const part of ['cli/index.js', 'scripts/ready.js', 'package.json'])
      cpSync(join(ROOT, part), join(place, part), { recursive: true });
    for (const part of ['api', 'cli', 'properties', 'src', 'theorems'])
      cpSync(join(ROOT, 'dist', part), join(place, 'dist', part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'), 'junction');
    expect(programName(place)).toBe(programName());
    appendFileSync(join(place, 'dist/theorems/law/only-inner-products-count.js'), '// another commit\n');
    const [mine, other] = [programName(), programName(place)];
    expect(other).not.toBe(mine);

    const waiting = await QueueHands.connect(database(2), 60);
    const refused = await nodeIn(place, ['cli', 'worker', '--queue', database(2)]);
    expect({ code: refused.code, stderr: refused.stderr }).toEqual({
      code: 64,
      stderr: `error: --queue: needs a worker of the program that waits there, ${mine}; came ${other}. Bring both to the same commit, and start bnd worker again.\n`,
    });
    await waiting.close();

    const { connection } = await connectTo(database(3));
    const worker = new Worker(queueOf(other), () => Promise.resolve(), { connection, prefix: PREFIX, name: '1' });
    await worker.waitUntilReady();
    while ((await connectTo(database(3))).present.length === 0) await wait(10);
    await expect(QueueHands.connect(database(3), 60)).rejects.toThrow(
      `--queue: needs workers of this program, ${mine}; came only 1 of another, ${other}. Bring both to the same commit, and start bnd worker again.`,
    );
    await worker.close();
  });

  test('end with a line when Redis goes and stays away', async () => {
    mkdirSync(join(folder(), 'leaving'));
    const leaving = await RedisServer.start(join(folder(), 'leaving'), false);
    const args = ['verify', claims[0] ?? '', '--queue', leaving.address, '--queue-timeout', '1'];
    const going = run(process.execPath, ['cli', ...args], undefined, ROOT, async () => {
      while ((await connectTo(leaving.address)).present.length === 0) await wait(10);
      await leaving.kill();
    });
    expect(ending(await going)).toEqual({
      code: 64,
      stderr: `error: --queue: needs a Redis server that answers; came none at ${leaving.address} for 1 seconds. Start it again, or give it longer with --queue-timeout.\n`,
    });
  });

  test('end with a line when Redis goes after the first look and before the connection is ready', async () => {
    const real = new URL(database(4));
    let connections = 0;
    const between = createServer((client) => {
      connections += 1;
      if (connections > 1) {
        client.destroy();
        return;
      }
      const server = createConnection(Number(real.port), real.hostname);
      client.pipe(server).pipe(client);
      for (const socket of [client, server]) socket.on('error', () => undefined);
    });
    await new Promise<void>((listening) => between.listen(0, '127.0.0.1', listening));
    const { port } = between.address() as AddressInfo;
    const address = `redis://127.0.0.1:${port}/4`;
    const ended = await bnd('verify', claims[0] ?? '', '--queue', address, '--queue-timeout', '1');
    expect(ending(ended)).toEqual({
      code: 64,
      stderr: `error: --queue: needs a Redis server that answers; came none at ${address} for 1 seconds. Start it again, or give it longer with --queue-timeout.\n`,
    });
    expect(connections).toBeGreaterThan(1);
    between.close();
  });
});

const ending = ({ code, stderr }: Run): Pick<Run, 'code' | 'stderr'> => ({ code, stderr });

test('the clients of a server are known by their names', () => {
  const worker = `bnd:${Buffer.from('jobs-0.1.0-abc').toString('base64')}:w:16`;
  const line = (name: string, db: number) => `id=1 addr=a name=${name} age=1 flags=N db=${db} sub=0 user=default`;
  const list = [line('', 0), line(worker, 0), line('bnd-asks:0.2.0-d', 0), line(worker, 1), line('bnd:!:w:1', 0)];
  expect(clientsIn(list.join('\n'), 0)).toEqual([
    { program: '0.1.0-abc', threads: 16 },
    { program: '0.2.0-d', threads: 0 },
  ]);
});

describe.concurrent('--queue of verify and hunt', () => {
  test.each([
    ['verify', ['--queue', 'redis://127.0.0.1:1'], /^error: --queue: needs a Redis server that answers; came redis:/],
    ['verify', ['--queue', 'localhost'], /^error: --queue: needs the address of a Redis server; came "localhost"\./],
    ['hunt', ['--queue', 'redis://127.0.0.1:1', '--workers', '2'], /^error: --workers: needs threads of this machine;/],
  ])('%s %j is refused in one line', async (command, args, text) => {
    const { code, stdout, stderr } = await bnd(command, claims[1] ?? '', ...args);
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 64, stdout: '', lines: 2 });
    expect(stderr).toMatch(text);
  });
});
