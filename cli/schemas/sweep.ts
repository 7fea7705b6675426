import { z } from 'zod';
import { measures } from '../../src/sweep/measures.js';

const real = z.number().nullable();
const names = z.array(z.string()).readonly();
/** Bounds of the axes, as those of `--grid`. */
const points = z.number().int().min(2).max(4096);
const width = z.number().int().min(1).max(1_000_000_000);
const depth = z.number().int().min(1).max(1_000_000);
const draws = z.number().int().min(1).max(10_000_000);
const level = z.number().gt(0).lt(1);

/** What a map is a function of. Kept in its store, and compared when it is taken up again. */
export const sweepPlan = z.strictObject({
  grid: z
    .strictObject({
      points: z.array(points).readonly(),
      width: z.array(width).readonly(),
      depth: z.array(depth).readonly(),
      stages: names,
      weights: names,
      data: names,
    })
    .describe('values of each axis; the cells are all combinations'),
  draws: draws.describe('draws a cell, on average'),
  allocation: z.enum(['adaptive', 'even']).describe('adaptive: more draws where intervals are wide'),
  measures: z.array(z.enum(measures)).readonly(),
  level: level.describe('probability that the interval of one row ever leaves out its value'),
  seed: z.string(),
  code: z.string().describe('results of different codes are never mixed: version of the draws, digest of the kernel'),
});

export type SweepPlan = z.infer<typeof sweepPlan>;

/** One line of a table: a measure of a cell. */
export const sweepRow = z.strictObject({
  points,
  width,
  depth,
  stages: z.string(),
  weights: z.string(),
  data: z.string(),
  measure: z.enum(measures),
  draws,
  estimate: real.describe('null: a hitting time after the last layer, or a cosine that most draws lack'),
  lower: real.describe('null: a hitting time after the last layer'),
  upper: real.describe('null: a hitting time that may lie after the last layer'),
  level,
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
