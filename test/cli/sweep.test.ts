import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../cli/bad-input.js';
import { type SweepReport, sweepReport, type SweepRow } from '../../cli/schemas/sweep.js';
import { Threads } from '../../cli/jobs/threads.js';
import { CODE, rangeOf } from '../../cli/sweep/plan.js';
import { type Runner, runnerOn } from '../../cli/sweep/runner.js';
import { SweepStore } from '../../cli/sweep/store.js';
import { type Asked, takeUp } from '../../cli/sweep/take-up.js';
import { drawRange } from '../../src/sweep/draw-cell.js';
import { parseGrid } from '../../src/sweep/parse-grid.js';
import { bnd, json, run, ROOT } from './run.js';
import { planOf, swept } from './swept.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const local = runnerOn(new Threads(1));
const AXES = 'points=4..8:2 width=16,32 stages=rc+relu,rc+rs+relu';
const plan = planOf(AXES, 20);
const line = [
  ...['sweep', '--grid', AXES, '--depth', '20', '--draws', '16'],
  ...['--measure', 'far-event,hitting-time,cluster-cosine'],
];

const rowsFrom = (name: string, runner: Runner, of = plan): Promise<readonly SweepRow[]> =>
  swept(join(folder(), name), of, runner);

/** Makes chunks backwards and hands over each of them twice. */
const backwards: Runner = async (of, chunks, keep) => {
  for (const chunk of [...chunks].toReversed()) {
    const outcomes = drawRange(rangeOf(of, chunk));
    await Promise.all([keep(chunk, outcomes), keep(chunk, outcomes)]);
  }
};

/** Breaks off after so many chunks, as a process does that is interrupted. */
function breaking(after: number): Runner {
  let left = after;
  return (of, chunks, keep) =>
    local(of, chunks, (chunk, outcomes) => {
      if (left-- === 0) throw new Error('interrupted');
      return keep(chunk, outcomes);
    });
}

describe('a sweep', () => {
  test('has one result whatever the order, and however often chunks are delivered or the run is broken off', async () => {
    const rows = await rowsFrom('straight', local);
    expect(rows).toHaveLength(12 * 3);
    expect(await rowsFrom('backwards', backwards)).toEqual(rows);
    for (const after of [0, 1, 7, 30]) await expect(rowsFrom('broken', breaking(after))).rejects.toThrow('interrupted');
    expect(await rowsFrom('broken', breaking(Infinity))).toEqual(rows);
    expect(await rowsFrom('other', local, { ...plan, seed: '2' })).not.toEqual(rows);
  });

  test('puts its draws where the intervals are wide, and keeps the number of them', async () => {
    const rows = (await rowsFrom('straight', local)).filter(({ measure }) => measure === 'far-event');
    const draws = rows.map((row) => row.draws);
    expect(draws.reduce((a, b) => a + b, 0)).toBe(12 * 16);
    expect(Math.max(...draws)).toBeGreaterThan(Math.min(...draws));
    const even = await rowsFrom('even', local, { ...plan, allocation: 'even' });
    expect(new Set(even.map((row) => row.draws))).toEqual(new Set([16]));
  });

  test('stops when two computations of one chunk differ', async () => {
    const twice: Runner = async (of, chunks, keep) => {
      for (const chunk of chunks) {
        await keep(chunk, drawRange(rangeOf(of, chunk)));
        await keep(chunk, drawRange({ ...rangeOf(of, chunk), seed: 'another machine' }));
      }
    };
    await expect(rowsFrom('differing', twice)).rejects.toThrow(/^two computations of chunk 0 of cell \d+ differ: \[\[/);
  });
});

describe('the store of a sweep', () => {
  const refused = async (asked: Asked): Promise<string> => {
    try {
      const { store } = await takeUp(asked);
      await store.close();
    } catch (error) {
      if (error instanceof BadInput) return error.message.replaceAll(folder(), 'F');
      throw error;
    }
    return 'accepted';
  };
  const grid = parseGrid('points=4', 5);
  const at = (name: string): string => join(folder(), name);

  test('is begun once, and taken up by what it says itself or by the same words', async () => {
    expect(await refused({ grid, store: at('mine') })).toBe('accepted');
    expect(await refused({ grid, store: at('mine'), resume: true })).toBe('accepted');
    expect(await refused({ store: at('mine'), resume: true })).toBe('accepted');
    expect(await refused({ store: at('mine'), resume: true, draws: 64, seed: '1' })).toBe('accepted');
    expect(await refused({ grid, store: at('mine') })).toBe(
      '--store: needs a folder without a sweep; came F/mine, which holds one. Add --resume to go on with it, or choose another folder.',
    );
    expect(await refused({ store: at('mine'), resume: true, draws: 32 })).toBe(
      '--resume: needs the sweep that F/mine holds, with draws "64"; came "32". Leave the option out, or begin another with --store.',
    );
    expect(await refused({ grid: parseGrid('points=5', 5), store: at('mine'), resume: true })).toMatch(
      /^--resume: needs the sweep that F\/mine holds, with grid "\{.*"; came "\{.*"\. Leave the option out/,
    );
  });

  test('is not looked for where none is, nor made among other files', async () => {
    const nothing = 'which holds none. Leave --resume out to begin.';
    expect(await refused({ grid, store: at('no'), resume: true })).toBe(
      `--resume: needs a folder with a sweep; came F/no, ${nothing}`,
    );
    expect(await refused({ store: at('no'), resume: true })).toBe(
      `--resume: needs a folder with a sweep; came F/no, ${nothing}`,
    );
    expect(existsSync(at('no'))).toBe(false);
    const needed =
      "--grid: needs the axes of the map; came none. Write --grid 'points=7..64 width=64,256', or --resume --store FOLDER.";
    expect(await refused({})).toBe(needed);
    expect(await refused({ store: at('no') })).toBe(needed);
    mkdirSync(at('full'));
    writeFileSync(join(at('full'), 'thesis.tex'), 'years of work');
    expect(await refused({ grid, store: at('full') })).toBe(
      '--store: needs a folder of its own; came F/full, which holds other files. Choose another folder.',
    );
  });

  test('belongs to one process at a time, and to one code', async () => {
    const { store } = await takeUp({ grid, store: at('busy') });
    expect(await refused({ grid, store: at('busy'), resume: true })).toBe(
      '--store: needs a folder for the draws; came F/busy, which another process has open. Wait for it to end.',
    );
    await store.close();
    const old = await SweepStore.open(at('old'), { ...plan, code: 'draws 0, kernel none' });
    await old.close();
    expect(await refused({ store: at('old'), resume: true })).toBe(
      `--resume: needs draws of this program (${CODE}); came F/old with those of another (draws 0, kernel none). Go on with that program, or begin again.`,
    );
  });
});

describe.concurrent('bnd sweep', () => {
  test('prints the same document with one thread as with three', async () => {
    const reports: SweepReport[] = [];
    for (const workers of ['1', '3']) {
      const store = join(folder(), `workers ${workers}`);
      reports.push(sweepReport.parse(await json([...line, '--workers', workers, '--store', store])));
    }
    const [one, three] = reports;
    expect(three?.rows).toEqual(one?.rows);
    expect(one).toMatchObject({ cells: 12, draws: 192, plan: { ...plan } });
    expect(one?.rows).toEqual(await rowsFrom('in this process', local));
  });

  test('says on Ctrl-C how to go on, and goes on to the same table', async () => {
    const [store, out] = [join(folder(), 'interrupted'), join(folder(), 'resumed.csv')];
    const long = [...line.slice(0, 3), '--depth', '2000', '--draws', '16', '--store', store, '--workers', '2'];
    const child = run(
      process.execPath,
      ['cli', ...long],
      () => undefined,
      ROOT,
      async (kill) => {
        while (!existsSync(join(store, 'CURRENT'))) await new Promise((resolve) => setTimeout(resolve, 20));
        setTimeout(() => kill('SIGINT'), 300);
      },
    );
    const { signal, stderr } = await child;
    expect({ signal, stderr }).toEqual({
      signal: 'SIGINT',
      stderr: `\nInterrupted. The draws are in ${store}: go on with bnd sweep --resume --store ${store}\n`,
    });
    const resumed = await bnd('sweep', '--resume', '--store', store, '--out', out);
    expect({ code: resumed.code, stderr: resumed.stderr }).toEqual({ code: 0, stderr: '' });
    const whole = await bnd(
      ...long.slice(0, -4),
      '--store',
      join(folder(), 'whole'),
      '--out',
      join(folder(), 'whole.csv'),
    );
    expect(whole.code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(join(folder(), 'whole.csv'), 'utf8'));
    expect(resumed.stdout.replace(store, '')).toBe(whole.stdout.replace(join(folder(), 'whole'), ''));
  });

  test.each([
    [['--grid', 'pionts=3'], /^error: --grid: needs axes \(points, .* came 'pionts=3'\. Write 'points=/],
    [['--grid', 'points=3', '--measure', 'rank'], /^error: --measure: needs one of odd-event, .* came 'rank'\./],
    [['--grid', 'points=3', '--measure', 'odd-event,odd-event'], /^error: --measure: needs each measure once; came/],
    [['--grid', 'points=3', '--level', '1'], /^error: --level: needs a probability between 0 and 1; came "1"\./],
    [['--grid', 'points=4096 width=1000000000'], /^error: sweep: needs a simulation of at most 4 GiB of memory; came/],
    [['--grid', 'points=3', '--out', 'a.txt'], /^error: --out: needs a file that ends in \.csv/],
  ])('%j is refused in one line before anything is made', async (args, text) => {
    const store = join(folder(), 'never');
    const { code, stdout, stderr } = await bnd('sweep', ...args, '--store', store);
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 64, stdout: '', lines: 2 });
    expect(stderr).toMatch(text);
    expect(existsSync(store)).toBe(false);
  });
});
