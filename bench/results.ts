import { z } from 'zod';

const numbers = z.array(z.number());

/** One contender against the kernel: CPU time a layer, and the ratios of the rounds in which the two took turns. */
export const comparison = z.strictObject({
  points: z.number(),
  /** Infinity is no JSON: null for the infinite-width step. */
  width: z.number().nullable(),
  peer: z.string(),
  kernelMilliseconds: z.number(),
  peerMilliseconds: z.number(),
  ratio: z.number(),
  /** Of the rounds that count: those on a whole core where these are at least half of those wanted, else all. */
  ratios: numbers,
  /** Rounds in which this process had its core to itself, of those tried. Older results do not say. */
  whole: z.number().optional(),
  tried: z.number().optional(),
});

/** What bench/results.json holds. A part that a machine cannot measure is an empty list. */
export const benchResults = z.strictObject({
  machine: z.strictObject({
    processor: z.string(),
    threads: z.number(),
    platform: z.string(),
    arch: z.string(),
    node: z.string(),
    /** Versions of the Python libraries that were there. */
    libraries: z.array(z.string()),
    /** Mean number of running processes in the last minute: before the first measurement, and after the last. */
    loads: numbers,
    /** Whether both sides of a comparison were tied to one core. */
    tied: z.boolean().optional(),
  }),
  comparisons: z.array(comparison),
  limitSteps: z.array(comparison),
  workers: z.array(
    z.strictObject({
      points: z.number(),
      width: z.number(),
      /** Chains done by two workers in the time in which one does one: 2 is perfect. Wall time. */
      ratio: z.number(),
      ratios: numbers,
      /** Of one chain. Older results have neither this nor what follows. */
      taskMilliseconds: z.number().optional(),
      /** The same ratio of the roof loop, around the same rounds: what the machine has to give. */
      bound: z.number().optional(),
      /** CPU time of the chains in two workers over that in one: 1 where they do not disturb each other. */
      dearer: z.number().optional(),
      /** Rounds in which the machine had two cores to give, of those tried. */
      whole: z.number().optional(),
      tried: z.number().optional(),
    }),
  ),
  /** Gigaflops: the roof is of f64x2 multiplications and additions; algebra is what is left of a layer without normals and ReLU. */
  roof: z.array(
    z.strictObject({
      points: z.number(),
      width: z.number(),
      algebra: z.number(),
      roof: z.number(),
      share: z.number(),
      /** Shares of the roof of the triangular product and of the Gram sums, each alone. Older results have neither. */
      product: z.number().optional(),
      sums: z.number().optional(),
      /** Rounds on a whole core, of those tried. */
      whole: z.number().optional(),
      tried: z.number().optional(),
    }),
  ),
  normals: z.array(z.strictObject({ by: z.string(), perSecond: z.number() })),
  /** Milliseconds of wall time in a new process. */
  coldStart: z.array(z.strictObject({ step: z.string(), milliseconds: z.number() })),
  memory: z.array(
    z.strictObject({ points: z.number(), width: z.number(), kernelBytes: z.number(), peakBytes: z.number() }),
  ),
  curves: z.array(
    z.strictObject({
      against: z.string(),
      fixed: z.string(),
      at: numbers,
      milliseconds: numbers,
      exponent: z.number(),
    }),
  ),
});

export type Comparison = z.infer<typeof comparison>;
export type BenchResults = z.infer<typeof benchResults>;
