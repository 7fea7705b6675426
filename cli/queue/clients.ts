import { PREFIX } from './connection.js';

/** A process at a Redis server, as it names itself there: a program's worker with so many threads, or one that asks for work. */
export interface Client {
  readonly program: string;
  /** 0 of one that asks. */
  readonly threads: number;
}

/** The queue of a program. Two programs have two queues, so that no worker ever makes a job that it would make otherwise. */
export function queueOf(program: string): string {
  return `jobs-${program}`;
}

/** The name of the connection of one that asks for work. Workers are named by BullMQ, after their queue and their threads. */
export function askingName(program: string): string {
  return `${PREFIX}-asks:${program}`;
}

/** Our clients of one database in the answer of Redis to `CLIENT LIST`. */
export function clientsIn(list: string, database: number): readonly Client[] {
  return [...list.matchAll(/ name=(\S+) .*? db=(\d+) /g)].flatMap(([, name = '', db]) =>
    Number(db) === database ? named(name) : [],
  );
}

function named(name: string): readonly Client[] {
  const [place, who = '', , threads = ''] = name.split(':');
  if (place === `${PREFIX}-asks`) return [{ program: who, threads: 0 }];
  const [, program] = /^jobs-(.+)$/.exec(Buffer.from(who, 'base64').toString()) ?? [];
  return place === PREFIX && program !== undefined ? [{ program, threads: Number(threads) }] : [];
}
