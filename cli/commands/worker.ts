import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { examples } from '../examples.js';
import { wholeNumber } from '../options.js';
import { offerPatience } from '../patience/watch.js';
import { queueAddress, withoutPassword } from '../queue/connection.js';
import { work, type Work } from '../queue/work.js';

/** Seconds: ten times what a busy machine needs to renew a lock. */
const STALLED_AFTER = 30;

export function registerWorker(program: Command): void {
  const command = program
    .command('worker')
    .description(
      'work for every sweep, verify and hunt that names the same queue, until Ctrl-C; start it on as many machines as there are',
    )
    .requiredOption('--queue <address>', 'the Redis server, as redis://host:6379', queueAddress)
    .option(
      '--workers <n>',
      'threads (default: as many as cores)',
      wholeNumber('--workers', 'threads', 1, 1024, 4),
      availableParallelism(),
    )
    .option(
      '--stalled-after <s>',
      'seconds without a sign of life after which the jobs of a worker go to another',
      wholeNumber('--stalled-after', 'seconds', 1, 3600, STALLED_AFTER),
      STALLED_AFTER,
    );
  offerPatience(command, 'a job is given up, and the run that asked for it ends with a line')
    .addHelpText('after', examples({ 'bnd worker --queue redis://10.0.0.5:6379': 'on every machine that shall help' }))
    .action(async (options: Work) => {
      await work(options, () => interrupted(options));
    });
}

/** Until Ctrl-C, or a termination. A second one ends the process at once: what it was making is made elsewhere. */
function interrupted({ queue, workers }: Work): Promise<void> {
  process.stderr.write(
    `bnd worker: ${workers === 1 ? '1 thread waits' : `${workers} threads wait`} for jobs of ${withoutPassword(queue)}; Ctrl-C ends after those in hand.\n`,
  );
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
