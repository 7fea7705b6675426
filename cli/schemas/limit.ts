import { z } from 'zod';

const real = z.number().nullable().describe('null where there is no such pair of points');

/** What `bnd limit --json` prints. */
export const limitReport = z.object({
  config: z.object({
    points: z.number().int(),
    stages: z.array(z.string()),
    start: z.string().describe('odd, symmetric, or k=2, 3, ... odd points'),
  }),
  exists: z.boolean().describe('false when the start leads back to the symmetric state, or nowhere'),
  says: z.string(),
  fixedPoint: z
    .object({
      normRatio: z.number().describe('norm of an odd point over norm of a cluster point'),
      clusterCosine: real,
      crossCosine: real,
      oddCosine: real.describe('cosine of two odd points, when there are two'),
      residual: z.number().describe('largest relative change of a coordinate of the state by one more layer'),
    })
    .nullable(),
  spectralRadius: z.number().nullable().describe('below 1: the fixed point is linearly stable'),
  eigenvalues: z
    .array(z.object({ value: z.number(), multiplicity: z.number().int() }))
    .describe(
      'of the trace-normalised map on symmetric matrices, by descending modulus; multiplicities add up to n(n+1)/2',
    ),
});

export type LimitReport = z.infer<typeof limitReport>;
