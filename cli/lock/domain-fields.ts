import { domainOf } from '../../src/theory/domain.js';

/** Enough for whole ranges: generators favour the ends. */
const EXAMPLES = 500;
const SEED = 1;
/** The field of instances that are no records. */
const WHOLE = 'instance';
/** A range of names of streams says nothing but which were drawn. */
const STREAM = 1e9;

interface Sampled {
  readonly sample: (count: number, seed: number) => readonly unknown[];
}

/** What a claim's generator makes, by field, from a fixed seed. Numbers to six digits, so that engines agree. */
export function domainFields(claim: Sampled): Readonly<Record<string, string>> {
  const instances = claim.sample(EXAMPLES, SEED);
  const fields = new Map<string, unknown[]>();
  const add = (name: string, value: unknown): void => {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  };
  for (const instance of instances) {
    if (!isRecord(instance)) add(WHOLE, instance);
    else for (const [name, value] of Object.entries(instance)) add(name, value);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, words(values)]));
}

function words(values: readonly unknown[]): string {
  const seeds = values.every((value) => typeof value === 'number' && Number.isInteger(value) && value >= 0);
  if (seeds && values.some((value) => Number(value) > STREAM) && new Set(values).size > values.length / 2)
    return 'any seed';
  return domainOf(values).replaceAll(/-?\d+\.\d{6,}(?:e[+-]?\d+)?/g, (number) =>
    String(Number(Number(number).toPrecision(6))),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
