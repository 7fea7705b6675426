import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, run } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

test('Packages of another checkout, reached through a link, are left alone', async () => {
  for (const name of ['scripts', 'packages']) mkdirSync(join(folder(), name));
  copyFileSync(join(ROOT, 'scripts/ready.js'), join(folder(), 'scripts/ready.js'));
  writeFileSync(join(folder(), 'package.json'), '{ "type": "module" }');
  // Newer than any installation, so that without the link it would be the time to install.
  writeFileSync(join(folder(), 'package-lock.json'), '{}');
  writeFileSync(join(folder(), 'packages/kept'), '');
  symlinkSync(join(folder(), 'packages'), join(folder(), 'node_modules'));
  const { code, stderr } = await run(process.execPath, [join(folder(), 'scripts/ready.js'), 'install']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(readdirSync(join(folder(), 'packages'))).toEqual(['kept']);
});

test('What changed is compiled file by file, what is gone is removed, what is no TypeScript changes nothing, and types follow when asked for', async () => {
  const place = join(folder(), 'project');
  for (const name of ['scripts', 'src', 'dist/src']) mkdirSync(join(place, name), { recursive: true });
  for (const name of ['scripts/ready.js', 'tsconfig.json', 'tsconfig.build.json'])
    copyFileSync(join(ROOT, name), join(place, name));
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  const write = (name: string, text: string): void => {
    writeFileSync(join(place, name), text);
  };
  const ready = (): ReturnType<typeof run> => run(process.execPath, [join(place, 'scripts/ready.js'), 'build']);
  const compiled = (name: string): string => readFileSync(join(place, 'dist', name), 'utf8');
  for (const ending of ['.js', '.js.map', '.d.ts']) write(`dist/src/gone${ending}`, '');
  write('dist/.tsbuildinfo', '');
  /** As if the last build had been a minute ago: clocks of file systems tick slowly. */
  const age = (): void => {
    utimesSync(join(place, 'dist/.tsbuildinfo'), Date.now() / 1000 - 60, Date.now() / 1000 - 60);
  };
  for (const name of ['tsconfig.json', 'tsconfig.build.json']) utimesSync(join(place, name), 0, 0);
  age();

  write('src/one.ts', "import type { A } from './two.js';\nexport const one: A = 'a' as const;\n");
  expect(await ready()).toMatchObject({ code: 0, stdout: '', stderr: 'Compiling ...\n' });
  expect(compiled('src/one.js')).toBe("export const one = 'a';\n//# sourceMappingURL=one.js.map");
  expect(readdirSync(join(place, 'dist/src')).sort()).toEqual(['one.js', 'one.js.map']);
  expect(await ready()).toMatchObject({ code: 0, stderr: '' }); // nothing left to do

  write('src/one.ts', 'export const one: = 1;\n');
  write('src/two.ts', 'export const two = 2;\n');
  age();
  const { code, stderr } = await ready();
  expect(code).toBe(70);
  expect(stderr).toMatch(/^src\/one\.ts\(1,19\): error TS1110: Type expected\.$/m);
  expect(compiled('src/one.js')).toContain("'a'");
  expect(existsSync(join(place, 'dist/src/two.js'))).toBe(false);

  write('src/one.ts', 'export const one = 1;\n');
  age();
  const tasks = (...names: readonly string[]): ReturnType<typeof run> =>
    run(process.execPath, [join(place, 'scripts/ready.js'), ...names]);
  expect(await tasks('build')).toMatchObject({ code: 0 });
  expect(existsSync(join(place, 'dist/src/two.d.ts'))).toBe(false);
  expect(await tasks('types')).toMatchObject({ code: 0, stdout: '', stderr: 'Compiling ...\n' });
  expect(compiled('src/two.d.ts')).toBe('export declare const two = 2;\n');
  expect(await tasks('types')).toMatchObject({ code: 0, stderr: '' }); // they are those of now
});
