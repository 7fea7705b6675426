import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { derive, rootKey } from '../src/random/key.js';
import type { Hunted } from '../src/search/hunt.js';
import { UNCALIBRATED } from '../src/search/calibration.js';
import { objectiveOf } from '../src/search/objective.js';
import type { Claim } from '../src/theory/claim.js';
import { BadInput } from './bad-input.js';
import { boundedText } from './bounded-file.js';
import { digestOf } from './claim-digest.js';
import { namesIfThere } from './if-there.js';
import { packageVersion } from './package-version.js';
import { parseJson } from './parse-json.js';
import { makeFolder, replaceFile } from './replace-file.js';

/** Folders of the corpus, in the folder where `bnd` runs, by what they hold. */
const FOLDERS = { counterexample: 'counterexamples', witness: 'witnesses' } as const;

const reading = z.strictObject({
  clause: z.string(),
  margin: z.number().nullable(),
  allowance: z.number().nullable(),
});

/** One counterexample or witness on disk: values, so that it means the same whatever becomes of the generators. Data, never executed. */
export const entry = z.strictObject({
  format: z.literal(1),
  claim: z.string(),
  /** The instance, by value. */
  instance: z.unknown().refine((value) => value !== undefined, 'needs an instance'),
  /** The seed whose draws refuted a claim with random draws: confirmed on streams of their own under it. */
  seed: z.string(),
  readings: z.array(reading),
  /** The clause that is violated; absent for a witness. */
  violated: z.string().optional(),
  /** Of the statement when it was found. */
  claimDigest: z.string(),
  coreVersion: z.string(),
  found: z.strictObject({ by: z.string(), evaluations: z.number().int() }),
});

export type CorpusEntry = z.infer<typeof entry>;

/**
 * - `open`: the claim as it stands is violated there.
 * - `fixed`: it is an instance, and the claim holds for it now.
 * - `stands`: it shows that what the claim says exists does.
 * - `lost`: it is an instance, and shows that no more.
 * - `out of domain`: no instance of the claim any more.
 * - `stale`: no such claim, or one that other things settle.
 */
export const STATUSES = ['open', 'fixed', 'stands', 'lost', 'out of domain', 'stale'] as const;
export type EntryStatus = (typeof STATUSES)[number];

/** What an entry is today, and why, in words. */
export interface Replayed {
  readonly file: string;
  readonly entry: CorpusEntry;
  readonly status: EntryStatus;
  readonly because: string;
}

/** Keeps what was found: written whole or not at all. Returns its file. The same instance of a claim is one file. */
export function saveCounterexample(claim: Claim, { simplest, by, evaluations }: Hunted, seed: string): string {
  if (simplest === undefined) throw new Error('saveCounterexample: needs a find; came none.');
  const { id } = claim.theorem;
  const made = entry.parse(
    JSON.parse(
      JSON.stringify({
        format: 1,
        claim: id,
        instance: simplest.instance,
        seed,
        readings: simplest.readings.map(({ clause, margin, allowance }) => ({ clause, margin, allowance })),
        ...(claim.subject.seeks === 'witness' ? {} : { violated: simplest.decisive.clause }),
        claimDigest: digestOf(claim),
        coreVersion: packageVersion(),
        found: { by: by ?? 'the corpus', evaluations },
      }),
    ),
  );
  const hash = createHash('sha256').update(JSON.stringify(made.instance)).digest('hex').slice(0, 12);
  const file = join(FOLDERS[claim.subject.seeks], id, `${hash}.json`);
  makeFolder(dirname(file), '--save');
  replaceFile(file, `${JSON.stringify(made, null, 2)}\n`, '--save');
  return file;
}

/** @throws BadInput when the file cannot be read or is no counterexample */
export function readCounterexample(file: string): CorpusEntry {
  let text: string;
  try {
    text = boundedText(file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BadInput(
      `${file}: needs a counterexample file; it cannot be read (${why}). \`bnd hunt CLAIM --save\` writes one.`,
      {
        cause: error,
      },
    );
  }
  let data: unknown;
  try {
    data = parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadInput(`${file}: needs JSON; it ${error.message}. Restore it, or delete it and hunt again.`, {
      cause: error,
    });
  }
  const parsed = entry.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadInput(
    `${file}: needs a counterexample of format 1; ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}. Restore it, or delete it and hunt again.`,
  );
}

/** Files of the corpus, of these claims: counterexamples, then witnesses, each sorted. None when there is no corpus. */
export function corpusFiles(claims: readonly Claim[]): readonly string[] {
  return Object.values(FOLDERS).flatMap((folder) => entriesIn(folder, claims));
}

function entriesIn(folder: string, claims: readonly Claim[]): readonly string[] {
  const ids = claims.map(({ theorem }) => theorem.id);
  return namesIfThere('.', folder, true)
    .filter((name) => name.endsWith('.json') && ids.includes(dirname(name)))
    .map((name) => join(folder, name));
}

/** Looks at a counterexample or a witness with the claims of today. Of a claim with random draws, on the streams that confirmed it. */
export function replayed(file: string, claims: readonly Claim[], level: number): Replayed {
  const found = readCounterexample(file);
  const claim = claims.find(({ theorem }) => theorem.id === found.claim);
  const say = (status: EntryStatus, because: string): Replayed => ({ file, entry: found, status, because });
  if (claim === undefined) return say('stale', 'there is no such claim');
  const witness = claim.subject.seeks === 'witness';
  if (witness !== (found.violated === undefined))
    return say('stale', `the claim is settled by a ${claim.subject.seeks} now, which this is not`);
  const outside = claim.subject.outside(found.instance);
  if (outside !== undefined) return say('out of domain', outside);
  const key = derive(rootKey(found.seed), 'hunt', found.claim);
  const objective = objectiveOf(claim.subject, UNCALIBRATED, key, level);
  const { decisive } = objective.look(found.instance);
  if (decisive === undefined || !objective.confirm(found.instance).stands)
    return witness ? say('lost', 'it is no witness any more') : say('fixed', 'the claim holds for it');
  const { clause, margin } = decisive;
  if (!witness) return say('open', `the clause "${clause}" is violated`);
  return say(
    'stands',
    `it is a witness: "${clause}", which it meets by least, has a margin of ${margin.toPrecision(3)}`,
  );
}
