import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../cli/run.js';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const { version, license, files } = z
  .object({ version: z.string(), license: z.string(), files: z.array(z.string()) })
  .parse(JSON.parse(read('package.json')));

/** What the Citation File Format 1.2.0 requires, and what must agree with the package. */
const citation = z.object({
  'cff-version': z.literal('1.2.0'),
  message: z.string().min(1),
  title: z.string().min(1),
  type: z.literal('software'),
  authors: z.array(z.object({ name: z.string() })).min(1),
  version: z.literal(version),
  license: z.literal(license),
  references: z.array(z.object({ type: z.string(), title: z.string(), authors: z.array(z.unknown()).min(1) })),
});

it('CITATION.cff names this version and its licence', () => {
  const cited: unknown = parse(read('CITATION.cff'));
  expect(citation.parse(cited).references).toHaveLength(1);
  expect(citation.safeParse({ ...Object(cited), version: '0.0.0' }).success).toBe(false);
});

it('CHANGELOG.md has this version, and LICENSE is the licence that is named', () => {
  expect(read('CHANGELOG.md')).toContain(`\n## ${version}\n`);
  expect(read('LICENSE')).toMatch(new RegExp(`^${license} License`));
});

it('all that is to be published is there', () => {
  const named = files.filter((path) => !path.startsWith('!'));
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
