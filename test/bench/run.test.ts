import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DOCUMENT, RESULTS } from '../../bench/document.js';
import { AGAINST } from '../../bench/other-measurements.js';
import { PEERS } from '../../bench/peers.js';
import { temporaryFolder } from '../cli/temporary-folder.js';

const root = join(import.meta.dirname, '../..');

it('npm run bench -- --once runs every contender and every part for a moment, and writes nothing', () => {
  const files = [RESULTS, DOCUMENT];
  const before = files.map((file) => readFileSync(join(root, file), 'utf8'));
  // The tests compile before they start: this is what the script of package.json runs.
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/bench/run.js', '--once'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000, // 5 s alone; others share the machine
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  for (const part of ['infinite width', 'two workers', 'roof', 'normals', 'cold start', 'memory', 'curves'])
    expect(stdout).toContain(`${part} [`);
  const absent = PEERS.filter((peer) => !stdout.includes(`of ${peer},`));
  const excused = ['NumPy', 'PyTorch'].filter((library) => stdout.includes(`no python3 with ${library} here`));
  expect(absent.filter((peer) => !excused.some((library) => peer.startsWith(library)))).toEqual([]);
  expect(stdout).toMatch(/^roof .*"whole":[01],"tried":1\b/m);
  for (const size of AGAINST) expect(stdout).toContain(`"against":"${size}"`);
  for (const column of ['taskMilliseconds', 'bound', 'dearer', 'product', 'sums'])
    expect(stdout).toContain(`"${column}":`);
  const rows = [...stdout.matchAll(/ ms of (.+), [\d.e+]+ times$/gm)].map(([, peer]) => peer);
  expect(rows.filter((peer) => !PEERS.includes(peer ?? ''))).toEqual([]); // the page asks for nobody else
  expect(files.map((file) => readFileSync(join(root, file), 'utf8'))).toEqual(before);
});

const folder = temporaryFolder();

it('npm run bench -- --roof refuses results of another machine in a line, and leaves them', () => {
  mkdirSync(join(folder(), 'bench'));
  const foreign = readFileSync(join(root, RESULTS), 'utf8').replace(/"processor": "[^"]*"/, '"processor": "another"');
  writeFileSync(join(folder(), RESULTS), foreign);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/bench/run.js'), '--roof'], {
    cwd: folder(),
    encoding: 'utf8',
  });
  expect(stderr).toMatch(
    /^bench --roof: needs the machine of bench\/results\.json, another with Node v[\d.]+; came .* with v[\d.]+\. Run npm run bench\.\n$/,
  );
  expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
  expect(readFileSync(join(folder(), RESULTS), 'utf8')).toBe(foreign);
});
