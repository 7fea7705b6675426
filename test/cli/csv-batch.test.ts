import { describe, expect, test } from 'vitest';
import { batchFromCsv } from '../../cli/csv-batch.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { refusal } from './refusal.js';

const read = (text: string): Batch => batchFromCsv(Buffer.from(text), 'a.csv');
const threeByTwo: Batch = { rows: 2, cols: 3, values: Float64Array.of(1, 3, 5, 2, 4, 6) };

describe('batchFromCsv', () => {
  test.each([
    ['plain', '1,2\n3,4\n5,6\n'],
    ['without a last line end', '1,2\n3,4\n5,6'],
    ['with a header', 'width,height\n1,2\n3,4\n5,6\n'],
    ['with a quoted header of two lines', '"width\n(cm)",height\n1,2\n3,4\n5,6\n'],
    ['with mixed line ends', '1,2\n3,4\r\n5,6\r'],
    ['with a byte order mark', '\ufeff1,2\n3,4\n5,6\n'],
    ['with blank lines, spaces and quotes', '\n 1 , 2\n\n"3",4 \n5,6\n\n'],
    ['in every notation', '1.0,+2\n.3e1,4.\n50E-1,6e+0\n'],
  ])('A table %s has a point a row', (_, text) => {
    expect(read(text)).toEqual(threeByTwo);
  });

  test('A table may be in UTF-16, if it has a byte order mark', () => {
    const little = Buffer.from('\ufeff1,2\n3,4\n5,6\n', 'utf16le');
    expect(batchFromCsv(little, 'a.csv')).toEqual(threeByTwo);
    expect(batchFromCsv(Buffer.from(little).swap16(), 'a.csv')).toEqual(threeByTwo);
    expect(() => batchFromCsv(little.subarray(2), 'a.csv')).toThrow('a.csv:2: column 1 needs a finite number');
  });

  test('A table is not read by columns', () => {
    expect(read('1,3,5\n2,4,6\n')).not.toEqual(threeByTwo);
  });

  const advice = 'Separate cells by commas, leave out labels, and fill or drop missing values.';
  test.each([
    [
      '',
      'a.csv: needs at least one row of numbers; came an empty file. Write one data point a row, with commas between the numbers.',
    ],
    [
      '\n \n',
      'a.csv: needs at least one row of numbers; came an empty file. Write one data point a row, with commas between the numbers.',
    ],
    [
      'x,y\n',
      'a.csv: needs at least one row of numbers; came a header only. Write one data point a row, with commas between the numbers.',
    ],
    ['x,y\n1,2\n\n3\n', 'a.csv:4: needs 2 cells, as in line 1; came 1. Give every data point the same features.'],
    ['1,2\n3,4,5\n', 'a.csv:2: needs 2 cells, as in line 1; came 3. Give every data point the same features.'],
    ['x,y\n1,2,3\n', 'a.csv:2: needs 2 cells, as in line 1; came 3. Give every data point the same features.'],
    ['x\n1\nred\n', `a.csv:3: column 1 needs a finite number; came "red". ${advice}`],
    ['1,2\n3,\n', `a.csv:2: column 2 needs a finite number; came an empty cell. ${advice}`],
    ['1,NaN\n', `a.csv:1: column 2 needs a finite number; came "NaN". ${advice}`],
    ['nan,nan\n1,2\n', `a.csv:1: column 1 needs a finite number; came "nan". ${advice}`],
    ['x,y\n1,-Infinity\n', `a.csv:2: column 2 needs a finite number; came "-Infinity". ${advice}`],
    ['1,1e999\n', `a.csv:1: column 2 needs a finite number; came "1e999". ${advice}`],
    ['0x10,2\n', `a.csv:1: column 1 needs a finite number; came "0x10". ${advice}`],
    [
      '1;2\n',
      'a.csv: needs at least one row of numbers; came a header only. Write one data point a row, with commas between the numbers.',
    ],
    ['a;b\n1;2\n', `a.csv:2: column 1 needs a finite number; came "1;2". ${advice}`],
    [`1\n${'z'.repeat(50)}\n`, `a.csv:2: column 1 needs a finite number; came "${'z'.repeat(40)}...". ${advice}`],
    [
      '1,2\n3,"4\n',
      'a.csv:2: needs cells separated by commas; came a quote that is not closed or not at the start of its cell. Remove the quotes.',
    ],
    [
      '1,2\n3,4"x\n',
      'a.csv:2: needs cells separated by commas; came a quote that is not closed or not at the start of its cell. Remove the quotes.',
    ],
  ])('%j is refused in one line', (text, line) => {
    expect(refusal(() => read(text))).toBe(line);
  });
});
