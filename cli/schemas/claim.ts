import { z } from 'zod';
import { KINDS } from '../../src/theory/kinds.js';

const names = z.array(z.string()).readonly();

/** A claim as data: what is said, how it is tried, what it rests on. */
export const claimReport = z.strictObject({
  id: z.string().describe('what `bnd show` and `bnd verify` take: chapter/what-it-says'),
  says: z.string().describe('the claim in one sentence'),
  formula: z.string().describe('the conclusion in LaTeX'),
  kind: z.enum(KINDS),
  source: z.strictObject({
    kind: z.enum(['paper', 'literature', 'derived', 'observed', 'conjecture']),
    cite: z.string(),
  }),
  status: z
    .enum(['proved', 'published', 'observed', 'open'])
    .describe('how far the claim is established apart from the tests of this suite'),
  certified: z
    .array(z.strictObject({ file: z.string(), digest: z.string(), statement: z.string() }))
    .readonly()
    .describe('what `bnd check` proves of it, by interval arithmetic'),
  assumes: names.describe('the hypotheses'),
  uses: names.describe('ids of the claims that this one rests on'),
  regimes: names.describe('kinds of instances that must be visited'),
  survives: names.describe('changes under which the claim must still hold'),
  breaks: names.describe(
    'negative controls: changes under which the claim must be refuted, or of kind exists has no witness',
  ),
  reasons: z.record(z.string(), z.string()).describe('of kind exists: why a control has no witness, by its name'),
});

export type ClaimReport = z.infer<typeof claimReport>;
