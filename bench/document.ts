import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from './formatted.js';
import { performancePage } from './performance-page.js';
import { benchResults } from './results.js';

export const DOCUMENT = 'docs/performance.md';
export const RESULTS = 'bench/results.json';

/** What docs/performance.md must hold, given the text of bench/results.json. @throws ZodError when that is not a result */
export async function performanceDocument(root: string, json: string): Promise<string> {
  const results = benchResults.parse(JSON.parse(json));
  return formatted(root, DOCUMENT, performancePage(results));
}

/** Writes docs/performance.md from the committed measurements, without measuring. */
export async function writePerformanceDocument(root: string): Promise<void> {
  writeFileSync(join(root, DOCUMENT), await performanceDocument(root, readFileSync(join(root, RESULTS), 'utf8')));
}
