import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Application,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
  type SignatureReflection,
} from 'typedoc';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/run.js';
import { temporaryFolder } from '../cli/temporary-folder.js';

let warnings: readonly string[] = [];
let reference: ProjectReflection | undefined;

const folder = temporaryFolder();

/** What `npm run api` does, without writing the pages: the reference, and what typedoc finds wrong with it. */
async function read(
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly reference: ProjectReflection | undefined; readonly warnings: readonly string[] }> {
  const program = await Application.bootstrapWithPlugins({
    options: join(ROOT, 'typedoc.json'),
    tsconfig: join(ROOT, 'tsconfig.api.json'),
    emit: 'none',
    ...more,
  });
  const said: string[] = [];
  program.logger.warn = (text: string) => void said.push(text);
  program.logger.validationWarning = (text: string) => void said.push(text);
  const converted = await program.convert();
  if (converted !== undefined) program.validate(converted);
  return { reference: converted, warnings: said };
}

beforeAll(async () => {
  ({ reference, warnings } = await read());
});

const textOf = ({ comment }: DeclarationReflection | SignatureReflection): string =>
  [
    ...(comment?.summary ?? []),
    ...(comment?.blockTags ?? []).flatMap(({ tag, name = '', content }) => [{ text: ` ${tag} ${name} ` }, ...content]),
  ]
    .map(({ text }) => text)
    .join('');

/** A number, or numbers without named axes: of what, the type cannot say. */
const BARE = /^(?:readonly )?(?:number|Float64Array(?:<.*>)?)(?:\[\])?$/;

/** What a docstring lacks that can be told mechanically: a sentence, and a word on each bare number that goes in. */
function lacking(name: string, text: string, bare: readonly string[]): readonly string[] {
  const sentence = /^["`'(|\p{Lu}\p{Ll}\d].*?[.:!](?:\s|$)/su.test(text.trim()) ? [] : [`${name}: needs a sentence`];
  return [
    ...sentence,
    ...bare
      .filter((each) => !new RegExp(`\\b${each}\\b`, 'i').test(text))
      .map((each) => `${name}: does not say what ${each} is`),
  ];
}

function lackingIn(declaration: DeclarationReflection): readonly string[] {
  const own = declaration.kind === ReflectionKind.Function ? (declaration.signatures ?? []) : [declaration];
  return own.flatMap((each) => {
    const bare =
      'parameters' in each
        ? (each.parameters ?? []).filter(({ type }) => BARE.test(type?.toString() ?? '')).map(({ name }) => name)
        : [];
    return lacking(declaration.name, textOf(each), bare);
  });
}

describe('the reference of what is exported', () => {
  it('is complete: typedoc finds no type that is left out, no broken link and nothing without a docstring', () => {
    expect(warnings).toEqual([]);
    expect(reference?.children?.map(({ name }) => name)).toEqual(['api/theory', 'api/vitest', 'src']);
  });

  it('would not be, with one function that nobody documents', async () => {
    const planted = join(folder(), 'planted.ts');
    writeFileSync(planted, '/** Said. */\nexport const said = 1;\n\nexport function unsaid(): void {}\n');
    const tsconfig = join(folder(), 'tsconfig.json');
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions: { types: [] }, files: ['planted.ts'] }));
    const options = join(folder(), 'typedoc.json');
    const own = { extends: [join(ROOT, 'typedoc.json')], entryPoints: ['planted.ts'], tsconfig: 'tsconfig.json' };
    writeFileSync(options, JSON.stringify(own));
    expect((await read({ options, tsconfig })).warnings).toEqual([
      expect.stringMatching(/^unsaid.*does not have any documentation/s),
    ]);
  });

  it('has a sentence for everything, which names each bare number that a function takes', () => {
    const declarations = reference?.children?.flatMap(({ children = [] }) => children) ?? [];
    expect(declarations.length).toBeGreaterThan(100);
    expect(declarations.filter(({ kind }) => kind !== ReflectionKind.Reference).flatMap(lackingIn)).toEqual([]);
  });

  it('would say what is missing', () => {
    expect(lacking('at', 'Entry (i, j).', ['i', 'j'])).toEqual([]);
    expect(lacking('at', 'Entry.', ['i', 'j'])).toEqual(['at: does not say what i is', 'at: does not say what j is']);
    expect(lacking('at', '', [])).toEqual(['at: needs a sentence']);
  });
});
