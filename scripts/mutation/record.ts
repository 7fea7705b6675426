import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatted } from '../../bench/formatted.js';
import { type FolderScore, folderScore } from './folder-score.js';

/** Where the scores are kept, relative to the root of the project. */
const RECORD = 'docs/mutation-score.json';

/** The folders of src that judge: their tests must be sharper than those of the simulator, which claims and goldens watch too. */
export const FOLDERS = ['geometry', 'search', 'statistics', 'theory'];

/** What `npm run mutation` measured last, folder by folder; of none where there is no file. */
export function recordedScores(root: string): readonly FolderScore[] {
  const path = join(root, RECORD);
  return existsSync(path) ? z.array(folderScore).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}

/** Puts a score in the place of the folder's last one. */
export async function recordScore(root: string, score: FolderScore): Promise<void> {
  const others = recordedScores(root).filter(({ folder }) => folder !== score.folder);
  const scores = [...others, score].toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
  writeFileSync(join(root, RECORD), await formatted(root, RECORD, JSON.stringify(scores)));
}

/** A short digest of the sources of a folder of src. */
export function sourcesDigest(root: string, folder: string): string {
  const hash = createHash('sha256');
  const path = join(root, 'src', folder);
  for (const file of readdirSync(path).toSorted()) hash.update(`${file}\0`).update(readFileSync(join(path, file)));
  return hash.digest('hex').slice(0, 12);
}
