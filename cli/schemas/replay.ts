import { z } from 'zod';
import { entry } from '../corpus.js';

/** What `bnd replay --json` prints. */
export const replayReport = entry.extend({
  file: z.string(),
  status: z
    .enum(['open', 'fixed', 'out of domain', 'stale'])
    .describe('open: violated today; fixed: it holds there now; stale: there is no such claim any more'),
  because: z.string(),
});

export type ReplayReport = z.infer<typeof replayReport>;
