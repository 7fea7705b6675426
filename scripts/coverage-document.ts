import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../bench/formatted.js';
import { describeClaim } from '../cli/commands/list.js';
import type { Claim } from '../src/theory/claim.js';
import { type NoteId, NOTES, noteId } from '../src/theory/notes.js';
import type { Theorem } from '../src/theory/theorem.js';
import { BESIDE, CORRECTED, PARTLY, UNCOVERED } from '../theorems/gaps.js';

export const DOCUMENT = 'docs/coverage.md';

/** A claim, as far as this page goes. Ids are text here, so that a test can plant one that does not exist. */
export interface Covering {
  readonly id: string;
  readonly kind: Theorem['kind'];
  readonly status: string;
  readonly covers: readonly string[];
}

/** Reasons by id. */
export type Reasons = Partial<Readonly<Record<NoteId, string>>>;

export function coveringOf(claim: Claim): Covering {
  const { id, kind, status } = describeClaim(claim);
  return { id, kind, status, covers: claim.theorem.covers ?? [] };
}

function noteIds(): readonly NoteId[] {
  return Object.keys(NOTES).flatMap((text) => noteId(text) ?? []);
}

/** Everything that is wrong with how claims and reasons account for the notes, in words; none when all is accounted for. */
export function unaccounted(
  claims: readonly Covering[],
  none: Reasons = UNCOVERED,
  partly: Reasons = PARTLY,
  corrected: typeof CORRECTED = CORRECTED,
): readonly string[] {
  const unknown = claims.flatMap(({ id, covers }) =>
    covers.filter((note) => noteId(note) === undefined).map((note) => `${id} covers ${note}: there is no such note.`),
  );
  const repeated = claims
    .filter(({ covers }) => new Set(covers).size < covers.length)
    .map(({ id }) => `${id} covers a note twice.`);
  const wrong = noteIds().flatMap((note) => {
    const by = claims.find(({ covers }) => covers.includes(note));
    if (by === undefined) {
      if (partly[note] !== undefined) return [`${note}: theorems/gaps.ts calls it partly covered; no claim covers it.`];
      if (BESIDE[note] !== undefined)
        return [`${note}: theorems/gaps.ts calls it all but covered; no claim covers it.`];
      return none[note] === undefined ? [`${note}: no claim covers it, and theorems/gaps.ts does not say why.`] : [];
    }
    return none[note] === undefined ? [] : [`${note}: theorems/gaps.ts calls it uncovered; ${by.id} covers it.`];
  });
  const uncorrected = noteIds().flatMap((note) => {
    const { claim } = corrected[note] ?? {};
    if (claim === undefined || claims.some(({ id, covers }) => id === claim && covers.includes(note))) return [];
    return [
      `${note}: theorems/gaps.ts says that ${claim} corrects it; there is no such claim, or it does not cover it.`,
    ];
  });
  return [...unknown, ...repeated, ...wrong, ...uncorrected];
}

const INTRODUCTION = `# Coverage of the theory notes

Written by \`npm run generate\` from the field \`covers\` of each theorem, from [src/theory/notes.ts](../src/theory/notes.ts) and from
[theorems/gaps.ts](../theorems/gaps.ts); a test fails when it is not current, or when a note is neither covered nor excused.

The claims were made from two sets of notes. \`RC+ReLU\` are those on recentering and ReLU, \`contrasts\` those on all that is compared
with them; a number of the one has nothing to do with the same number of the other. A claim covers a note when it states it, or a
part of it; _in part_ says what is left, _beside_ what is left that is no statement about networks, and _corrected_ where the
note is wrong and a claim has what is true. The status of a claim is how far it is established apart from the tests of this suite.

`;

/** What docs/coverage.md must hold. */
export async function coverageDocument(root: string, claims: readonly Covering[]): Promise<string> {
  const ids = noteIds();
  const beyond = claims.filter(({ covers }) => covers.length === 0);
  const covered = ids.filter((note) => claims.some(({ covers }) => covers.includes(note))).length;
  const counts = `${ids.length} notes, ${covered} of them covered, ${Object.keys(PARTLY).length} of these in part, ${Object.keys(CORRECTED).length} corrected; ${claims.length} claims.\n\n`;
  const section = (family: string): string => {
    const entries = ids.filter((note) => note.startsWith(`${family} `)).map((note) => entryOf(note, claims));
    return `## ${family}\n\n${entries.join('\n')}\n`;
  };
  const rest = `## Beyond the notes\n\n${beyond.map((claim) => `- ${cited(claim)}`).join('\n') || 'No claim.'}\n`;
  return formatted(root, DOCUMENT, `${INTRODUCTION}${counts}${section('RC+ReLU')}${section('contrasts')}${rest}`);
}

function entryOf(note: NoteId, claims: readonly Covering[]): string {
  const by = claims.filter(({ covers }) => covers.includes(note)).map(cited);
  const [none, partly, beside, corrected] = [UNCOVERED[note], PARTLY[note], BESIDE[note], CORRECTED[note]];
  const lines = [
    ...by,
    ...(none === undefined ? [] : [`_no claim_: ${none}`]),
    ...(partly === undefined ? [] : [`_in part_: ${partly}`]),
    ...(beside === undefined ? [] : [`_beside_: ${beside}`]),
    ...(corrected === undefined
      ? []
      : [`_corrected_ by [${corrected.claim}](../theorems/${corrected.claim}.ts): ${corrected.wrong}`]),
  ];
  return `**${note}** ${NOTES[note]}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

function cited({ id, kind, status }: Covering): string {
  return `[${id}](../theorems/${id}.ts) (${kind}, ${status})`;
}

export async function writeCoverageDocument(root: string, claims: readonly Covering[]): Promise<void> {
  writeFileSync(join(root, DOCUMENT), await coverageDocument(root, claims));
}
