import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function importsOf(file: string, text: string): readonly string[] {
  return [...text.matchAll(/from '([^']+)'/g)].map(([, specifier = '']) =>
    specifier.startsWith('.') ? normalize(join(dirname(file), specifier)).replace(/\.js$/, '.ts') : specifier,
  );
}

/** Imports that a checker, or the interval type below it, may not have. */
function violations(file: string, text: string): readonly string[] {
  const [, folder = ''] = file.split('/');
  const allowed: Readonly<Record<string, RegExp>> = {
    checker: /^src\/(?:checker|interval)\//,
    interval: /^src\/interval\/|^src\/portable\/error-free\.ts$/,
    prover: /^src\/(?!checker\/)|^src\/interval\/interval\.ts$/,
  };
  return importsOf(file, text).filter(
    (target) =>
      allowed[folder]?.test(target) !== true ||
      (folder === 'prover' && /^src\/interval\/(?!interval\.ts)/.test(target)),
  );
}

/** A file of the checker and all of the checker that it imports. */
function closure(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (!seen.has(file) && file.startsWith('src/checker/')) {
    seen.add(file);
    for (const target of importsOf(file, read(file))) closure(target, seen);
  }
  return seen;
}

/** Lines that are neither blank nor comment. */
function linesOfCode(text: string): number {
  return text.split('\n').filter((line) => !/^\s*(?:$|\/\/|\/\*|\*)/.test(line)).length;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}

describe('the checker', () => {
  it.each(filesIn('src/checker').filter((file) => !file.endsWith('theorems.ts')))(
    '%s needs at most 200 lines, apart from the interval type',
    (file) => {
      const lines = [...closure(file)].reduce((sum, each) => sum + linesOfCode(read(each)), 0);
      expect(lines).toBeLessThanOrEqual(200);
    },
  );

  it.each(['src/checker', 'src/prover', 'src/interval'])('%s shares only the interval type', (folder) => {
    for (const file of filesIn(folder)) expect([file, violations(file, read(file))]).toEqual([file, []]);
  });

  it.each([
    ['src/checker/x.ts', "import { kappa } from '../prover/elementary.js';"],
    ['src/checker/x.ts', "import { kappa } from '../limit/arc-cosine.js';"],
    ['src/prover/x.ts', "import { groupState } from '../checker/group-state.js';"],
    ['src/prover/x.ts', "import { Jet } from '../interval/jet.js';"],
    ['src/interval/x.ts', "import { acos } from '../portable/acos.js';"],
  ])('catches a planted import in %s: %s', (file, text) => {
    expect(violations(file, text)).toHaveLength(1);
  });

  it('calls no function of Math that is not exact', () => {
    for (const file of [...filesIn('src/checker'), ...filesIn('src/interval')]) {
      const called = [...read(file).matchAll(/Math\.(\w+)\(/g)].map(([, name]) => name);
      expect(called.filter((name) => !['abs', 'max', 'min', 'sqrt'].includes(name ?? ''))).toEqual([]);
    }
  });
});
