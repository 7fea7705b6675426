import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatted } from '../bench/formatted.js';
import { verifyReport } from '../cli/schemas/verify.js';
import { copyProject, nodeIn } from './cli/project-copy.js';
import { ROOT } from './cli/run.js';
import { temporaryFolder } from './cli/temporary-folder.js';
import { commandLines, missing } from './documents/command-lines.js';

const kinds = ['exact', 'limit', 'probable', 'law', 'exists'] as const;
/** An exact claim with a false conclusion, and a limit claim with a control that changes nothing. */
const planted = ['false', 'unrefutable'] as const;
const idOf = (toy: (typeof kinds | typeof planted)[number]): string => `some-chapter/toy-that-is-${toy}`;
const filesOf = (toy: (typeof kinds | typeof planted)[number]): [string, string] => [
  `theorems/${idOf(toy)}.ts`,
  `properties/${idOf(toy)}.ts`,
];

// One copy for the guide and for scaffolded claims. Commands compile what changed; types are checked once, at the end.
const copy = temporaryFolder();
beforeAll(async () => {
  copyProject(copy());
  for (const kind of kinds) await writes(kind, kind);
  await writes('false', 'exact');
  await writes('unrefutable', 'limit');
  change(filesOf('false')[0], 'Math.min(...after)', 'Math.min(...after) - 1');
  change(filesOf('unrefutable')[1], '{ recenter: keep }', '{ rescale: keep }');
});

/** `bnd new`, straight from what is compiled: through `cli` every claim would be compiled before the next is written. */
async function writes(toy: Parameters<typeof idOf>[0], kind: (typeof kinds)[number]): Promise<void> {
  const done = await nodeIn(copy(), ['dist/cli/main.js', 'new', idOf(toy), '--kind', kind]);
  const [theorem, evidence] = filesOf(toy);
  const stdout = `wrote ${theorem}\nwrote ${evidence}\nIt holds as it is: npx bnd verify ${idOf(toy)}\n`;
  expect(done).toMatchObject({ code: 0, stderr: '', stdout });
}

function change(file: string, from: string, to: string): void {
  const path = join(copy(), file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const guide = readFileSync(new URL('../docs/guide.md', import.meta.url), 'utf8');

/** What the guide tells its reader to do, in its order. */
type Step =
  | { readonly does: 'replaces a file' | 'changes a file'; readonly file: string; readonly text: string }
  | { readonly does: 'runs'; readonly command: readonly string[]; readonly shown: readonly string[] };

/** The blocks of a page. A file is named in the text before its block, last of all. */
function stepsOf(page: string): readonly Step[] {
  return [...page.matchAll(/((?:(?!```).)*?)^```(ts|diff|console)\n(.*?)^```$/gms)].flatMap(
    ([, before = '', language, text = '']): readonly Step[] => {
      if (/_Not run by the tests: [^\n]+_\s*$/.test(before)) return []; // test/documents counts them
      if (language === 'console') {
        return commandLines(text, language).map(({ words: [, , ...command], shown }) => ({
          does: 'runs',
          command,
          shown,
        }));
      }
      const file = [...before.matchAll(/`((?:theorems|properties)\/[^`]+)`/g)].at(-1)?.[1];
      if (file === undefined) throw new Error(`no file is named before: ${text}`);
      return [{ does: language === 'ts' ? 'replaces a file' : 'changes a file', file, text }];
    },
  );
}

/** A text with the lines of a diff, all of one place, exchanged. @throws Error when it has no such place, or several */
function patched(text: string, diff: string): string {
  const lines = diff.split('\n').filter((line) => line !== '');
  const side = (mark: string): string =>
    lines.flatMap((line) => (line.startsWith(mark) || line.startsWith(' ') ? [`${line.slice(1)}\n`] : [])).join('');
  const pieces = text.split(side('-'));
  if (pieces.length !== 2) throw new Error(`${pieces.length - 1} places for:\n${diff}`);
  return pieces.join(side('+'));
}

describe('docs/guide.md', () => {
  const steps = stepsOf(guide);

  it('tells of a claim that is refuted, hunted, corrected and held', () => {
    const commands = steps.flatMap((step) => (step.does === 'runs' ? [step.command[0]] : []));
    expect(commands).toEqual(['new', 'verify', 'hunt', 'replay', 'verify', 'verify', 'hunt', 'replay']);
    expect(steps.filter(({ does }) => does === 'replaces a file')).toHaveLength(2);
    expect(steps.filter(({ does }) => does === 'changes a file').length).toBeGreaterThanOrEqual(5);
  });

  it('shows what its commands print, when it is followed in a copy of the project', async () => {
    for (const step of steps) {
      if (step.does === 'runs') {
        const started = performance.now();
        const { stdout, stderr } = await nodeIn(copy(), ['cli', ...step.command]);
        expect(missing(step.shown, stdout), `bnd ${step.command.join(' ')}\n${stdout}${stderr}`).toBeUndefined();
        expect(stderr.replace('Compiling ...\n', ''), step.command.join(' ')).toBe('');
        // A hunt follows a verify, so nothing is left to compile.
        if (step.command[0] === 'hunt') expect(performance.now() - started).toBeLessThan(60_000);
      } else {
        const path = join(copy(), step.file);
        expect(existsSync(path), step.file).toBe(true);
        writeFileSync(
          path,
          step.does === 'replaces a file' ? step.text : patched(readFileSync(path, 'utf8'), step.text),
        );
      }
    }
  });

  it('is compared line by line, in order', () => {
    expect(missing(['a', 'b'], 'a\nc\nb\n')).toBeUndefined();
    expect(missing(['b', 'a'], 'a\nc\nb\n')).toBe('a');
    expect(missing(['a '], 'a\n')).toBe('a ');
  });

  it('is refused with a change that fits nowhere, or twice, or names no file', () => {
    expect(patched('x\ny\n', '-x\n+z\n')).toBe('z\ny\n');
    expect(() => patched('x\n', '-y\n+z\n')).toThrow('0 places');
    expect(() => patched('x\nx\n', '-x\n+z\n')).toThrow('2 places');
    expect(() => stepsOf('Text.\n\n```ts\nx\n```\n')).toThrow('no file is named');
  });
});

describe('bnd new, in a copy of the project', () => {
  it('writes claims of every kind that hold with their controls refuted; planted mistakes are found', async () => {
    const { stdout, stderr, code } = await nodeIn(copy(), [
      'cli',
      'verify',
      ...[...kinds, ...planted].map(idOf),
      '--json',
    ]);
    expect(code, stderr).toBe(0); // conjectures do not count
    const { claims } = verifyReport.parse(JSON.parse(stdout));
    const verdicts = claims.map(({ claim, verdict, breaks }) => `${claim} ${verdict}, ${breaks.length} controls`);
    expect(verdicts).toEqual([
      `${idOf('exact')} held, 1 controls`,
      `${idOf('exists')} held, 1 controls`,
      `${idOf('false')} refuted, 0 controls`,
      `${idOf('law')} held, 2 controls`,
      `${idOf('limit')} held, 2 controls`,
      `${idOf('probable')} held, 1 controls`,
      `${idOf('unrefutable')} untrusted, 2 controls`,
    ]);
  });

  it('and the guide leave files that the compiler, the linter and the formatter pass', async () => {
    const types = ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.build.json'];
    expect(await nodeIn(copy(), types)).toMatchObject({ code: 0, stdout: '' });
    const files = [...kinds.flatMap(filesOf), 'theorems/tour/odd-point-stays.ts', 'properties/tour/odd-point-stays.ts'];
    const lint = await nodeIn(copy(), ['node_modules/eslint/bin/eslint.js', ...files]);
    expect({ code: lint.code, stdout: lint.stdout }).toEqual({ code: 0, stdout: '' });
    for (const file of files) {
      const text = readFileSync(join(copy(), file), 'utf8');
      expect(await formatted(ROOT, file, text), file).toBe(text);
    }
  });
});
