import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ClassicLevel } from 'classic-level';
import { expect, test } from 'vitest';
import { writeOutcomes } from '../../cli/sweep/outcomes.js';
import { Threads } from '../../cli/jobs/threads.js';
import { rangeOf } from '../../cli/sweep/plan.js';
import { runnerOn } from '../../cli/sweep/runner.js';
import type { SweepRow } from '../../cli/schemas/sweep.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { drawRange } from '../../src/sweep/draw-cell.js';
import { ROOT } from './run.js';
import { planOf, swept } from './swept.js';
import { temporaryFolder } from './temporary-folder.js';

const KILLS = 50;
const folder = temporaryFolder();

const plan = planOf('points=2..4 width=2..201', 3, { seed: 'killed' });

/** Runs the sweep on a store, and writes a line when it is open and one after each chunk that is kept. */
const PROGRAM = `
  const [, store, plan] = process.argv;
  const { SweepStore } = await import(${JSON.stringify(pathToFileURL(join(ROOT, 'dist/cli/sweep/store.js')).href)});
  const { Threads } = await import(${JSON.stringify(pathToFileURL(join(ROOT, 'dist/cli/jobs/threads.js')).href)});
  const { runnerOn } = await import(${JSON.stringify(pathToFileURL(join(ROOT, 'dist/cli/sweep/runner.js')).href)});
  const { runSweep } = await import(${JSON.stringify(pathToFileURL(join(ROOT, 'dist/cli/sweep/run-sweep.js')).href)});
  process.stdout.write('ready\\n');
  const opened = await SweepStore.open(store, JSON.parse(plan));
  await runSweep(opened, runnerOn(new Threads(1)), () => process.stdout.write('kept\\n'));
  process.stdout.write('done\\n');
`;

/** Starts the program and kills it after so many lines of progress and so many milliseconds. Returns what it wrote. */
function killed(store: string, lines: number, milliseconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, store, JSON.stringify(plan)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let written = '';
    let armed = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      if (armed || written.split('\n').length <= lines) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    child.on('error', reject).on('close', () => resolve(written));
  });
}

/** Every chunk in a store, as it is on the disk. */
async function recordsOf(store: string): Promise<ReadonlyMap<string, string>> {
  const database = new ClassicLevel(store);
  const records = new Map<string, string>();
  for await (const [key, value] of database.iterator({ gt: 'c', lt: 'd' })) records.set(key, value);
  await database.close();
  return records;
}

const rowsOf = (store: string): Promise<readonly SweepRow[]> => swept(store, plan, runnerOn(new Threads(1)));

test(`Killed ${KILLS} times at random moments, a sweep loses nothing that it kept and ends with the same bytes`, async () => {
  const [once, often] = [join(folder(), 'once'), join(folder(), 'often')];
  const rows = await rowsOf(once);
  const whole = await recordsOf(once);

  const moments = new Stream(derive(rootKey('moments'), 'kill'));
  let [before, interrupted] = [0, 0];
  for (let k = 0; k < KILLS; k++) {
    const written = await killed(often, moments.below(30), moments.below(8));
    const records = await recordsOf(often);
    for (const [key, value] of records)
      if (whole.get(key) !== value) expect([key, value]).toEqual([key, whole.get(key)]);
    // The first line of progress says what was there; each after it is of a chunk that is kept.
    const kept = written.split('\n').filter((line) => line === 'kept').length;
    expect(records.size).toBeGreaterThanOrEqual(before + Math.max(0, kept - ROUNDS));
    if (records.size > before && !written.includes('done')) interrupted++;
    before = records.size;
  }
  // Enough of the kills struck while chunks were being kept, and some work was left for the end.
  expect(interrupted).toBeGreaterThan(KILLS / 4);
  expect(await rowsOf(often)).toEqual(rows);
  expect(await recordsOf(often)).toEqual(whole);
});

/** Lines of progress that begin a round, and keep nothing. */
const ROUNDS = 4;

test('The records would show a chunk that another program made', () => {
  const range = rangeOf(plan, { cell: 5, chunk: 0 });
  expect(writeOutcomes(drawRange(range))).not.toBe(writeOutcomes(drawRange({ ...range, seed: 'other' })));
});
