import type { Command } from 'commander';
import { BadInput } from '../bad-input.js';
import type { Hands } from '../jobs/hands.js';
import { Threads } from '../jobs/threads.js';
import { wholeNumber } from '../options.js';
import type { Watch } from '../patience/watch.js';
import { queueAddress } from './connection.js';
import { QueueHands } from './queue-hands.js';

/** Seconds: a server that starts again is back before. */
const TIMEOUT = 60;

/** Who shall do the work, as a user says it. */
export interface HandsOptions {
  readonly workers?: number;
  readonly queue?: string;
  readonly queueTimeout: number;
}

/** The options that say who does the work of a command. */
export function offerHands(command: Command): Command {
  return command
    .option(
      '--workers <n>',
      'threads; as many as there are cores unless given. Changes no result',
      wholeNumber('--workers', 'threads', 1, 1024, 4),
    )
    .option(
      '--queue <address>',
      'let the workers do it that listen to a queue (bnd worker), as redis://host:6379. Changes no result',
      queueAddress,
    )
    .option(
      '--queue-timeout <s>',
      'seconds for which the server of the queue may be away before the run ends',
      wholeNumber('--queue-timeout', 'seconds', 1, 86_400, TIMEOUT),
      TIMEOUT,
    );
}

/**
 * Who does the work.
 * @param watch told that the work goes on
 * @throws BadInput when they are not there
 */
export async function handsOf({ queue, workers, queueTimeout }: HandsOptions, watch?: Watch): Promise<Hands> {
  if (queue === undefined) return new Threads(workers, 'here for one', watch?.pulse);
  if (workers === undefined) return QueueHands.connect(queue, queueTimeout, watch?.beat);
  throw new BadInput(
    `--workers: needs threads of this machine; came ${workers} with --queue. Leave it out, and start bnd worker --workers ${workers}.`,
  );
}
