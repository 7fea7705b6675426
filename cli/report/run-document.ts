import { z } from 'zod';
import { claimReport } from '../schemas/claim.js';
import { verifyReport } from '../schemas/verify.js';

const real = z.number().nullable();

/** What a report is made of, and written beside it: every number of the page is one of these. */
export const runDocument = z.strictObject({
  verify: verifyReport,
  claims: z.array(claimReport).readonly(),
  ablation: z.strictObject({
    points: z.number().int(),
    width: z.number().int(),
    depth: z.number().int(),
    data: z.string(),
    seed: z.string(),
    panels: z
      .array(
        z.strictObject({
          stages: z.array(z.string()).readonly(),
          layers: z
            .array(z.strictObject({ layer: z.number().int(), normRatio: real, clusterCosine: real, crossCosine: real }))
            .readonly(),
          cosines: z.array(real).readonly().describe('of all pairs at the last layer, row by row, to 3 decimals'),
        }),
      )
      .readonly(),
  }),
});

export type RunDocument = z.infer<typeof runDocument>;
export type Ablation = RunDocument['ablation'];
export type ClaimOutcome = RunDocument['verify']['claims'][number];
export type StatedClaim = RunDocument['claims'][number];
