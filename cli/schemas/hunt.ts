import { z } from 'zod';

/** A number that may have been NaN or infinite: JSON has only null for those. */
const real = z.number().nullable();

const reading = z.strictObject({
  clause: z.string(),
  margin: real.describe('signed distance from falsehood; the clause holds when margin >= -allowance'),
  allowance: real,
  share: real,
});

const witnessed = z.strictObject({
  instance: z.unknown(),
  readings: z.array(reading).readonly(),
  violated: reading,
});

/** What `bnd hunt --json` prints. */
export const huntReport = z.strictObject({
  claim: z.string(),
  seed: z.string(),
  budget: z.number().int(),
  evaluations: z.number().int().describe('until the first counterexample that stands, or all that were made'),
  tidying: z.number().int().describe('evaluations of shrinking, simplifying and sweeping'),
  spent: z.record(z.string(), z.number().int()).describe('evaluations of each strategy'),
  by: z.string().optional().describe('the strategy that made the first find'),
  simplest: witnessed.optional().describe('absent when nothing was found'),
  worst: witnessed.optional().describe('the counterexample that violates its clause the most'),
  sweeps: z
    .array(
      z.strictObject({
        coordinate: z.string(),
        value: z.number(),
        from: z.number().describe('violated from here, all other coordinates kept'),
        to: z.number(),
        holdsBelow: z.number().optional(),
        holdsAbove: z.number().optional(),
      }),
    )
    .readonly(),
  nearest: z
    .strictObject({ instance: z.unknown(), readings: z.array(reading).readonly(), fitness: real })
    .optional()
    .describe('when nothing was found: the instance that came nearest'),
  saved: z.string().optional().describe('the file of the counterexample, with --save'),
});

export type HuntReport = z.infer<typeof huntReport>;
