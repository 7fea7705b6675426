import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explorerPage } from '../../cli/explorer-page.js';
import { copyExplorer } from '../../cli/report/copy-explorer.js';
import { ROOT } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const assets = (name: string): string => join(folder(), name, 'assets');

test('a report has one explorer beside it, however often it is written', () => {
  for (const build of ['index-CJhGdyp7.js', 'index-Ca_b-def.js']) {
    rmSync(assets('built'), { recursive: true, force: true });
    mkdirSync(assets('built'), { recursive: true });
    writeFileSync(join(assets('built'), build), '');
    copyExplorer(join(folder(), 'built'), join(folder(), 'explorer'));
    writeFileSync(join(assets('explorer'), 'notes.txt'), 'of somebody else');
  }
  expect(readdirSync(assets('explorer'))).toEqual(['index-Ca_b-def.js', 'notes.txt']);
});

test('the real explorer takes the place of a build that this test makes up', () => {
  const built = explorerPage() ?? join(ROOT, 'dist/web'); // beside the sources, which is not where it is built
  mkdirSync(assets('again'), { recursive: true });
  for (const name of ['index-00000000.js', 'style-00000000.css']) writeFileSync(join(assets('again'), name), '');
  copyExplorer(built, join(folder(), 'again'));
  expect(readdirSync(assets('again'))).toEqual(readdirSync(join(built, 'assets')));
});
