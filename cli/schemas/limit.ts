import { z } from 'zod';

const cosine = z.number().nullable().describe('null where there is no such pair of points');

/** What `bnd limit --json` prints. */
export const limitReport = z.strictObject({
  config: z.strictObject({
    points: z.number().int(),
    stages: z.array(z.string()).readonly(),
    start: z.string().describe('odd, symmetric, or k=2, 3, ... odd points'),
  }),
  exists: z.boolean().describe('false when the start leads back to the symmetric state, or nowhere'),
  says: z.string().describe('the result in one sentence'),
  fixedPoint: z
    .strictObject({
      normRatio: z.number().describe('norm of an odd point over norm of a cluster point'),
      clusterCosine: cosine,
      crossCosine: cosine,
      oddCosine: cosine.describe('cosine of two odd points; null when there are not two'),
      residual: z.number().describe('largest relative change of a coordinate of the state by one more layer'),
    })
    .nullable(),
  spectralRadius: z.number().nullable().describe('below 1: the fixed point is linearly stable'),
  eigenvalues: z
    .array(
      z.strictObject({
        value: z.number().describe('real part'),
        imaginary: z.number().describe('0 for a real eigenvalue'),
        multiplicity: z.number().int(),
      }),
    )
    .readonly()
    .describe(
      'of the trace-normalised map on symmetric matrices, by descending modulus; multiplicities add up to n(n+1)/2',
    ),
});

export type LimitReport = z.infer<typeof limitReport>;
