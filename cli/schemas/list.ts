import { z } from 'zod';
import { claimReport } from './claim.js';

/** What `bnd list --json` prints. */
export const listReport = z.strictObject({
  claims: z.array(claimReport).readonly().describe('every claim of the suite, by id'),
});

export type ListReport = z.infer<typeof listReport>;
