import { z } from 'zod';
import { KINDS } from '../../src/theory/kinds.js';

const names = z.array(z.string()).readonly();
const digest = z.string().regex(/^[0-9a-f]{16}$/);

/** What the lock says of one claim. */
const lockEntry = z.strictObject({
  allowance: z
    .strictObject({ because: z.string(), kind: z.enum(['exact', 'roundoff', 'remainder']) })
    .nullable()
    .describe('null for a claim that is judged by a test at a level'),
  assumes: names.describe('the hypotheses, in the order in which they are stated'),
  breaks: names.describe('negative controls, by name'),
  budget: z.record(z.string(), z.number()).describe('cases or draws, by what they are for'),
  certificates: z
    .record(z.string(), digest)
    .default({})
    .describe('files of certificates that were checked, with their digests'),
  constants: names.describe('the numbers that stand in the file of the theorem'),
  domain: z.record(z.string(), z.string()).describe('what the generator made from a fixed seed, by field'),
  evidence: digest.describe('of the tokens of the evidence file'),
  indifference: z.number().nullable(),
  kind: z.enum(KINDS),
  probability: z.number().nullable(),
  regimes: z.record(z.string(), z.number()).describe('rates that regimes must have'),
  source: z.enum(['paper', 'literature', 'derived', 'observed', 'conjecture']),
  statement: digest.describe('of kind, sentence, formula, source, hypotheses and what the claim rests on'),
  survives: names,
  theorem: digest.describe('of the tokens of the theorem file'),
  uses: names,
  verdict: z.enum(['held', 'refuted', 'undecided', 'vacuous', 'untrusted']).describe('of profile quick'),
});

/** theory.lock.json. */
export const theoryLock = z.strictObject({
  claims: z.record(z.string(), lockEntry).describe('by id'),
  version: z.literal(1),
});

export type LockEntry = z.infer<typeof lockEntry>;
export type TheoryLock = z.infer<typeof theoryLock>;
