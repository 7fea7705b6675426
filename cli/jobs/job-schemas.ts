import { z } from 'zod';
import { measures } from '../../src/sweep/measures.js';
import type { Job, Jobs, Kind } from './job.js';

const count = z.number().int().min(1).max(1_000_000_000);
const whole = z.number().int().min(0);
/** Any double: Zod's own numbers leave out NaN and the infinities. */
const real = z.custom<number>((value) => typeof value === 'number', 'needs a number');
const key = z.strictObject({ high: whole, low: whole });
/** A field that is there, and may hold nothing. */
const maybe = <T>(schema: z.ZodType<T>): z.ZodType<T | undefined> =>
  z.custom<T | undefined>((value) => value === undefined || schema.safeParse(value).success);

const range = z.strictObject({
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
  from: whole,
  to: count,
});

const draws = z.strictObject({
  claim: z.string(),
  draws: z.array(
    z.strictObject({ control: z.string(), instance: z.unknown(), key, other: z.boolean().exactOptional() }),
  ),
});

const leg = z.strictObject({
  claim: z.string(),
  leg: z.strictObject({
    key,
    place: whole,
    budget: whole,
    calibration: z.strictObject({ scales: z.record(z.string(), real), evaluations: whole }),
    level: real,
  }),
});

const reading = z.strictObject({ clause: z.string(), margin: real, allowance: real, share: real });
const confirmed = z.strictObject({
  stands: z.boolean(),
  evaluations: whole,
  excess: real,
  draws: whole,
  happened: maybe(real),
});
const nearest = z.strictObject({ instance: z.unknown(), readings: z.array(reading), fitness: real });
const legResult = z.strictObject({
  evaluations: whole,
  spent: z.record(z.string(), real),
  found: z.unknown(),
  by: maybe(z.string()),
  confirmed: maybe(confirmed),
  nearest: maybe(nearest),
});

type Tasks = { readonly [K in Kind]: z.ZodType<Jobs[K]['task']> };
type Results = { readonly [K in Kind]: z.ZodType<Jobs[K]['result']> };

const tasks: Tasks = { range, draws, leg };
const results: Results = {
  range: z.array(z.array(real)),
  draws: z.strictObject({ outcomes: z.array(real), milliseconds: real }),
  leg: legResult,
};

/** A job that came from elsewhere, checked. @throws Error when it is none */
export function jobOf(kind: string, task: unknown): Job {
  switch (kind) {
    case 'range':
      return { kind, task: tasks.range.parse(task) };
    case 'draws':
      return { kind, task: tasks.draws.parse(task) };
    case 'leg':
      return { kind, task: tasks.leg.parse(task) };
    default:
      throw new Error(`job: needs one of ${Object.keys(tasks).join(', ')}; came ${JSON.stringify(kind)}.`);
  }
}

/** What came of a job elsewhere, checked: the value itself, its keys in their order. @throws Error when it is nothing of this kind */
export function resultOf<K extends Kind>(kind: K, value: unknown): Jobs[K]['result'] {
  const schema = results[kind];
  if (conforms(schema, value)) return value;
  throw new Error(`job: needs what comes of ${kind}; came ${JSON.stringify(value)}.`);
}

function conforms<T>(schema: z.ZodType<T>, value: unknown): value is T {
  return schema.safeParse(value).success;
}
