import { z } from 'zod';
import { KINDS } from '../../src/theory/kinds.js';
import { STATUSES } from '../corpus.js';
import { PROFILES } from '../profiles.js';

/** A number that may have been NaN or infinite: JSON has only null for those. */
const real = z.number().nullable();

const control = z.strictObject({
  name: z.string(),
  refuted: z
    .boolean()
    .describe('of `survives` what must not be, of `breaks` what must; of kind exists: that no witness was found'),
  evaluations: z.number().int().describe('evaluations of the claim until it was refuted, or all that were made'),
});

const reading = z.strictObject({
  clause: z.string(),
  margin: real.describe('signed distance from falsehood; the clause holds when margin >= -allowance'),
  allowance: real,
  share: real.describe('part of the allowance that was used; above 1 is a violation'),
});

const ratePath = z
  .strictObject({
    refuteAt: real,
    certifyAt: real,
    steps: z
      .array(z.strictObject({ draws: z.number().int(), refuting: real, certifying: z.number() }))
      .readonly()
      .describe('at the start, then at equal steps, and at the last draw'),
  })
  .describe('decimal logarithms of both e-values along the draws, and what each must reach; absent for a law');

/** What `bnd verify --json` prints. */
export const verifyReport = z.strictObject({
  profile: z.enum(PROFILES),
  seed: z.string(),
  effort: z.number(),
  alpha: z.number().describe('error probability of the whole run'),
  evaluations: z.number().int().describe('of margins, observations and events, controls included'),
  corpus: z
    .array(
      z.strictObject({
        file: z.string(),
        claim: z.string(),
        status: z.enum(STATUSES),
        because: z.string(),
      }),
    )
    .readonly()
    .describe(
      'stored counterexamples to these claims, and witnesses; an open one refutes its claim, unless that is a conjecture',
    ),
  claims: z
    .array(
      z.strictObject({
        claim: z.string(),
        kind: z.enum(KINDS),
        gates: z.boolean().describe('false for a conjecture: its verdict does not count towards the exit code'),
        verdict: z.enum(['held', 'refuted', 'undecided', 'vacuous', 'untrusted']),
        because: z.string().describe('why not held, or what held means here'),
        seed: z.string(),
        cases: z.number().int(),
        evaluations: z.number().int(),
        tightest: reading.optional(),
        counterexample: reading.extend({ instance: z.unknown(), shrinks: z.number().int() }).optional(),
        estimate: z
          .strictObject({
            passes: z.number().int(),
            draws: z.number().int(),
            lower: z.number(),
            upper: z.number(),
            level: z.number(),
          })
          .optional(),
        witness: z
          .strictObject({ instance: z.unknown(), readings: z.array(reading).readonly() })
          .optional()
          .describe('the instance nearest to a violation; of kind exists the witness, or what came nearest to one'),
        tests: z
          .array(
            z.strictObject({
              use: z.string(),
              decision: z.enum(['refuted', 'certified', 'undecided', 'not refuted']),
              draws: z.number().int().describe('draws up to the decision'),
              happened: z.number().int().optional().describe('in how many of them the event happened'),
              instance: z.unknown().optional().describe('absent when the test is over the domain'),
              path: ratePath.optional(),
            }),
          )
          .readonly(),
        regimes: z
          .array(
            z.strictObject({
              name: z.string(),
              visits: z.number().int().describe('cases of this run that fell into it'),
              atLeast: z.number().describe('the rate that generated instances must have'),
              decision: z.enum(['certified', 'refuted', 'undecided']),
              happened: z.number().int().describe('of `trials` instances that were only generated'),
              trials: z.number().int(),
            }),
          )
          .readonly(),
        survives: z.array(control).readonly(),
        breaks: z.array(control).readonly(),
        warnings: z
          .array(z.string())
          .readonly()
          .describe('what a maintainer should look at although the verdict stands'),
      }),
    )
    .readonly(),
  ledger: z
    .strictObject({
      alpha: z.number(),
      entries: z.array(z.strictObject({ claim: z.string(), use: z.string(), alpha: z.number() })).readonly(),
    })
    .optional()
    .describe('with --ledger: every use of error probability of every claim of the suite; sums to at most alpha'),
  power: z
    .array(
      z.strictObject({
        claim: z.string(),
        control: z.string(),
        refuted: z.number().int().describe('seeds with which the control was refuted'),
        seeds: z.number().int(),
        median: z.number().int().describe('evaluations until it was refuted, the middle one of the seeds'),
        most: z.number().int(),
      }),
    )
    .readonly()
    .optional()
    .describe('with --power'),
  exitCode: z.number().int().describe('0 all held, 1 refuted, 2 vacuous or untrusted, 3 undecided'),
});

export type VerifyReport = z.infer<typeof verifyReport>;
