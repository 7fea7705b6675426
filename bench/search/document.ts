import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../formatted.js';
import { searchPage } from './page.js';
import { searchResults } from './results.js';

export const SEARCH_DOCUMENT = 'docs/search-power.md';
export const SEARCH_RESULTS = 'bench/search/results.json';

/** What docs/search-power.md must hold, given the text of its results. @throws ZodError when that is not a result */
export async function searchDocument(root: string, json: string): Promise<string> {
  return formatted(root, SEARCH_DOCUMENT, searchPage(searchResults.parse(JSON.parse(json))));
}

/** Writes docs/search-power.md from the committed measurements, without measuring. */
export async function writeSearchDocument(root: string): Promise<void> {
  writeFileSync(
    join(root, SEARCH_DOCUMENT),
    await searchDocument(root, readFileSync(join(root, SEARCH_RESULTS), 'utf8')),
  );
}
