import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEAST, SCORE_DOCUMENT, scoreDocument } from '../../scripts/mutation/document.js';
import { type Excuse, EXCUSES, excuseOf } from '../../scripts/mutation/excuses.js';
import { type FolderScore, folderScoreOf, onOneLine, scoreOf } from '../../scripts/mutation/folder-score.js';
import { FOLDERS, recordedScores } from '../../scripts/mutation/record.js';
import { ROOT, run } from '../cli/run.js';

const scores = recordedScores(ROOT);

/** What is not as it must be: a folder below the score, a survivor without a reason or whose code is gone, a reason for nothing. */
function wrongIn(found: readonly FolderScore[], excuses: readonly Excuse[] = EXCUSES): readonly string[] {
  const survivors = found.flatMap((score) => score.survivors);
  const needed = (excuse: Excuse, replacement: string): boolean =>
    survivors.some((mutant) => mutant.replacement === replacement && excuseOf(mutant, [excuse]) !== undefined);
  return [
    ...found.filter((score) => !(scoreOf(score) >= LEAST)).map(({ folder }) => `${folder}: scores too little`),
    ...survivors.flatMap((mutant) => {
      const name = `${mutant.file}: ${mutant.original} -> ${mutant.replacement}`;
      const path = join(ROOT, mutant.file);
      const there = existsSync(path) && onOneLine(readFileSync(path, 'utf8')).includes(mutant.original);
      return [
        ...(there ? [] : [`${name}: the code is another now; run npm run mutation`]),
        ...(excuseOf(mutant, excuses) === undefined ? [`${name}: survives without a reason`] : []),
      ];
    }),
    ...excuses.flatMap((excuse) =>
      excuse.replacements
        .filter((replacement) => !needed(excuse, replacement))
        .map((replacement) => `${excuse.file}: ${excuse.original} -> ${replacement}: is killed, and excused`),
    ),
  ];
}

const place = (line: number, column: number) => ({ line, column });
/** A report on `a + b` over two lines with one mutant of this status. */
const reportOf = (status: string, testsCompleted?: number): unknown => ({
  files: {
    'src/geometry/sum.ts': {
      source: 'const sum = (a, b) =>\n  a\n    + b;\n',
      mutants: [
        {
          mutatorName: 'ArithmeticOperator',
          replacement: 'a\n    - b',
          status,
          ...(testsCompleted === undefined ? {} : { testsCompleted }),
          location: { start: place(2, 3), end: place(3, 8) },
        },
      ],
    },
  },
});
const read = (status: string, testsCompleted?: number): FolderScore =>
  folderScoreOf({ folder: 'geometry', sources: '0', tests: 'all tests' }, reportOf(status, testsCompleted));

describe('a score', () => {
  it('counts a mutant that ran out of time as not killed, and one that broke the run not at all', () => {
    expect(['Killed', 'Timeout', 'Survived', 'NoCoverage'].map((status) => scoreOf(read(status, 3)))).toEqual([
      1, 0, 0, 0,
    ]);
    expect(read('RuntimeError')).toMatchObject({ errors: 1, killed: 0, timeout: 0, survivors: [] });
    expect(scoreOf(read('RuntimeError'))).toBe(NaN);
    expect(scoreOf({ ...read('Survived', 3), killed: 16, timeout: 3 })).toBe(0.8);
  });

  it('names survivors by their text, on one line', () => {
    const named = {
      file: 'src/geometry/sum.ts',
      mutator: 'ArithmeticOperator',
      original: 'a + b',
      replacement: 'a - b',
    };
    expect(read('Survived', 3).survivors).toEqual([{ ...named, covered: true }]);
    expect(read('NoCoverage').survivors).toEqual([{ ...named, covered: false }]);
  });

  it('is not made of mutants that nobody tried', () => {
    const where = 'src/geometry/sum.ts:2: ArithmeticOperator of a + b';
    expect(() => read('Survived', 0)).toThrow(
      `${where}: said to survive, but no test was run. Run npm run mutation -- geometry again.`,
    );
    expect(() => read('Pending')).toThrow(
      `${where}: needs to be tried; came Pending. Run npm run mutation -- geometry again.`,
    );
  });
});

describe('the recorded scores', () => {
  it('are high enough, and every survivor has a reason', () => {
    expect(scores.map(({ folder }) => folder).filter((folder) => !FOLDERS.includes(folder))).toEqual([]);
    expect(scores.length).toBeGreaterThan(0);
    expect(wrongIn(scores)).toEqual([]);
  });

  it('are found wrong when too low, when a survivor has no reason or is gone, or when a reason excuses nothing', () => {
    const [excuse] = EXCUSES;
    const [score] = scores;
    const alive = score?.survivors[0];
    if (excuse === undefined || score === undefined || alive === undefined) throw new Error('nothing to alter');
    expect(wrongIn(scores.map((each) => ({ ...each, killed: 1 })))).toContain(`${score.folder}: scores too little`);
    expect(wrongIn(scores, [])[0]).toMatch(/: survives without a reason$/);
    const gone = { ...alive, original: 'not written anywhere' };
    expect(wrongIn([{ ...score, survivors: [gone] }], [])).toEqual([
      `${gone.file}: not written anywhere -> ${gone.replacement}: the code is another now; run npm run mutation`,
      `${gone.file}: not written anywhere -> ${gone.replacement}: survives without a reason`,
    ]);
    const idle = { ...excuse, replacements: ['planted'] };
    expect(wrongIn(scores, [...EXCUSES, idle])).toEqual([
      `${idle.file}: ${idle.original} -> planted: is killed, and excused`,
    ]);
  });
});

describe('docs/mutation-score.md', () => {
  const committed = readFileSync(join(ROOT, SCORE_DOCUMENT), 'utf8');

  it('is what docs/mutation-score.json gives', async () => {
    expect(await scoreDocument(ROOT, scores), 'run npm run generate').toBe(committed);
    expect(committed).not.toContain('**no reason given**');
  });

  it('says what has no reason, and which folders were not measured', async () => {
    const page = await scoreDocument(ROOT, [{ ...read('Survived', 3), killed: 9 }], []);
    expect(page).toMatch(
      /\[sum\.ts\]\(\.\.\/src\/geometry\/sum\.ts\) \| `a \+ b` +\| `a - b` +\| \*\*no reason given\*\*/,
    );
    expect(page).toMatch(/\[geometry\]\(\.\.\/src\/geometry\) \| 90\.0 % +\| all tests +\| +9 \|/);
    expect(page).toContain(
      'Not measured yet: [search](../src/search), [statistics](../src/statistics), [theory](../src/theory).',
    );
  });
});

it('npm run mutation refuses a folder that it does not judge', async () => {
  const { code, stderr } = await run(process.execPath, ['dist/scripts/mutation.js', 'network']);
  expect([code, stderr]).toEqual([
    64,
    'mutation: needs folders of geometry, search, statistics, theory; came network. Name some of them, or none for all.\n',
  ]);
});
