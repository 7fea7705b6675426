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
  decisive: reading.describe('the clause that is violated; of a witness the one that is met by least'),
  confirmed: z
    .strictObject({ draws: z.number().int(), happened: z.number().int().optional() })
    .optional()
    .describe('draws that the search had not seen, for a claim about draws'),
});

/** What `bnd hunt --json` prints. */
export const huntReport = z.strictObject({
  claim: z.string(),
  seeks: z.enum(['counterexample', 'witness']).describe('what settles the claim'),
  seed: z.string(),
  budget: z.number().int(),
  evaluations: z.number().int().describe('until the first find that stands, or all that were made'),
  tidying: z.number().int().describe('evaluations of shrinking, simplifying and sweeping'),
  spent: z.record(z.string(), z.number().int()).describe('evaluations of each strategy'),
  by: z.string().optional().describe('the strategy that made the first find'),
  simplest: witnessed.optional().describe('absent when nothing was found'),
  clearest: witnessed.optional().describe('the find that violates its clause the most, or meets its clauses by most'),
  sweeps: z
    .array(
      z.strictObject({
        coordinate: z.string(),
        value: z.number(),
        from: z.number().describe('violated, or a witness, from here, all other coordinates kept'),
        to: z.number(),
        holdsBelow: z.number().optional(),
        holdsAbove: z.number().optional(),
      }),
    )
    .readonly(),
  sweepDraws: z
    .number()
    .int()
    .describe('draws behind each value of a sweep, none of them of the search; 0: none needed'),
  nearest: z
    .strictObject({ instance: z.unknown(), readings: z.array(reading).readonly(), fitness: real })
    .optional()
    .describe('when nothing was found: the instance that came nearest'),
  saved: z.string().optional().describe('the file of what was found, with --save'),
});

export type HuntReport = z.infer<typeof huntReport>;
