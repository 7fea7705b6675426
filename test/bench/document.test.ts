import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENT, performanceDocument, RESULTS } from '../../bench/document.js';
import { benchResults } from '../../bench/results.js';
import { SIZES } from '../../bench/sizes.js';
import { targets, verdict } from '../../bench/targets.js';

const root = join(import.meta.dirname, '../..');
const json = readFileSync(join(root, RESULTS), 'utf8');
const results = benchResults.parse(JSON.parse(json));

describe('docs/performance.md', () => {
  const committed = readFileSync(join(root, DOCUMENT), 'utf8');

  it('is what bench/results.json gives', async () => {
    expect(await performanceDocument(root, json), 'run npm run generate').toBe(committed);
  });

  it('is stale when one ratio changes', async () => {
    const changed = { ...results, comparisons: results.comparisons.map((row) => ({ ...row, ratio: 2 * row.ratio })) };
    expect(await performanceDocument(root, JSON.stringify(changed))).not.toBe(committed);
  });

  it('is refused from results with a part missing', async () => {
    await expect(performanceDocument(root, JSON.stringify({ ...results, roof: undefined }))).rejects.toThrow('roof');
  });

  it('says of every contender without a row why it has none', async () => {
    const comparisons = results.comparisons.filter(({ peer }) => peer !== 'plain TypeScript');
    const page = await performanceDocument(root, JSON.stringify({ ...results, comparisons }));
    const said = (text: string) => page.split('\n').filter((line) => line.startsWith(text)).length;
    expect(said('- plain TypeScript: not measured in this run.')).toBe(SIZES.length);
    expect(said('- ml-matrix + seedrandom is left out: it holds every W in full, 2.1 GB here')).toBe(1);
    expect(committed).not.toContain('plain TypeScript: not measured');
  });

  it('says of workers and curves what an older benchmark did not measure, and no more', async () => {
    const workers = [
      { points: 8, width: 64, ratio: 1.5, ratios: [1.5], taskMilliseconds: 50, bound: 1.75, dearer: 1.25 },
    ];
    const curves = [{ against: 'chains', fixed: 'here', at: [1, 4], milliseconds: [2, 8], exponent: 1 }];
    const cells = (page: string): string => page.replaceAll(/ +/g, ' ');
    const page = cells(await performanceDocument(root, JSON.stringify({ ...results, workers, curves })));
    expect(page).toContain('| 8 | 64 | 50 | 1.5 | 1.75 | 1.25 |');
    expect(page).toContain('| chains | here | 1 | 2 | 4 | 8 | 1 |');
    expect(page).toContain('| n | not measured in this run |');
    expect(page).not.toContain('| chains | not measured in this run |');
    const older = [{ points: 8, width: 64, ratio: 1.5, ratios: [1.5] }];
    expect(cells(await performanceDocument(root, JSON.stringify({ ...results, workers: older })))).toContain(
      '| 8 | 64 | not measured in this run | 1.5 | not measured in this run | not measured in this run |',
    );
  });

  it('says of the pieces of the algebra what an older benchmark did not measure, and judges each row by its own', async () => {
    const older = { points: 64, width: 128, algebra: 15, roof: 30, share: 0.5 };
    const said = async (row: typeof older & { product?: number; sums?: number }): Promise<string> =>
      (await performanceDocument(root, JSON.stringify({ ...results, roof: [row] }))).replaceAll(/ +/g, ' ');
    expect(await said(older)).toContain(
      '| 64 | 128 | 30 | not measured in this run | not measured in this run | 15 | 0.5 |',
    );
    expect(await said(older)).toMatch(/each alone, the worst n >= 32 \| 0.75 \| \| not measured \|/);
    const both = await said({ ...older, product: 0.8, sums: 0.76 });
    expect(both).toContain('| 64 | 128 | 30 | 0.8 | 0.76 | 15 | 0.5 |');
    expect(both).toMatch(/each alone, the worst n >= 32 \| 0.75 \| 0.76 \| met \|/);
    expect(both).toMatch(/by difference, the worst n >= 32 \| 0.75 \| 0.5 \| not met \|/);
    expect(await said({ ...older, product: 0.8 })).toMatch(
      /each alone, the worst n >= 32 \| 0.75 \| \| not measured \|/,
    );
  });

  it('has the ratio d/n beside every speed-up', () => {
    const heads = committed.split('\n').filter((line) => line.includes('kernel is faster by'));
    expect(heads.length).toBeGreaterThan(0);
    expect(heads.filter((line) => !/faster by \(d\/n = [\d.]+\)/.test(line))).toEqual([]);
  });
});

describe('a target', () => {
  const verdicts = (times: number): Set<string> => {
    const scaled = (ratio: number): number => times * ratio;
    const comparisons = results.comparisons.map((row) => ({ ...row, ratio: scaled(row.ratio) }));
    return new Set(
      targets({ ...results, comparisons })
        .slice(0, 8)
        .map(verdict),
    );
  };

  it('is judged by what was measured', () => {
    expect(verdicts(1000)).toContain('met');
    expect(verdicts(1000)).not.toContain('not met');
    expect(verdicts(1 / 1000)).toContain('not met');
    expect(verdicts(1 / 1000)).not.toContain('met');
  });

  it('is met by what it asks for exactly, not by less', () => {
    expect(verdict({ promise: '', needed: 40, measured: 40 })).toBe('met');
    expect(verdict({ promise: '', needed: 40, measured: 39.999 })).toBe('not met');
  });

  it('is not met by what was not measured', () => {
    const nothing = { ...results, comparisons: [], roof: [], workers: [], memory: [] };
    expect(new Set(targets(nothing).map(verdict))).toEqual(new Set(['not measured']));
  });
});
