import { expect, test } from 'vitest';
import { paragraph } from '../../cli/screen.js';
import { table } from '../../cli/table.js';

const columns = [{ head: 'claim' }, { head: 'kind', rank: 1 }, { head: 'cases', rank: 2 }];
const rows = [['a/long-name', 'exact', '400']];
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

test('A table keeps all columns where they fit', () => {
  const text = table(columns, rows, 31);
  expect(text).toMatch(/│ claim +│ kind +│ cases │/);
  expect(widest(text)).toBe(31);
  expect(text).not.toContain('left out');
});

test('On a narrow screen a table leaves out the columns that matter least, and says so', () => {
  expect(table(columns, rows, 30)).toMatch(/│ claim +│ cases │[^]*\(left out on this narrow screen: kind\)$/);
  expect(table(columns, rows, 20)).toMatch(/│ claim +│\n[^]*\(left out on this narrow screen: kind; cases\)$/);
  expect(table(columns, rows, 1)).toContain('a/long-name');
});

test('A paragraph fits the screen, indent included, and never exceeds a readable line', () => {
  const text = 'word '.repeat(100).trim();
  expect(widest(paragraph(text, '    ', 60))).toBeLessThanOrEqual(60);
  expect(widest(paragraph(text, '  ', Infinity))).toBeLessThanOrEqual(100);
  expect(
    paragraph(text, '    ', 60)
      .split('\n')
      .every((line) => line.startsWith('    word')),
  ).toBe(true);
});
