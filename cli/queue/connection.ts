import type { Queue, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { BadInput } from '../bad-input.js';
import { quoted } from '../options.js';
import { type Client, clientsIn } from './clients.js';

/** In front of every key of ours in Redis. */
export const PREFIX = 'bnd';

/** The classes of the packages that a queue needs, which a user installs who wants one. */
export interface QueueLibrary {
  readonly Queue: typeof Queue;
  readonly Worker: typeof Worker;
  /** What a job fails with that nobody shall try again. */
  readonly UnrecoverableError: typeof UnrecoverableError;
  readonly connection: Connection;
  /** Who is connected to the server. */
  readonly present: readonly Client[];
}

/** Where a server is, in the words of ioredis. A type rather than an interface: BullMQ lets any other key pass too. */
type Connection = {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: Record<string, never>;
  readonly maxRetriesPerRequest: null;
  readonly retryStrategy: (times: number) => number;
};

/** The address of a Redis server. @throws BadInput */
export function queueAddress(text: string): string {
  if (/^rediss?:\/\/[^\s/]+(\/\d*)?$/.test(text) && URL.canParse(text)) return text;
  throw new BadInput(
    `--queue: needs the address of a Redis server; came ${quoted(withoutPassword(text))}. Write --queue redis://127.0.0.1:6379.`,
  );
}

/** An address as it may be printed. */
export function withoutPassword(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//');
}

/**
 * Loads what a queue needs and makes sure that its server answers.
 * @throws BadInput when a package is missing, or the server
 */
export async function connectTo(address: string): Promise<QueueLibrary> {
  const { classes, server } = await packages();
  const url = new URL(address);
  const name = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const connection: Connection = {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port === '' ? 6379 : url.port),
    db: Number(url.pathname.slice(1)),
    ...(name === '' ? {} : { username: name }),
    ...(password === '' ? {} : { password }),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
    maxRetriesPerRequest: null, // a server that is away comes back: commands wait for it
    retryStrategy: (times) => Math.min(2000, 50 * times),
  };
  const probe = new server({ ...connection, lazyConnect: true, retryStrategy: () => null });
  try {
    await answered(probe);
    return { ...classes, connection, present: clientsIn(String(await probe.call('CLIENT', 'LIST')), connection.db) };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new BadInput(
      `--queue: needs a Redis server that answers; came ${withoutPassword(address)} (${why ?? ''}). Start redis-server there, or write another address.`,
      { cause: error },
    );
  } finally {
    probe.disconnect();
  }
}

async function answered(probe: Redis): Promise<void> {
  // The connection's own error says why; the rejection that follows it only that it is closed.
  const failed = new Promise<never>((_, reject) => probe.once('error', reject));
  failed.catch(() => undefined);
  await Promise.race([failed, probe.connect().catch(() => failed)]);
  await probe.ping();
}

async function packages(): Promise<{
  classes: Pick<QueueLibrary, 'Queue' | 'Worker' | 'UnrecoverableError'>;
  server: typeof Redis;
}> {
  try {
    const [classes, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { classes, server: Redis };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new BadInput(
      '--queue: needs the packages bullmq and ioredis; one is not installed. Run npm install bullmq@6.7.0 ioredis@6.0.0.',
      { cause: error },
    );
  }
}
