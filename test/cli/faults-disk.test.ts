import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEDGER, LOCK } from '../../cli/lock/lock-files.js';
import { replaceFile } from '../../cli/replace-file.js';
import { ROOT, type Run, start } from './run.js';
import { SmallProject } from './small-project.js';
import { temporaryFolder } from './temporary-folder.js';

const mount = (...args: readonly string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
/** Whether this user may mount: root may, on Linux. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
if (!mayMount)
  process.stderr.write(
    'Left out: the tests of a full disk and a read-only one, which mount a tmpfs; run them as root.\n',
  );

const folder = temporaryFolder();
const claim = 'rows/sums-vanish';

// Mounting takes root.
describe.skipIf(!mayMount)('a disk', () => {
  const disk = (): string => join(folder(), 'disk');
  /** `bnd` of a small project, on the disk. */
  const on = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> =>
    start(process.execPath, [join(folder(), 'project/cli/index.js'), ...args], disk(), env).ended;
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
    new SmallProject(join(folder(), 'project'));
    mkdirSync(disk());
    if (!mount('-t', 'tmpfs', '-o', 'size=160k', 'tmpfs', disk()))
      throw new Error('mount failed, although this is root.');
  });
  afterAll(() => spawnSync('umount', [disk()]));

  test('that is full costs neither the find of a hunt nor the verdicts of a run, and leaves no half of a file', async () => {
    leave(0);
    const hunted = await on(['hunt', claim, '--budget', '200', '--save'], { FAULT: 'false', FAULTY: claim });
    expect(hunted.code).toBe(64);
    expect(hunted.stdout).toContain(claim);
    expect(hunted.stderr).toMatch(
      /^error: --save: needs a place that can be written; came \S+ \(ENOSPC\)\. Nothing.*\n$/,
    );
    // The page draws this theory, not another.
    const report = ['verify', 'recenter-relu/two-groups-turn-orthogonal', '--report', 'page', '--json'];
    const verified = await start(process.execPath, [join(ROOT, 'cli/index.js'), ...report], disk()).ended;
    expect(verified.code).toBe(64);
    expect(JSON.parse(verified.stdout)).toMatchObject({ exitCode: 0 });
    expect(verified.stderr).toMatch(
      /^error: --report: needs a place that can be written; .* \(ENOSPC\)\. Nothing.*\n$/,
    );
    const observed = await on(['verify', claim, '--observe', 'cases.jsonl']);
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
    const full = await on(stored);
    expect({ code: full.code, stdout: full.stdout }).toEqual({ code: 64, stdout: '' });
    expect(full.stderr).toMatch(
      /^error: --store: needs room for the draws; writing failed \(.*No space left on device\)\..*\n$/,
    );
    spawnSync('mount', ['-o', 'remount,size=4m', disk()]);
    expect((await on(['sweep', '--resume', '--store', 'store', '--out', 'resumed.csv'])).code).toBe(0);
    expect((await on([...stored.slice(0, -1), 'whole', '--out', 'whole.csv'])).code).toBe(0);
    expect(readFileSync(join(disk(), 'resumed.csv'), 'utf8')).toBe(readFileSync(join(disk(), 'whole.csv'), 'utf8'));
  });

  test('that is read-only is said to be so', async () => {
    if (!mount('-o', 'remount,ro', disk())) throw new Error('remount failed, although this is root.');
    const sweep = await on([...stored.slice(0, -1), 'another']);
    expect({ code: sweep.code, stdout: sweep.stdout }).toEqual({ code: 64, stdout: '' });
    expect(sweep.stderr).toMatch(
      /^error: --store: needs a folder for the draws; came another, which cannot be opened .*\n$/,
    );
    const resumed = await on(['sweep', '--resume', '--store', 'store']);
    expect(resumed.stderr).toMatch(/^error: --store: .*Read-only file system\).*\n$/);
    const plot = await on(['plot', join(ROOT, 'docs/maps/odd-event.jsonl'), '--out', 'map.svg']);
    expect(plot.stderr).toMatch(/^error: --out: needs a place that can be written; came map\.svg \(EROFS\)\..*\n$/);
    expect([sweep.code, resumed.code, plot.code]).toEqual([64, 64, 64]);
  });
});

// Mounting takes root.
describe.skipIf(!mayMount)('a disk with a project on it', () => {
  const disk = (): string => join(folder(), 'small');
  let project: SmallProject;
  const generated = (): readonly string[] => [LOCK, LEDGER].map((name) => readFileSync(join(disk(), name), 'utf8'));

  beforeAll(async () => {
    mkdirSync(disk());
    if (!mount('-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', disk()))
      throw new Error('mount failed, although this is root.');
    project = new SmallProject(disk());
    expect((await project.bnd(['lock'])).code).toBe(0);
    project.commit();
    const text = readFileSync(join(disk(), `theorems/${claim}.ts`), 'utf8');
    project.write({ [`theorems/${claim}.ts`]: text.replace('up to a quarter', 'up to 1/4') });
  });
  afterAll(() => spawnSync('umount', [disk()]));

  /** What the gate and the lock say when they can write nowhere on the disk. */
  const refused = async (code: string): Promise<void> => {
    const before = generated();
    const lock = await project.bnd(['lock']);
    expect(lock).toMatchObject({
      code: 64,
      stderr: `error: ${LOCK}: needs a place that can be written; came ${join(disk(), LOCK)} (${code}). Nothing was changed there: make room, or choose another.\n`,
    });
    expect(generated()).toEqual(before);
    expect(readdirSync(disk()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const here = { TMPDIR: disk(), TMP: disk(), TEMP: disk(), GITHUB_ACTIONS: undefined };
    const gate = await project.bnd(['gate', '--base', 'main'], here);
    expect({ code: gate.code, stdout: gate.stdout }).toEqual({ code: 64, stdout: '' });
    expect(gate.stderr).toMatch(
      /^error: bnd gate: needs a (?:place that can be written; came \S+ \((?:EROFS|ENOSPC)\)\. Nothing|worktree of \w+ in \S+; git worktree add failed\.) .*\n$/,
    );
    const there = { TMPDIR: folder(), TMP: folder(), TEMP: folder(), GITHUB_ACTIONS: undefined };
    const report = await project.bnd(['gate', '--base', 'main', '--markdown', 'gate.md'], there);
    expect(report.stderr).toMatch(new RegExp(`^error: .*(?:${code}|git worktree add failed).*\\n$`));
    expect(report.code).toBe(64);
  };

  test('that is full keeps the lock and the ledger, and ends lock and gate with a line', async () => {
    try {
      writeFileSync(join(disk(), 'rest'), Buffer.alloc(2 ** 26));
    } catch {
      // as much as there is room for
    }
    await refused('ENOSPC');
    rmSync(join(disk(), 'rest'));
    expect(await project.bnd(['lock'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('that is read-only does so too', async () => {
    project.write({
      [`theorems/${claim}.ts`]: readFileSync(join(disk(), `theorems/${claim}.ts`), 'utf8').replace('1/4', '0.25'),
    });
    if (!mount('-o', 'remount,ro', disk())) throw new Error('remount failed, although this is root.');
    await refused('EROFS');
  });
});
