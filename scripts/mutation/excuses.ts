import type { Alive } from './folder-score.js';
import { GEOMETRY } from './geometry-survivors.js';
import { SEARCH } from './search-survivors.js';
import { STATISTICS } from './statistics-survivors.js';
import { THEORY } from './theory-survivors.js';

/** Why no test fails on some mutants of one text: because none can, or because it need not. A test refuses one that excuses nothing. */
export interface Excuse {
  readonly file: string;
  /** The code as it is, spaces and line ends as one space. */
  readonly original: string;
  /** What it became, each of which survives. */
  readonly replacements: readonly string[];
  readonly because: string;
}

export const EXCUSES: readonly Excuse[] = [...GEOMETRY, ...SEARCH, ...STATISTICS, ...THEORY];

export function excuseOf(
  { file, original, replacement }: Alive,
  excuses: readonly Excuse[] = EXCUSES,
): Excuse | undefined {
  return excuses.find(
    (excuse) => excuse.file === file && excuse.original === original && excuse.replacements.includes(replacement),
  );
}
