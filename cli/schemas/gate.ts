import { z } from 'zod';
import { RELATIONS } from '../../src/gate/claim-diff.js';
import { CHANGE_CLASSES, LEVELS } from '../../src/gate/classes.js';

const verdict = z.enum(['held', 'refuted', 'undecided', 'vacuous', 'untrusted']);

const change = z.strictObject({
  class: z.enum(CHANGE_CLASSES),
  level: z.enum(LEVELS).describe('by theory-gate.json, the stricter of base and head'),
  of: z.string().describe('which clause, control, hypothesis ...; empty when the class says it all'),
  before: z.string(),
  after: z.string(),
  witness: z
    .strictObject({
      instance: z.unknown(),
      world: z.string().describe('the control in whose layer the versions part; empty for the own layer of the claim'),
      before: z.string(),
      after: z.string(),
      replay: z.string().describe('a command that puts the instance to both versions again'),
    })
    .optional(),
  acknowledged: z.string().nullable().describe('the file that acknowledges it'),
});

const claim = z.strictObject({
  claim: z.string(),
  relation: z.enum(RELATIONS).describe('of what is said now to what was said; never "equivalent"'),
  cases: z.number().int().describe('instances that were put to both versions'),
  parted: z.number().int().describe('those in which the versions part'),
  disagreement: z
    .number()
    .nullable()
    .describe(
      'upper 95 % bound on the frequency of instances in which they part; null when some did, or none were tried',
    ),
  verdict: z.strictObject({
    before: verdict.nullable(),
    after: verdict.nullable(),
    judged: z.boolean().describe('false: as the lock says'),
  }),
  changes: z.array(change).readonly(),
  file: z.string(),
  line: z.number().int(),
});

/** What `bnd gate --json` prints. */
export const gateReport = z.strictObject({
  pass: z.boolean(),
  base: z.strictObject({ ref: z.string(), commit: z.string() }),
  head: z.strictObject({
    ref: z.string(),
    commit: z.string().nullable().describe('null for a worktree with changes that are not committed'),
  }),
  denied: z.number().int().describe('denied changes that nobody acknowledged'),
  same: z.number().int().describe('claims of the same code, down to the core: nothing to compare'),
  claims: z.array(claim).readonly().describe('the others'),
  problems: z.array(z.string()).readonly().describe('acknowledgements that are wrong or not used'),
  notes: z.array(z.string()).readonly(),
  exitCode: z.number().int().describe('0 passes, 4 something is denied, 1 to 3 by the verdicts on changed claims'),
});

export type GateReport = z.infer<typeof gateReport>;
export type GatedClaim = z.infer<typeof claim>;
export type GatedChange = z.infer<typeof change>;
