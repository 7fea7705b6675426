import { expect, test } from 'vitest';
import { sweepPage } from '../../cli/render-sweep.js';
import type { SweepReport } from '../../cli/schemas/sweep.js';

const row = {
  ...{ points: 7, width: 64, depth: 100, stages: 'recenter+relu', weights: 'gaussian', data: 'gaussian' },
  ...{ measure: 'odd-event' as const, draws: 8, estimate: 0.5, lower: 0.25, upper: 0.75, level: 0.05 },
};
const report = (rows: number): SweepReport => ({
  plan: {
    grid: {
      ...{ points: [7], width: [64], depth: [100], stages: ['recenter+relu'] },
      ...{ weights: ['gaussian'], data: ['gaussian'] },
    },
    ...{ draws: 8, allocation: 'even', measures: ['odd-event'], level: 0.05, seed: '1', code: 'any' },
  },
  ...{ store: 'here', cells: rows, draws: 8 * rows, rows: Array.from({ length: rows }, () => row) },
});

test('Rows that the screen leaves out are said to be in the file that was asked for, or how to get one', () => {
  expect(sweepPage(report(41))).toContain('\n1 more rows: write all of them with --out map.csv.\n');
  expect(sweepPage(report(42), ['m.csv'])).toContain('\n2 more rows are in m.csv.\n');
  expect(sweepPage(report(40), ['m.csv'])).not.toContain('more rows');
});
