import { z } from 'zod';
import { measures } from '../../src/sweep/measures.js';

const real = z.number().nullable();
const counts = z.array(z.number().int()).readonly();
const names = z.array(z.string()).readonly();

/** What a map is a function of. Kept in its store, and compared when it is taken up again. */
export const sweepPlan = z.strictObject({
  grid: z
    .strictObject({ points: counts, width: counts, depth: counts, stages: names, weights: names, data: names })
    .describe('values of each axis; the cells are all combinations'),
  draws: z.number().int().describe('draws a cell, on average'),
  allocation: z.enum(['adaptive', 'even']).describe('adaptive: more draws where intervals are wide'),
  measures: z.array(z.enum(measures)).readonly(),
  level: z.number().describe('probability that the interval of one row ever leaves out its value'),
  seed: z.string(),
  code: z.string().describe('results of different codes are never mixed: version of the draws, digest of the kernel'),
});

export type SweepPlan = z.infer<typeof sweepPlan>;

/** One line of a table: a measure of a cell. */
export const sweepRow = z.strictObject({
  points: z.number().int(),
  width: z.number().int(),
  depth: z.number().int(),
  stages: z.string(),
  weights: z.string(),
  data: z.string(),
  measure: z.enum(measures),
  draws: z.number().int(),
  estimate: real.describe('null: a hitting time after the last layer, or a cosine that most draws lack'),
  lower: real.describe('null: a hitting time after the last layer'),
  upper: real.describe('null: a hitting time that may lie after the last layer'),
  level: z.number(),
});

export type SweepRow = z.infer<typeof sweepRow>;

/** What `bnd sweep --json` prints. */
export const sweepReport = z.strictObject({
  plan: sweepPlan,
  store: z.string().describe('the folder that holds every draw'),
  cells: z.number().int(),
  draws: z.number().int().describe('of all cells'),
  rows: z.array(sweepRow).readonly(),
});

export type SweepReport = z.infer<typeof sweepReport>;
