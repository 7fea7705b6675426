import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Debian's, unless BND_REDIS_SERVER names another. */
const PATH = process.env['BND_REDIS_SERVER'] ?? '/usr/bin/redis-server';

/** Whether there is a Redis server for the tests of the queue to start. */
export const redisInstalled = existsSync(PATH);

/** Before all tests: says in one line what is left out without Redis. Continuous integration refuses to leave it out. */
export default function setup(): void {
  if (redisInstalled) return;
  const line = `Left out: the tests of sweeps across machines, which need Redis; ${PATH} does not exist. Install redis-server, or set BND_REDIS_SERVER to its path.`;
  if (process.env['BND_REDIS'] === 'required') throw new Error(line);
  process.stderr.write(`${line}\n`);
}

/** A server of a test's own, on a free port of this machine, with its files in a folder. */
export class RedisServer {
  private process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly durable: boolean,
  ) {}

  /** @param durable false forgets everything when it ends */
  static async start(folder: string, durable: boolean): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), folder, durable);
    await server.begin();
    return server;
  }

  get address(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Kills it at once, as a power failure does, and starts it again after so many milliseconds. */
  async restart(away: number): Promise<void> {
    await this.kill();
    await wait(away);
    await this.begin();
  }

  async kill(): Promise<void> {
    const child = this.process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  private async begin(): Promise<void> {
    const keep = this.durable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
    const where = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    this.process = spawn(PATH, [...where, '--save', '', ...keep], { stdio: 'ignore' });
    while (!(await listens(this.port))) await wait(20);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
