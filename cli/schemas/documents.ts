import { z } from 'zod';
import { replayReport } from './replay.js';
import { huntReport } from './hunt.js';
import { claimReport } from './claim.js';
import { limitReport } from './limit.js';
import { listReport } from './list.js';
import { simulateReport } from './simulate.js';
import { verifyReport } from './verify.js';

/** What each command prints with --json. */
export const reports = {
  hunt: {
    schema: huntReport,
    description: 'The smallest counterexample that a search found, and where its boundary lies.',
  },
  limit: { schema: limitReport, description: 'A fixed point of the infinite-width map and the spectrum at it.' },
  list: { schema: listReport, description: 'Every claim of the suite.' },
  replay: { schema: replayReport, description: 'A stored counterexample, and what it is today.' },
  show: { schema: claimReport, description: 'One claim: statement, hypotheses, source, how it is tried.' },
  simulate: {
    schema: simulateReport,
    description: 'The geometry of a batch, layer by layer, in one random network.',
  },
  verify: { schema: verifyReport, description: 'Verdicts on claims with what they rest on, and the exit code.' },
} as const;

/** The name of a command that has a report. */
export type Reporting = keyof typeof reports;

export const reporting: readonly Reporting[] = ['hunt', 'limit', 'list', 'replay', 'show', 'simulate', 'verify'];

/** The text of docs/schemas/<command>.json, with keys sorted so that it changes only when the schema does. */
export function schemaDocument(command: Reporting): string {
  const { schema, description } = reports[command];
  const titled = schema.meta({ title: `bnd ${command} --json`, description });
  const document = z.toJSONSchema(titled, {
    reused: 'inline',
    override: ({ jsonSchema }) => {
      // Says that our own code does not write to arrays, which is nothing to a reader of JSON.
      delete jsonSchema.readOnly;
      // Integers of JavaScript have these bounds; they say nothing of the report.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return `${JSON.stringify(sorted(document), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
