import { z } from 'zod';
import { measures } from '../../src/sweep/measures.js';
import type { SweepPlan } from '../schemas/sweep.js';
import { type Chunk, rangeOf } from '../sweep/plan.js';

const count = z.number().int().min(1).max(1_000_000_000);

/** What a worker is sent: all that its draws follow from. */
export const drawJob = z.strictObject({
  seed: z.string(),
  configuration: z.strictObject({
    points: count,
    width: count,
    depth: count,
    stages: z.string(),
    weights: z.string(),
    data: z.string(),
  }),
  measures: z.array(z.enum(measures)).readonly(),
  from: z.number().int().min(0),
  to: count,
});

export type DrawJob = z.infer<typeof drawJob>;

/** The job of a chunk. Its id is its key: a job that is added twice is one job. */
export function jobOf(plan: SweepPlan, digest: string, chunk: Chunk): { readonly id: string; readonly data: DrawJob } {
  return { id: `${digest}-${chunk.cell}-${chunk.chunk}`, data: rangeOf(plan, chunk) };
}
