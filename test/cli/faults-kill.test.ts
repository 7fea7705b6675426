import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { BadInput } from '../../cli/bad-input.js';
import { Threads } from '../../cli/jobs/threads.js';
import type { SweepRow } from '../../cli/schemas/sweep.js';
import { runnerOn } from '../../cli/sweep/runner.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { ROOT } from './run.js';
import { SmallProject } from './small-project.js';
import { planOf, swept } from './swept.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const KILLS = 30;
/** As long as the lock. */
const texts = ['a', 'b'].map((letter) => letter.repeat(400_000));

/** Kills a process at random moments that replaces a file all the time. Returns how often the file was neither text. */
async function tornBy(write: string): Promise<number> {
  const path = join(folder(), 'file');
  const program = `
    import { writeFileSync } from 'node:fs';
    import { replaceFile } from ${JSON.stringify(pathToFileURL(join(ROOT, 'dist/cli/replace-file.js')).href)};
    const [, path] = process.argv;
    process.stdout.write('ready');
    for (;;) for (const letter of ['a', 'b']) ${write}(path, letter.repeat(400_000));`;
  const moments = new Stream(derive(rootKey(write), 'moments'));
  let torn = 0;
  for (let k = 0; k < KILLS; k++) {
    writeFileSync(path, texts[0] ?? '');
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await wait(moments.below(12));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    if (!texts.includes(readFileSync(path, 'utf8'))) torn++;
  }
  return torn;
}

test(`A file that is replaced is whole after each of ${KILLS} kills at random moments`, async () => {
  expect(await tornBy('replaceFile')).toBe(0);
  // What the count would show: a file that is written over.
  expect(await tornBy('writeFileSync')).toBeGreaterThan(0);
});

const plan = planOf('points=2..4 width=2..40', 3, { draws: 8, measures: ['far-event'] });
const rowsOf = (store: string): Promise<readonly SweepRow[]> => swept(store, plan, runnerOn(new Threads(1)));

test('A store of which some file breaks off is refused in one line, or gives the same table again', async () => {
  const whole = join(folder(), 'whole');
  const rows = await rowsOf(whole);
  const moments = new Stream(derive(rootKey('cuts'), 'store'));
  const ends = { refused: 0, same: 0 };
  for (const name of readdirSync(whole)) {
    for (let k = 0; k < 4; k++) {
      const cut = join(folder(), `${name} ${k}`);
      cpSync(whole, cut, { recursive: true });
      truncateSync(join(cut, name), moments.below(statSync(join(whole, name)).size + 1));
      try {
        expect(await rowsOf(cut)).toEqual(rows);
        ends.same++;
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        expect(error.message).toMatch(/^--store: needs a folder for the draws; came .*\.$/);
        ends.refused++;
      }
    }
  }
  expect(ends.same).toBeGreaterThan(4);
  expect(ends.refused).toBeGreaterThan(0);
});

test('A clock that jumps by days changes no byte of a verdict, of a find, nor of a map', async () => {
  const jumping = join(folder(), 'jumping.mjs');
  writeFileSync(
    jumping,
    'const now = Date.now; let k = 0; Date.now = () => now() + (k++ % 2 ? -1 : 1) * k * 86_400_000;\n',
  );
  const project = new SmallProject(join(folder(), 'project'));
  const commands = [
    ['verify', '--workers', '2', '--json'],
    ['hunt', 'chance/heads-are-common', '--budget', '9000', '--workers', '2', '--json'],
    ['sweep', '--grid', 'points=4..6 width=16,32', '--depth', '9', '--draws', '8', '--json', '--workers', '2'],
  ];
  for (const [i, command] of commands.entries()) {
    const where = (name: string): readonly string[] => (i === 2 ? ['--store', join(folder(), name)] : []);
    const plain = await project.bnd([...command, ...where('plain')]);
    const NODE_OPTIONS = `--import=${pathToFileURL(jumping).href}`;
    const jumped = await project.bnd([...command, ...where('jumped')], { NODE_OPTIONS });
    expect({ code: jumped.code, stderr: jumped.stderr }).toEqual({ code: 0, stderr: '' });
    expect(jumped.stdout.replace(join(folder(), 'jumped'), '')).toBe(plain.stdout.replace(join(folder(), 'plain'), ''));
  }
});
