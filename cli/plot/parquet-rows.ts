import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** Seconds of processor time for a file without rows, and more for each mebibyte. A row takes some microseconds. */
const SECONDS = { least: 1, aMebibyte: 4 };
/** Memory beyond what the process had, in bytes. */
const MEMORY = 2 ** 30;
/** How often a thread is looked at, in ms. */
const LOOK = 50;

/** What the thread runs: the library is loaded there from its path, since code without a file has no folder to look from. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const answer = (value) => parentPort.postMessage(value);
import(workerData.library)
  .then(({ parquetReadObjects }) => parquetReadObjects({ file: workerData.file }))
  .then((rows) => answer({ rows }), (error) => answer({ why: String(error?.message ?? error) }));
`;

const said = z.union([z.object({ rows: z.array(z.record(z.string(), z.unknown())) }), z.object({ why: z.string() })]);

/**
 * The rows of a Parquet file, which may be any bytes.
 *
 * A few bytes can declare lists and runs without end, and the library believes them. So it reads in a thread that is ended when it
 * has taken more time of the processor, or more memory, than a file of this size can need.
 * @throws Error that says why there are none
 */
export async function parquetRows(bytes: Uint8Array): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const file = Uint8Array.from(bytes).buffer;
  const seconds = SECONDS.least + (SECONDS.aMebibyte * bytes.length) / 2 ** 20;
  const library = createRequire(import.meta.url).resolve('hyparquet');
  const thread = new Worker(PROGRAM, {
    eval: true,
    workerData: { library, file },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY / 2 ** 20 },
  });
  try {
    return await answered(thread, seconds);
  } finally {
    await thread.terminate();
  }
}

function answered(thread: Worker, seconds: number): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const before = { time: process.cpuUsage(), memory: process.memoryUsage().rss };
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(before.time);
      if ((user + system) / 1e6 > seconds) reject(new Error('it takes more time than its size explains'));
      if (process.memoryUsage().rss - before.memory > MEMORY)
        reject(new Error('it takes more memory than its size explains'));
    }, LOOK);
    const end = (settle: () => void): void => {
      clearInterval(watch);
      settle();
    };
    thread.once('message', (message: unknown) => {
      const answer = said.parse(message);
      end(() => ('rows' in answer ? resolve(answer.rows) : reject(new Error(answer.why))));
    });
    thread.once('error', (error: Error) => end(() => reject(error)));
    thread.once('exit', () => end(() => reject(new Error('it could not be read'))));
  });
}
