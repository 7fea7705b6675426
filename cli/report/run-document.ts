import { z } from 'zod';
import { claimReport } from '../schemas/claim.js';
import { sweepRow } from '../schemas/sweep.js';
import { verifyReport } from '../schemas/verify.js';
import { killMatrix } from './kill-matrix.js';

const real = z.number().nullable();
const whole = z.number().int();

const margins = z.strictObject({
  claim: z.string(),
  clauses: z
    .array(
      z.strictObject({
        clause: z.string(),
        count: whole,
        failed: whole.describe('below what the allowance permits'),
        notNumbers: whole,
        bins: z.array(z.strictObject({ from: z.number(), count: whole })).readonly(),
      }),
    )
    .readonly(),
});

const axis = z.strictObject({ label: z.string(), scale: z.enum(['linear', 'log']) });

const curve = z.strictObject({
  name: z.string(),
  says: z.string(),
  claims: z.array(z.string()).readonly().describe('ids of the claims that it shows'),
  x: axis,
  y: axis,
  series: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['predicted', 'asymptote', 'measured']),
        points: z.array(z.tuple([z.number(), z.number()]).readonly()).readonly(),
      }),
    )
    .readonly(),
});

const ablation = z.strictObject({
  points: whole,
  width: whole,
  depth: whole,
  data: z.string(),
  seed: z.string(),
  panels: z
    .array(
      z.strictObject({
        stages: z.array(z.string()).readonly(),
        layers: z
          .array(z.strictObject({ layer: whole, normRatio: real, clusterCosine: real, crossCosine: real }))
          .readonly(),
        cosines: z.array(real).readonly().describe('of all pairs at the last layer, row by row, to 3 decimals'),
      }),
    )
    .readonly(),
});

const sight = z
  .strictObject({
    claim: z.string(),
    of: z.string().describe('counterexample, nearest (to a violation), or the file of a stored counterexample'),
    link: z.string().describe('the part of a link behind #'),
    same: z.boolean().describe('false: such a network, another draw of its weights'),
  })
  .describe('an instance that the explorer can show');

const map = z.strictObject({ file: z.string(), rows: z.array(sweepRow).readonly() });

/** What a report is made of, and written beside it: every number of the page is one of these. */
export const runDocument = z.strictObject({
  verify: verifyReport,
  claims: z.array(claimReport).readonly(),
  margins: z.array(margins).readonly(),
  curves: z.array(curve).readonly(),
  maps: z.array(map).readonly().describe('tables of sweeps that the user gave'),
  ablation,
  explorer: z.boolean().describe('whether the explorer lies beside the page, in explorer/'),
  sights: z.array(sight).readonly(),
  mutants: z
    .strictObject({
      matrix: killMatrix,
      theory: z.string().nullable().describe('digest of theory.lock.json in this run'),
    })
    .optional()
    .describe('what claims noticed of planted faults, as recorded with the project'),
});

export type RunDocument = z.infer<typeof runDocument>;
export type Ablation = z.infer<typeof ablation>;
export type SweepMap = z.infer<typeof map>;
export type Curve = z.infer<typeof curve>;
export type Sight = z.infer<typeof sight>;
export type ClaimMargins = z.infer<typeof margins>;
export type ClaimOutcome = RunDocument['verify']['claims'][number];
export type StatedClaim = RunDocument['claims'][number];
