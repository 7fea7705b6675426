import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
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
