import { z } from 'zod';
import { entry, STATUSES } from '../corpus.js';

/** What `bnd replay --json` prints. */
export const replayReport = entry.extend({
  file: z.string(),
  status: z
    .enum(STATUSES)
    .describe(
      'open: violated today; fixed: it holds there now; stands, lost: a witness still, or no more; stale: no such claim any more',
    ),
  because: z.string(),
});

export type ReplayReport = z.infer<typeof replayReport>;
