import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileCoverageData } from 'istanbul-lib-coverage';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.js';
import { ROOT } from '../cli/run.js';
import { withoutIndexDefaults } from './index-defaults.js';

/** A file of one line with one branch of this type, whose second way begins at this text. */
function lineWith(source: string, second: string, type = 'binary-expr', ways = 2): FileCoverageData {
  const column = source.lastIndexOf(second);
  const place = (at: number) => ({ start: { line: 1, column: at }, end: { line: 1, column: source.length } });
  return {
    path: 'line.ts',
    statementMap: {},
    s: {},
    fnMap: {},
    f: {},
    branchMap: {
      0: {
        type,
        line: 1,
        loc: place(0),
        locations: Array.from({ length: ways }, (_, i) => place(i === 1 ? column : 0)),
      },
    },
    b: { 0: Array.from({ length: ways }, () => 0) },
  };
}

describe('the branches of src that are counted', () => {
  const counted = (coverage: FileCoverageData, source: string): readonly number[] =>
    Object.values(withoutIndexDefaults(coverage, source).b).flat();

  it.each(['sum += values[i * n + j] ?? NaN;', 'const x = (m[k] ?? NaN) * 2;'])('leave out %s', (source) => {
    expect(counted(lineWith(source, 'NaN'), source)).toEqual([]);
  });

  it.each([
    ['sum += values[i] ?? 0;', '0'],
    ['return median(x) ?? NaN;', 'NaN'],
    ['return a ?? NaN;', 'NaN'],
    ['values[0] ?? NaNs(1)', 'NaNs'],
    ['values[0] || NaN', 'NaN'],
  ])('hold %s', (source, second) => {
    expect(counted(lineWith(source, second), source)).toEqual([0, 0]);
  });

  it('hold a conditional and a chain of three that end in the same', () => {
    const source = 'values[0] ?? NaN';
    expect(counted(lineWith(source, 'NaN', 'cond-expr'), source)).toEqual([0, 0]);
    expect(counted(lineWith(source, 'NaN', 'binary-expr', 3), source)).toEqual([0, 0, 0]);
  });
});

describe('npm run coverage', () => {
  const folder = temporaryFolder();

  it('fails when what was run covers too little', () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/vitest/vitest.mjs'),
        ...['run', '--coverage', '--coverage.reporter=json-summary', `--coverage.reportsDirectory=${folder()}`],
        ...['--coverage.include=src/sweep/*.ts', '--typecheck.enabled=false', 'test/sweep/grid.test.ts'],
      ],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, VITEST: undefined, NO_COLOR: '1' } },
    );
    expect(stdout).toContain('16 passed');
    expect(stderr).toMatch(/ERROR: Coverage for lines \(\d+(\.\d+)?%\) does not meet global threshold \(95%\)/);
    expect(stderr).toMatch(/ERROR: Coverage for branches \(\d+(\.\d+)?%\) does not meet global threshold \(90%\)/);
    expect(status).toBe(1);
    expect(existsSync(join(folder(), 'coverage-summary.json'))).toBe(true);
  });

  it('runs in continuous integration, which fails with it', () => {
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toMatch(/^npm test -- --coverage .*\|\| failed=1$/m);
  });
});
