import { z } from 'zod';

const real = z.number().nullable().describe('null where the quotient is undefined (a dead or non-finite batch)');
const index = z.number().int().describe('index of a point, from 0; -1 when there is none');

/** The geometry of the batch after one layer. */
const layer = z.strictObject({
  layer: z.number().int().describe('0 is the input'),
  points: z.number().int(),
  oddPoint: index.describe('the point of largest norm, smallest index among equals'),
  oddPoints: z
    .number()
    .int()
    .nullable()
    .describe(
      'points with a norm far above the median: at least sqrt(largest × median) when largest >= 2 median, else none',
    ),
  normRatio: real.describe('norm of the odd point over the median norm of all points'),
  clusterCosine: z.strictObject({ min: real, mean: real }).describe('cosines among the other n - 1 points'),
  crossCosine: z
    .strictObject({ max: real.describe('largest absolute value'), mean: real })
    .describe('cosines between the odd point and the others'),
  remotePoint: index.describe('the point of smallest mean cosine to the others'),
  orthogonalityGap: real.describe('|| G / tr G - I / n ||_F'),
  rank: z.number().int().nullable().describe('singular values above 1e-9 of the largest; with the engine limit, 1e-5'),
  stableRank: real.describe('||X||_F^2 / ||X||_2^2'),
  isometry: real.describe('det(G)^(1/n) / (tr G / n)'),
  logScale: real.describe(
    'natural logarithm of the root-mean-square norm of the points; null for a dead batch, or at infinite width',
  ),
  degenerate: z.enum(['none', 'dead batch', 'dead points', 'non-finite']),
});

/** What `bnd simulate --json` prints. */
export const simulateReport = z.strictObject({
  config: z.strictObject({
    points: z.number().int(),
    inputs: z.number().int().describe('dimension of the input'),
    width: z.number().int().nullable().describe('null: infinite'),
    depth: z.number().int(),
    stages: z.array(z.string()).readonly(),
    weights: z.string(),
    gain: z.number(),
    data: z.string().describe('the family, data set or file'),
    seed: z.string(),
    every: z.number().int().describe('reported are layers 0, K, 2K, ... and the last'),
    engine: z.enum(['chain', 'direct', 'limit']).describe('limit: the map of Gram matrices at infinite width'),
  }),
  layers: z.array(layer).readonly(),
});

export type SimulateReport = z.infer<typeof simulateReport>;
export type LayerReport = z.infer<typeof layer>;
