import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.js';
import { ROOT, type Run } from '../cli/run.js';
import { nodeIn } from '../cli/project-copy.js';
import { blocksOf, DOCUMENTS, isProgram } from '../documents/blocks.js';
import { installed, npm, onlyOwnPackages, packed, withOtherPackages } from './packed.js';

const folder = temporaryFolder();
const project = (): string => join(folder(), 'project');
let tarball = '';
let needed: readonly string[] = [];
beforeAll(async () => {
  tarball = await packed(folder());
  needed = await installed(project(), tarball);
});

const tool = (path: string): string => join(ROOT, 'node_modules', path);
const publint = (what: string): Promise<Run> => nodeIn(folder(), [tool('publint/src/cli.js'), 'run', what, '--strict']);
const typesRight = (what: string): Promise<Run> =>
  nodeIn(folder(), [tool('@arethetypeswrong/cli/dist/index.js'), what, '--profile', 'esm-only', '--no-emoji']);

describe('the tarball', () => {
  it('is one that publint and are-the-types-wrong find nothing in', async () => {
    expect(await publint(tarball)).toMatchObject({ code: 0, stdout: expect.stringContaining('All good!') as string });
    expect((await typesRight(tarball)).code).toBe(0);
  });

  it('would be refused by both with a file that is not there and types of another module system', async () => {
    const broken = join(folder(), 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'index.js'), 'export const one = 1;\n');
    writeFileSync(join(broken, 'index.d.cts'), 'export declare const one: number;\n');
    const exports = { '.': { types: './index.d.cts', default: './index.js' }, './gone': './gone.js' };
    const named = { name: 'broken', version: '1.0.0', type: 'module', license: 'MIT', exports };
    writeFileSync(join(broken, 'package.json'), JSON.stringify(named));
    const { stdout } = await npm(broken, 'pack', '--pack-destination', folder());
    const file = join(folder(), stdout.trim());
    expect(await publint(file)).toMatchObject({ code: 1, stdout: expect.stringContaining('does not exist') as string });
    expect((await typesRight(file)).code).toBe(1);
  });

  it('holds no sources, tests, benchmarks or maps', () => {
    const paths = readdirSync(join(project(), 'node_modules/batch-norm-decomposed'), {
      recursive: true,
      encoding: 'utf8',
    })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.includes('.') || path === 'LICENSE');
    const places = new Set(
      paths.map((path) =>
        path
          .split('/')
          .slice(0, path.startsWith('dist/') ? 2 : 1)
          .join('/'),
      ),
    );
    expect([...places].sort()).toEqual(
      ['LICENSE', 'README.md', 'certificates', 'cli']
        .concat(['api', 'cli', 'properties', 'src', 'theorems', 'web'].map((name) => `dist/${name}`))
        .concat('docs', 'package.json', 'scripts'),
    );
    expect(paths.filter((path) => path.startsWith('docs/'))).toEqual(['docs/mutants.json']); // the report draws it
    expect(paths.filter((path) => /\.(map|tsbuildinfo)$/.test(path) || /(?<!\.d)\.ts$/.test(path))).toEqual([]);
    expect(statSync(tarball).size).toBeLessThan(1.2e6);
  });
});

describe('a project with the tarball and nothing optional', () => {
  const alone = (...args: readonly string[]): Promise<Run> =>
    nodeIn(project(), ['--import', onlyOwnPackages(project()), ...args]);

  it('has what the core needs, and no more', () => {
    const names = readdirSync(join(project(), 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(names.sort()).toEqual(['batch-norm-decomposed', ...needed].sort());
    expect(names).toHaveLength(7);
  });

  it('simulates in JavaScript', async () => {
    const program = `
      import { derive, describeGeometry, gramChain, lastLayer, parseBatchFamily, parseStages, parseWeightLaw, rootKey, uniformNetwork }
        from 'batch-norm-decomposed';
      const key = rootKey('1');
      const stages = parseStages('recenter,relu');
      const network = uniformNetwork({ stages, width: 256, depth: 60, weights: parseWeightLaw('gaussian') });
      const batch = parseBatchFamily('gaussian').draw(derive(key, 'batch'), 16, 12);
      const { normRatio, points } = describeGeometry(lastLayer(gramChain(network, batch, key)).factor);
      console.log(points, normRatio > 1 && normRatio < 1000);
    `;
    writeFileSync(join(project(), 'simulate.js'), program);
    expect(await alone('simulate.js')).toMatchObject({ stderr: '', stdout: '12 true\n' });
  });

  it('is told what bnd needs, in one line', async () => {
    const { code, stdout, stderr } = await alone('node_modules/.bin/bnd', 'list');
    expect({ code, stdout, stderr }).toEqual({
      code: 64,
      stdout: '',
      stderr:
        'error: bnd needs the package commander, which was left out (npm install --omit=optional); the rest of this package does not. ' +
        'Run npm install --include=optional.\n',
    });
  });
});

describe('a project with the optional packages too', () => {
  const theory = (): string => join(project(), 'theory');
  const planted = (): string => join(project(), 'planted');
  const programs = DOCUMENTS.flatMap((file) => blocksOf(file)).filter(
    (block) => isProgram(block) && !block.text.includes('testTheory'), // a test already: the example's own
  );
  beforeAll(() => {
    withOtherPackages(project());
    const example = join(ROOT, 'examples/layer-normalization');
    for (const copy of [theory(), planted()]) cpSync(example, copy, { recursive: true });
    const statement = join(planted(), 'theorems/layer-norm/points-land-on-a-sphere.ts');
    const text = readFileSync(statement, 'utf8');
    expect(text).toContain('- z.width');
    writeFileSync(statement, text.replace('- z.width', '- z.width - 1'));
    const [, settings = ''] = /```json\n(.*?)```/s.exec(readFileSync(join(example, 'README.md'), 'utf8')) ?? [];
    writeFileSync(join(project(), 'tsconfig.json'), settings);
    for (const [k, { text }] of programs.entries()) writeFileSync(join(project(), `program-${k}.ts`), text);
    const test = ([k, { file, line }]: [number, { file: string; line: number }]): string =>
      `it('${file}:${line}', async () => void (await import('./program-${k}.js')));\n`;
    const tests = [...programs.entries()].map(test).join('');
    writeFileSync(join(project(), 'programs.test.ts'), `import { it } from 'vitest';\n${tests}`);
  });

  it('runs bnd through npx', async () => {
    const id = 'recenter-relu/two-groups-turn-orthogonal';
    const args = ['exec', '--offline', '--', 'bnd', 'verify', id, '--json'];
    const { code, stdout, stderr } = await npm(project(), ...args);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ claims: [{ claim: id, verdict: 'held' }] });
  });

  it('has types for the strictest compiler, in the example as in what it imports', async () => {
    const compiler = [tool('typescript/bin/tsc'), '-p', '.', '--skipLibCheck', 'false'];
    const { code, stdout } = await nodeIn(project(), compiler);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('makes tests of a folder of claims, of which a false one fails; runs the programs of the documents', async () => {
    const { code, stdout, stderr } = await nodeIn(project(), [tool('vitest/vitest.mjs'), 'run', '--reporter=json']);
    expect(code, stderr).toBe(1);
    const { testResults } = JSON.parse(stdout) as {
      testResults: readonly {
        name: string;
        assertionResults: readonly { status: string; title: string; failureMessages: readonly string[] }[];
      }[];
    };
    const ran = testResults.find((file) => file.name.endsWith('/programs.test.ts'))?.assertionResults ?? [];
    expect(ran.map(({ status, title }) => [title, status])).toEqual(
      programs.map(({ file, line }) => [`${file}:${line}`, 'passed']),
    );
    expect(programs.length).toBeGreaterThan(1);
    const [own, other] = ['theory', 'planted'].map(
      (name) => testResults.find((file) => file.name.endsWith(`/${name}/theory.test.ts`))?.assertionResults ?? [],
    );
    expect(own?.map(({ status }) => status)).toEqual(Array(9).fill('passed'));
    expect(other).toHaveLength(9);
    const [failed, ...more] = other?.filter(({ status }) => status !== 'passed') ?? [];
    expect(more).toEqual([]);
    expect(failed?.title).toBe('layer-norm/points-land-on-a-sphere holds, and its controls are refuted');
    expect(failed?.failureMessages[0]).toContain('the clause "squared radius" is violated');
  });
});
