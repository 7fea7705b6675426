import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BadInput } from '../../cli/bad-input.js';
import { clusterGap } from '../../cli/plot/cluster-gap.js';
import { hittingTime } from '../../cli/plot/hitting-time.js';
import { phase } from '../../cli/plot/phase.js';
import { readTable } from '../../cli/plot/read-table.js';
import type { SweepRow } from '../../cli/schemas/sweep.js';
import { writeTable } from '../../cli/sweep/write-table.js';
import { drawRange } from '../../src/sweep/draw-cell.js';
import { estimateOf } from '../../src/sweep/measures.js';
import { refusal } from './refusal.js';
import { bnd, ROOT } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const maps = new Map<string, readonly SweepRow[]>();
beforeAll(async () => {
  for (const file of readdirSync(join(ROOT, 'docs/maps')))
    maps.set(file.replace('.jsonl', ''), await readTable(join(ROOT, 'docs/maps', file)));
});
const map = (name: string): readonly SweepRow[] => maps.get(name) ?? [];
const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;

describe('the gallery', () => {
  const pictures: Readonly<Record<string, () => string>> = {
    'phase-odd-event': () => phase(map('odd-event'), 'odd-event', 'width'),
    'phase-full-batch-norm': () => phase(map('full-batch-norm'), 'far-event', 'width'),
    'phase-activations': () => phase(map('activations'), 'far-event', 'stages'),
    'hitting-time-points': () => hittingTime(map('hitting-times'), 'points'),
    'hitting-time-width': () => hittingTime(map('hitting-times'), 'width'),
    'cluster-gap': () => clusterGap(map('cluster-gap')),
  };

  test.each(Object.entries(pictures))('shows in %s what its table holds', (name, draw) => {
    expect(readFileSync(join(ROOT, `docs/figures/${name}.svg`), 'utf8')).toBe(draw());
  });

  test('has each picture in the text, with the command that drew it', () => {
    const text = readFileSync(join(ROOT, 'docs/gallery.md'), 'utf8');
    for (const name of Object.keys(pictures)) {
      expect(text).toContain(`(figures/${name}.svg)`);
      expect(text).toMatch(new RegExp(`npx bnd plot docs/maps/\\S+ .*--out docs/figures/${name}\\.svg`));
    }
    for (const name of readdirSync(join(ROOT, 'docs/maps'))) expect(text).toContain(`--out docs/maps/${name}`);
  });

  /** Multiplications of a row. */
  const cost = ({ points, width, depth, draws }: SweepRow): number => points ** 2 * width * depth * draws;
  const again = (row: SweepRow): Partial<SweepRow> => {
    const { measure, draws, level, points, width, depth, stages, weights, data } = row;
    const configuration = { points, width, depth, stages, weights, data };
    const made = drawRange({ seed: '1', configuration, measures: [measure], from: 0, to: draws });
    const found = estimateOf(measure, configuration, made.map(([x]) => x ?? NaN), level); // prettier-ignore
    const real = (x: number): number | null => (Number.isFinite(x) ? x : null);
    return { estimate: real(found.estimate), lower: real(found.lower), upper: real(found.upper) };
  };

  test.each(['odd-event', 'full-batch-norm', 'hitting-times', 'cluster-gap', 'activations'])(
    'holds in its table %s what its cheapest cells give again, to the bit',
    (name) => {
      const rows = map(name).toSorted((a, b) => cost(a) - cost(b));
      for (const row of rows.slice(0, name === 'odd-event' ? 40 : 1)) expect(row).toMatchObject(again(row));
      const [first] = rows;
      if (first !== undefined) expect({ ...first, lower: 0.123 }).not.toMatchObject(again(first));
    },
  );
});

const row: SweepRow = {
  ...{ points: 4, width: 16, depth: 50, stages: 'recenter+relu', weights: 'gaussian', data: 'gaussian' },
  ...{ measure: 'odd-event', draws: 16, estimate: 0.5, lower: 0.2, upper: 0.8, level: 0.05 },
};
const decided = { estimate: 0, lower: 0, upper: 0.2 };

describe('a phase diagram', () => {
  const table = [4, 6, 8, 10].flatMap((points) => [16, 32, 64].map((width) => ({ ...row, ...decided, points, width })));

  test('has a tile for each cell, and a dot where the interval holds 1/2', () => {
    const dots = (rows: readonly SweepRow[]): number => count(phase(rows, 'odd-event', 'width'), '<circle');
    const svg = phase(table, 'odd-event', 'width');
    const legend = 20;
    expect(count(svg, /<rect [^>]*fill="(?:#|rgb)/)).toBe(12 + legend);
    expect(dots([...table.slice(1), { ...row, points: 4, width: 16 }])).toBe(1 + dots(table));
    expect(svg).not.toBe(
      phase(table.with(3, { ...row, ...decided, estimate: 1, points: 6, width: 16 }), 'odd-event', 'width'),
    );
  });

  test('has the threshold of its stages where the number of points passes it', () => {
    const at = (rows: readonly SweepRow[]): string | undefined =>
      /stroke="#d1495b"><line y2="([\d.]+)"/.exec(phase(rows, 'odd-event', 'width'))?.[1];
    // Four rows of cells: two below the line, then one.
    expect(at(table)).toBe('71');
    expect(at(table.map((cell) => (cell.points === 6 ? { ...cell, points: 9 } : cell)))).toBe('89.5');
    expect(phase(table, 'odd-event', 'width')).toContain('n = 7');
    const full = table.map((cell) => ({ ...cell, stages: 'recenter+rescale+relu' }));
    expect(phase(full, 'odd-event', 'width')).not.toContain('n = ');
    const many = full.map((cell) => ({ ...cell, points: 8 * cell.points }));
    expect(phase(many, 'odd-event', 'width')).toContain('n = 52');
    expect(phase(table.map((cell) => ({ ...cell, stages: 'relu' })), 'odd-event', 'width')).not.toContain('n = '); // prettier-ignore
  });

  test('has a panel for each value of at most two other axes', () => {
    const panels = table.flatMap((cell) => [50, 100].map((depth) => ({ ...cell, depth })));
    const svg = phase(panels, 'odd-event', 'width');
    expect([svg.includes('depth 50'), svg.includes('depth 100')]).toEqual([true, true]);
    const more = panels.flatMap((cell) => ['gaussian', 'cauchy'].map((weights) => ({ ...cell, weights })));
    const most = more.flatMap((cell) => ['gaussian', 'sphere'].map((data) => ({ ...cell, data })));
    expect(refusal(() => phase(most, 'odd-event', 'width'))).toBe(
      'plot: needs a table in which at most 2 axes but width and points vary; came weights, data, depth. Sweep fewer, or draw another --x.',
    );
  });
});

describe('curves', () => {
  const times = [8, 16].flatMap((points) =>
    [16, 64].map((width): SweepRow => ({
      ...row,
      measure: 'hitting-time',
      points,
      width,
      estimate: 20,
      lower: 10,
      upper: 40,
    })),
  );

  test('have an arrow where an interval has no upper end, and no point where the median lies beyond the last layer', () => {
    const dots = (rows: readonly SweepRow[]): number => count(hittingTime(rows, 'points'), '<circle');
    expect(count(hittingTime(times, 'points'), '↑')).toBe(0);
    const open = times.with(0, {
      ...row,
      measure: 'hitting-time',
      points: 8,
      width: 16,
      estimate: null,
      lower: 30,
      upper: null,
    });
    expect(count(hittingTime(open, 'points'), '↑')).toBe(1);
    expect(dots(open)).toBe(dots(times) - 1);
  });

  test('of the cluster have the line 9 pi^2/2 n^-2, and the gap at infinite width where there is one', () => {
    const cosines = [6, 8, 16].map((points): SweepRow => ({ ...row, measure: 'cluster-cosine', points, estimate: 0.9, lower: 0.8, upper: 0.95 })); // prettier-ignore
    const svg = clusterGap(cosines);
    expect(svg).toContain('9π²/2 n⁻²');
    expect(svg).toContain('× infinite width');
    expect(refusal(() => clusterGap(cosines.map((cell) => ({ ...cell, stages: 'relu' }))))).toBe(
      'plot: needs cluster cosines of the stages recenter+relu; came relu. Sweep with stages=rc+relu.',
    );
    expect(refusal(() => clusterGap(times))).toBe(
      'plot: needs rows of the measure cluster-cosine; came hitting-time. Sweep with --measure cluster-cosine.',
    );
  });
});

describe.concurrent('bnd plot', () => {
  test('draws the same from each format of a table', async () => {
    // What has no value is the hardest to say in CSV.
    const rows = map('hitting-times').map((one, i) => (i === 0 ? { ...one, upper: null } : one));
    async function* all(): AsyncGenerator<SweepRow, void, undefined> {
      await Promise.resolve();
      yield* rows;
    }
    for (const format of ['csv', 'jsonl', 'parquet']) {
      const path = join(folder(), `same.${format}`);
      await writeTable(path, all());
      expect(await readTable(path)).toEqual(rows);
    }
  });

  test('refuses what is no table, in one line', async () => {
    const says = async (name: string, content: string | Buffer, line: string): Promise<void> => {
      const path = join(folder(), name);
      writeFileSync(path, content);
      await expect(readTable(path)).rejects.toThrow(new BadInput(line.replaceAll('PATH', path)));
    };
    const needs = 'needs a row of a sweep; came';
    const write = (ending: string): string => `Write the table with bnd sweep --out map.${ending}.`;
    const json = JSON.stringify(row);
    await says('a.jsonl', `${json}\n{"points": 3}\n`, `PATH:2: ${needs} "{\\"points\\": 3}". ${write('jsonl')}`);
    await says('empty.jsonl', '\n', 'table: needs at least one row; came the empty PATH. Write one with bnd sweep.');
    const [head, cells] = [Object.keys(row).join(','), Object.values(row).join(',')];
    await says('short.csv', `${head}\n${cells}\n3,4\n`, `PATH:3: ${needs} "3,4". ${write('csv')}`);
    await says('hex.csv', `${head}\n${cells.replace(/^\d+/, '0x7')}\n`, `PATH:2: ${needs} "${cells.replace(/^\d+/, '0x7').slice(0, 60)}${cells.length > 58 ? '...' : ''}". ${write('csv')}`); // prettier-ignore
    await says(
      'head.csv',
      `${head}\n`,
      'table: needs at least one row; came the empty PATH. Write one with bnd sweep.',
    );
    await expect(readTable(join(folder(), 'map.xls'))).rejects.toThrow(/needs a file that ends in \.csv, .*; came "/);
    await expect(readTable('no.csv')).rejects.toThrow(/needs a file that can be read; came no\.csv \(ENOENT\)/);
    for (const [name, content] of [
      ['broken.parquet', 'PAR1'],
      ['quote.csv', `${head}\n"7,`],
    ] as const) {
      writeFileSync(join(folder(), name), content);
      await expect(readTable(join(folder(), name))).rejects.toThrow(/which breaks off or is none \(.*\)\. Write one/);
    }
  });

  test.each([
    [
      ['--kind', 'hitting-time', '--x', 'stages'],
      '--x: needs points, width or depth for hitting times; came "stages". Write --x width.',
    ],
    [
      ['--x', 'points'],
      '--x: needs width, depth or stages for a phase diagram, where points go up; came "points". Write --x width.',
    ],
    [
      ['--measure', 'hitting-time'],
      '--measure: needs a probability, odd-event or far-event; came "hitting-time". Draw others with --kind.',
    ],
  ])('%j is refused', async (args, line) => {
    const out = join(folder(), 'never.svg');
    const { code, stderr } = await bnd('plot', 'docs/maps/odd-event.jsonl', '--out', out, ...args);
    expect({ code, stderr }).toEqual({ code: 64, stderr: `error: ${line}\n` });
  });

  test('writes an SVG and nothing on standard error', async () => {
    const out = join(folder(), 'map.svg');
    const { code, stdout, stderr } = await bnd(
      'plot',
      'docs/maps/full-batch-norm.jsonl',
      '--measure',
      'far-event',
      '--out',
      out,
    );
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `phase of docs/maps/full-batch-norm.jsonl: ${out}\n`,
      stderr: '',
    });
    expect(readFileSync(out, 'utf8')).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d/);
  });
});
