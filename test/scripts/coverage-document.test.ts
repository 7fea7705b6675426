import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadClaims } from '../../cli/load-claims.js';
import { coverageDocument, coveringOf, DOCUMENT, unaccounted } from '../../scripts/coverage-document.js';
import { PARTLY, UNCOVERED } from '../../theorems/gaps.js';

const root = join(import.meta.dirname, '../..');
const claims = (await loadClaims()).map(coveringOf);

/** The claims with other notes for one of them. */
function covering(id: string, covers: readonly string[]): typeof claims {
  return claims.map((claim) => (claim.id === id ? { ...claim, covers } : claim));
}

describe('docs/coverage.md', () => {
  const committed = readFileSync(join(root, DOCUMENT), 'utf8');

  it('is what claims, notes and reasons give', async () => {
    expect(await coverageDocument(root, claims), 'run npm run generate').toBe(committed);
  });

  it('is stale when a claim covers another note, changes its status, or goes', async () => {
    const [first, ...rest] = claims;
    if (first === undefined) throw new Error('no claims');
    for (const changed of [[{ ...first, covers: [] }, ...rest], [{ ...first, status: 'open' }, ...rest], rest])
      expect(await coverageDocument(root, changed)).not.toBe(committed);
  });
});

describe('the theory notes', () => {
  it('are each covered by a claim or excused', () => {
    expect(unaccounted(claims)).toEqual([]);
  });

  it('miss a note whose only claim is gone', () => {
    expect(unaccounted(covering('recenter-relu/odd-point-is-uniform', []))).toEqual([
      'RC+ReLU F4: no claim covers it, and theorems/gaps.ts does not say why.',
    ]);
  });

  it('refuse a claim that covers an unknown note, or one twice', () => {
    const id = 'recenter-relu/odd-point-is-uniform';
    expect(unaccounted(covering(id, ['RC+ReLU F4', 'RC+ReLU F44']))).toEqual([
      `${id} covers RC+ReLU F44: there is no such note.`,
    ]);
    expect(unaccounted(covering(id, ['RC+ReLU F4', 'toString']))).toHaveLength(1);
    expect(unaccounted(covering(id, ['RC+ReLU F4', 'RC+ReLU F4']))).toEqual([`${id} covers a note twice.`]);
  });

  it('refuse an excuse for what is covered, and a gap in what is not', () => {
    const planted = { 'contrasts L6': 'planted' };
    expect(unaccounted(claims, planted, {})).toEqual([
      'contrasts L6: theorems/gaps.ts calls it uncovered; rank/wide-relu-rank-counts-rays covers it.',
    ]);
    const without = covering('rank/wide-relu-rank-counts-rays', ['contrasts E1']);
    expect(unaccounted(without, {}, planted)).toEqual([
      'contrasts L6: theorems/gaps.ts calls it partly covered; no claim covers it.',
    ]);
    expect(unaccounted(without, planted, {})).toEqual([]);
    expect(UNCOVERED).toEqual({});
  });

  it('refuse a correction by a claim that is not there, or is about something else', () => {
    const [note] = ['RC+ReLU F3'] as const;
    for (const claim of ['recenter-relu/no-such-claim', 'recenter-relu/odd-point-is-uniform'])
      expect(unaccounted(claims, UNCOVERED, PARTLY, { [note]: { claim, wrong: 'planted' } })).toEqual([
        `RC+ReLU F3: theorems/gaps.ts says that ${claim} corrects it; there is no such claim, or it does not cover it.`,
      ]);
  });
});
