import { z } from 'zod';
import { canonicalJson } from '../canonical-json.js';
import { replayReport } from './replay.js';
import { huntReport } from './hunt.js';
import { claimReport } from './claim.js';
import { gateReport } from './gate.js';
import { limitReport } from './limit.js';
import { listReport } from './list.js';
import { theoryLock } from './lock.js';
import { simulateReport } from './simulate.js';
import { verifyReport } from './verify.js';

/** What each command prints with --json. */
export const reports = {
  gate: { schema: gateReport, description: 'What a change of the theory makes stronger, weaker or different.' },
  hunt: {
    schema: huntReport,
    description: 'The smallest counterexample or witness that a search found, and where its boundary lies.',
  },
  limit: { schema: limitReport, description: 'A fixed point of the infinite-width map and the spectrum at it.' },
  list: { schema: listReport, description: 'Every claim of the suite.' },
  replay: { schema: replayReport, description: 'A stored counterexample or witness, and what it is today.' },
  show: { schema: claimReport, description: 'One claim: statement, hypotheses, source, how it is tried.' },
  simulate: {
    schema: simulateReport,
    description: 'The geometry of a batch, layer by layer, in one random network.',
  },
  verify: { schema: verifyReport, description: 'Verdicts on claims with what they rest on, and the exit code.' },
} as const;

/** The name of a command that has a report. */
export type Reporting = keyof typeof reports;

export const reporting: readonly Reporting[] = [
  'gate',
  'hunt',
  'limit',
  'list',
  'replay',
  'show',
  'simulate',
  'verify',
];

/** Files that commands write and people review. */
const files = {
  lock: {
    schema: theoryLock,
    title: 'theory.lock.json',
    description: 'What is claimed, how it is tried, and verdicts.',
  },
} as const;

export type Documented = Reporting | keyof typeof files;

export const documented: readonly Documented[] = [...reporting, 'lock'];

/** The text of docs/schemas/<name>.json, with keys sorted so that it changes only when the schema does. */
export function schemaDocument(name: Documented): string {
  const titled = titledSchema(name);
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
  return canonicalJson(document);
}

function titledSchema(name: Documented): z.ZodType {
  if (name === 'lock') return files.lock.schema.meta({ title: files.lock.title, description: files.lock.description });
  const { schema, description } = reports[name];
  return schema.meta({ title: `bnd ${name} --json`, description });
}
