import { z } from 'zod';

/** How one way of searching did, over all seeds. */
const side = z.strictObject({
  /** Share of the seeds for which it refuted the claim. */
  found: z.number(),
  /** Median until then; a seed without a find counts with the whole budget, so that this is a lower bound above one half. */
  evaluations: z.number(),
  /** Length of the shrunk witness as JSON, median; null when there is none. */
  characters: z.number().nullable(),
  /** Different shrunk witnesses: 1 is a smallest one that every seed ends at. */
  witnesses: z.number(),
});

export const measured = z.strictObject({
  name: z.string(),
  fault: z.string(),
  dimensions: z.number(),
  /** False for a needle whose margin says nothing of where it is. */
  slope: z.boolean(),
  guided: side,
  plain: side,
  /** Seeds for which both found one, and in how many of them which witness was the simpler. */
  bothFound: z.number(),
  simpler: z.number(),
  lessSimple: z.number(),
});

/** What bench/search/results.json holds. */
export const searchResults = z.strictObject({
  seeds: z.number(),
  budget: z.number(),
  rows: z.array(measured),
});

export type Side = z.infer<typeof side>;
export type Measured = z.infer<typeof measured>;
export type SearchResults = z.infer<typeof searchResults>;
