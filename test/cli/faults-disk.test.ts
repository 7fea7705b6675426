import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replaceFile } from '../../cli/replace-file.js';
import { ROOT, type Run, run } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const mount = (...args: readonly string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
/** Whether this user may mount: root may, on Linux. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
if (!mayMount)
  process.stderr.write(
    'Left out: the tests of a full disk and a read-only one, which mount a tmpfs; run them as root.\n',
  );

const folder = temporaryFolder();

describe.skipIf(!mayMount)('a disk', () => {
  const disk = (): string => join(folder(), 'disk');
  const on = (...args: readonly string[]): Promise<Run> =>
    run(process.execPath, [join(ROOT, 'cli/index.js'), ...args], undefined, disk());
  const stored = ['sweep', '--grid', 'points=3..30 width=8..64', '--depth', '3', '--draws', '8', '--store', 'store'];
  /** Leaves so many bytes of the 160 kB. */
  const leave = (bytes: number): void => {
    rmSync(join(disk(), 'rest'), { force: true });
    try {
      writeFileSync(join(disk(), 'rest'), Buffer.alloc(163_840 - bytes));
    } catch {
      // as much as there is room for
    }
  };

  beforeAll(() => {
    mkdirSync(disk());
    if (!mount('-t', 'tmpfs', '-o', 'size=160k', 'tmpfs', disk()))
      throw new Error('mount failed, although this is root.');
  });
  afterAll(() => spawnSync('umount', [disk()]));

  test('that is full costs neither the find of a hunt nor the verdicts of a run, and leaves no half of a file', async () => {
    leave(0);
    const hunted = await on('hunt', 'recenter-relu/farthest-point-becomes-odd', '--budget', '600', '--save');
    expect(hunted.code).toBe(64);
    expect(hunted.stdout).toContain('farthest-point-becomes-odd');
    expect(hunted.stderr).toMatch(
      /^error: --save: needs a place that can be written; came \S+ \(ENOSPC\)\. Nothing.*\n$/,
    );
    const claim = 'recenter-relu/two-groups-turn-orthogonal';
    const verified = await on('verify', claim, '--report', 'page', '--json');
    expect(verified.code).toBe(64);
    expect(JSON.parse(verified.stdout)).toMatchObject({ exitCode: 0 });
    expect(verified.stderr).toMatch(
      /^error: --report: needs a place that can be written; .* \(ENOSPC\)\. Nothing.*\n$/,
    );
    const observed = await on('verify', claim, '--observe', 'cases.jsonl');
    expect(observed.code).toBe(64);
    expect(observed.stderr).toMatch(/^error: --observe: needs room for every case; writing failed \(ENOSPC\)\..*\n$/);
    expect(readdirSync(disk(), { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual([]);
  });

  test('that is full leaves what a file held', () => {
    leave(20_000);
    const path = join(disk(), 'theory.lock.json');
    replaceFile(path, 'old');
    expect(() => replaceFile(path, 'new'.repeat(20_000))).toThrow(/ENOSPC/);
    expect(readFileSync(path, 'utf8')).toBe('old');
    // What it is for: writing over a file leaves half of the new one.
    expect(() => writeFileSync(path, 'new'.repeat(20_000))).toThrow(/ENOSPC/);
    expect(readFileSync(path, 'utf8')).not.toBe('old');
  });

  test('that fills up ends a sweep with a line, which goes on to the same table when there is room', async () => {
    leave(60_000);
    const full = await on(...stored);
    expect({ code: full.code, stdout: full.stdout }).toEqual({ code: 64, stdout: '' });
    expect(full.stderr).toMatch(
      /^error: --store: needs room for the draws; writing failed \(.*No space left on device\)\..*\n$/,
    );
    spawnSync('mount', ['-o', 'remount,size=4m', disk()]);
    expect((await on('sweep', '--resume', '--store', 'store', '--out', 'resumed.csv')).code).toBe(0);
    expect((await on(...stored.slice(0, -1), 'whole', '--out', 'whole.csv')).code).toBe(0);
    expect(readFileSync(join(disk(), 'resumed.csv'), 'utf8')).toBe(readFileSync(join(disk(), 'whole.csv'), 'utf8'));
  });

  test('that is read-only is said to be so', async () => {
    if (!mount('-o', 'remount,ro', disk())) throw new Error('remount failed, although this is root.');
    const sweep = await on(...stored.slice(0, -1), 'another');
    expect({ code: sweep.code, stdout: sweep.stdout }).toEqual({ code: 64, stdout: '' });
    expect(sweep.stderr).toMatch(
      /^error: --store: needs a folder for the draws; came another, which cannot be opened .*\n$/,
    );
    const resumed = await on('sweep', '--resume', '--store', 'store');
    expect(resumed.stderr).toMatch(/^error: --store: .*Read-only file system\).*\n$/);
    const plot = await on('plot', join(ROOT, 'docs/maps/odd-event.jsonl'), '--out', 'map.svg');
    expect(plot.stderr).toMatch(/^error: --out: needs a place that can be written; came map\.svg \(EROFS\)\..*\n$/);
    expect([sweep.code, resumed.code, plot.code]).toEqual([64, 64, 64]);
  });
});
