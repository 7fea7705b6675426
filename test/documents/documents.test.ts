import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bnd, ROOT } from '../cli/run.js';
import { allowed } from '../arrows.js';
import { type Block, blocksOf, DOCUMENTS, documentText, isProgram, reasonNotRun } from './blocks.js';
import { type CommandLine, commandLines, missing, wordsOf } from './command-lines.js';
import { arrowsOf, excerptMissing } from './pictures-and-excerpts.js';
import { realParser, refusalOf, unknownOption } from './real-parser.js';

const blocks = DOCUMENTS.flatMap((file) => blocksOf(file));
const place = ({ file, line }: Block): string => `${file}:${line}`;
const { scripts, ...manifest } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** The guide is a story, of which each step needs the ones before: test/guide.test.ts does all that it says, in a copy of the project. */
const FOLLOWED = 'docs/guide.md';

/** What is wrong with a command in a document; undefined when it is right, or its output is. */
async function wrong({ words, shown }: CommandLine): Promise<string | undefined> {
  const [program, first = '', ...rest] = words;
  if (program === 'npx' && first === 'bnd') {
    if (shown.length === 0) return refusalOf(rest);
    const { stdout, stderr } = await bnd(...rest);
    const line = missing(shown, stdout);
    return line === undefined ? undefined : `does not print: ${line}\n${stdout}${stderr}`;
  }
  if (shown.length > 0) return 'shows output that no test compares';
  // test/package/package.test.ts runs both in a project with the tarball.
  if (program === 'npx')
    return ['vitest run', 'tsc'].includes([first, ...rest].join(' ')) ? undefined : 'an unknown tool';
  if (program !== 'npm') return 'neither npm nor npx';
  if (first === 'init') return undefined;
  if (first === 'install') return rest.find((word) => !installable(word));
  const script = first === 'run' ? rest[0] : first;
  return script !== undefined && script in scripts ? undefined : `package.json has no script "${script ?? ''}"`;
}

function installable(word: string): boolean {
  const [, name = word, version] = /^(@?[^@]+)@(.+)$/.exec(word) ?? [];
  if (word.startsWith('--')) return ['--save-dev', '--omit=optional', '--include=optional'].includes(word);
  const known = manifest.devDependencies[name];
  return name === manifest.name || (known !== undefined && (version === undefined || version === known));
}

/** What is wrong with a block; undefined when a test has run or read it. */
async function wrongWith(block: Block): Promise<string | undefined> {
  const { language, text, file } = block;
  if (reasonNotRun(block) !== undefined || file === FOLLOWED || isProgram(block)) return undefined;
  switch (language) {
    case 'console':
    case 'sh':
      for (const command of commandLines(text, language)) {
        const problem = await wrong(command);
        if (problem !== undefined) return `${command.words.join(' ')}: ${problem}`;
      }
      return undefined;
    case 'ts':
      return excerptMissing(block);
    case 'json':
      JSON.parse(text);
      return undefined;
    case 'mermaid':
      return arrowsOf(text, Object.keys(allowed));
    case 'text':
      // Somebody else's test compares such a page with what writes it.
      return DOCUMENTS.includes(file) && /^Written by `npm run /m.test(documentText(file))
        ? undefined
        : 'is text that no program writes';
    case '':
      return [...text.matchAll(/^(\w+)\/|(?<=\s)(\w+)\/(?=\s)/gm)]
        .map(([, top, inner]) => top ?? `src/${inner ?? ''}`)
        .find((path) => ![path, path.replace(/^src\//, '')].some((each) => existsSync(join(ROOT, each))));
    default:
      return `is in ${language}, which no test reads: give it one, or a line "_Not run by the tests: why_" above it`;
  }
}

describe('every block of code in the documents', () => {
  it.each(blocks.map((block) => [place(block), block] as const))('%s is right', async (_, block) => {
    expect(await wrongWith(block)).toBeUndefined();
  });

  it('is run or read, but for those that say why not', () => {
    const left = blocks.flatMap((block) =>
      reasonNotRun(block) === undefined ? [] : [[block.file, reasonNotRun(block)]],
    );
    expect(left).toEqual([
      [
        'docs/guide.md',
        'the gate compares commits, and a copy of the project has none; test/gate/ tries it on small theories.',
      ],
      [
        'docs/sweeps.md',
        'they take a Redis server and several machines; test/cli/sweep-queue.test.ts does the same with processes.',
      ],
    ]);
    expect(blocks.length).toBeGreaterThan(30);
    expect(blocks.filter(({ file }) => file === FOLLOWED).map(({ language }) => language)).toEqual(
      expect.not.arrayContaining(['sh', '']) as string[],
    );
  });

  it.each([
    ['console', '$ npx bnd verify --no-such-option\n', 'unknown option'],
    ['console', '$ npx bnd sweep --draws none\n', '--draws'],
    ['console', '$ npx bnd check certificates/symmetric-state.json\nrefuted\n', 'does not print: refuted'],
    ['console', '$ npm run no-such-script\n', 'no script'],
    ['console', '$ npm install left-pad\n', 'left-pad'],
    ['console', '$ make\n', 'neither npm nor npx'],
    ['ts', 'const x = 1;\n', 'no file'],
    ['mermaid', 'flowchart TB\n  src --> cli\n', 'src'],
    ['', 'nowhere/    a folder\n', 'nowhere'],
    ['text', '1 2 3\n', 'no program writes'],
    ['python', 'print(1)\n', 'is in python'],
  ])('would fail with a planted mistake: %s %s', async (language, text, problem) => {
    expect(await wrongWith({ file: 'x.md', line: 1, language, text, above: '' })).toContain(problem);
  });
});

describe('commands within the text', () => {
  it('are commands of bnd with options that it has, and scripts of package.json', async () => {
    const program = await realParser();
    const problems = DOCUMENTS.filter((file) => file !== 'theorems/LEDGER.md').flatMap((file) =>
      [...documentText(file).matchAll(/`(?:npx )?(bnd|npm run) ([^`]+)`/g)].flatMap(([all, tool, rest = '']) => {
        const words = wordsOf(rest.replaceAll('\\|', '/').replaceAll(/[[\]<>]/g, ''));
        const problem =
          tool === 'bnd' ? unknownOption(program, words) : words.slice(0, 1).find((name) => !(name in scripts));
        return problem === undefined ? [] : [`${file}: ${all}: ${problem}`];
      }),
    );
    expect(problems).toEqual([]);
    expect(unknownOption(program, ['verify', 'x', '--sede', '1'])).toBe('--sede');
    expect(unknownOption(program, ['verfy'])).toBe('verfy');
  });
});

describe('links', () => {
  const broken = (file: string, text: string): readonly string[] =>
    [...text.matchAll(/\]\(([^)\s#]+)(#[^)]*)?\)/g)].flatMap(([, target = '']) =>
      /^[a-z]+:/.test(target) || existsSync(join(ROOT, dirname(file), target)) ? [] : [`${file}: ${target}`],
    );

  /** Paths in code, from the root of the project: `cli/main.ts`. Not those of a claim that the guide makes up. */
  const gone = (file: string, text: string): readonly string[] =>
    [
      ...text.matchAll(
        /`((?:api|bench|cli|kernel|properties|scripts|src|test|theorems|web)\/[\w./-]+\.(?:ts|js|json|py))`/g,
      ),
    ]
      .map(([, path = '']) => path)
      .filter((path) => !path.includes('/tour/') && !existsSync(join(ROOT, path)))
      .map((path) => `${file}: ${path}`);

  it('lead to files that there are', () => {
    expect(DOCUMENTS.flatMap((file) => gone(file, documentText(file)))).toEqual([]);
    expect(gone('x.md', 'see `cli/main.ts` and `cli/gone.ts`')).toEqual(['x.md: cli/gone.ts']);
    expect(DOCUMENTS.flatMap((file) => broken(file, documentText(file)))).toEqual([]);
    expect(broken('docs/x.md', '[a](nowhere.md) [b](guide.md#x) [c](https://example.org)')).toEqual([
      'docs/x.md: nowhere.md',
    ]);
  });
});
