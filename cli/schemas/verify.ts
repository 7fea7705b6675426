import { z } from 'zod';

/** A number that may have been NaN or infinite: JSON has only null for those. */
const real = z.number().nullable();

const control = z.object({
  name: z.string(),
  refuted: z.boolean(),
  evaluations: z.number().int().describe('evaluations of the claim until it was refuted, or all that were made'),
});

const reading = z.object({
  clause: z.string(),
  margin: real.describe('signed distance from falsehood; the clause holds when margin >= -allowance'),
  allowance: real,
  share: real.describe('part of the allowance that was used; above 1 is a violation'),
});

/** What `bnd verify --json` prints. */
export const verifyReport = z.object({
  seed: z.string(),
  effort: z.number(),
  alpha: z.number().describe('error probability of the whole run'),
  levelPerClaim: z.number().describe('the part of alpha that each statistical claim gets'),
  claims: z.array(
    z.object({
      claim: z.string(),
      kind: z.enum(['exact', 'limit', 'probable', 'law']),
      verdict: z.enum(['held', 'refuted', 'undecided', 'vacuous', 'untrusted']),
      because: z.string(),
      seed: z.string(),
      cases: z.number().int(),
      evaluations: z.number().int(),
      tightest: reading.optional(),
      counterexample: reading.extend({ instance: z.unknown(), shrinks: z.number().int() }).optional(),
      estimate: z
        .object({
          passes: z.number().int(),
          draws: z.number().int(),
          lower: z.number(),
          upper: z.number(),
          level: z.number(),
        })
        .optional(),
      regimes: z.record(z.string(), z.number().int()).describe('cases that visited each regime'),
      survives: z.array(control),
      breaks: z.array(control),
    }),
  ),
  exitCode: z.number().int(),
});

export interface VerifyReport {
  readonly seed: string;
  readonly effort: number;
  readonly alpha: number;
  readonly levelPerClaim: number;
  readonly claims: readonly unknown[];
  readonly exitCode: number;
}
