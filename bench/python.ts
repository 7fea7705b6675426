import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Contender, Job } from './contender.js';

/** Contenders in a Python process of their own. */
export interface Python {
  /** Name and version. */
  readonly library: string;
  readonly contenders: readonly Contender[];
  readonly stop: () => void;
}

const greeting = z.strictObject({ library: z.string(), peers: z.array(z.string()) });
const timing = z.strictObject({ seconds: z.number(), cosine: z.number() });

/** The first of the interpreters that has the library runs bench/peers.py; undefined where none has. */
export async function python(
  root: string,
  library: 'numpy' | 'torch',
  interpreters: readonly string[],
): Promise<Python | undefined> {
  for (const interpreter of interpreters) {
    const started = await start(root, library, interpreter);
    if (started) return started;
  }
  return undefined;
}

async function start(root: string, library: string, interpreter: string): Promise<Python | undefined> {
  const child = spawn(interpreter, [join(root, 'bench/peers.py'), library], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => undefined); // no such interpreter: the lines below end at once
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string | undefined> => {
    const next = await lines.next();
    return next.done === true ? undefined : next.value;
  };
  const first = await answer();
  if (first === undefined) return undefined;
  const { library: name, peers } = greeting.parse(JSON.parse(first));
  const run = async (peer: string, job: Job): Promise<z.infer<typeof timing>> => {
    child.stdin.write(`${JSON.stringify({ peer, ...job })}\n`);
    const line = await answer();
    if (line === undefined) throw new Error(`bench: ${peer} stopped at ${JSON.stringify(job)}.`);
    return timing.parse(JSON.parse(line));
  };
  return {
    library: name,
    contenders: peers.map((peer) => ({ name: peer, run: (job) => run(peer, job) })),
    stop: () => void child.stdin.end(),
  };
}
