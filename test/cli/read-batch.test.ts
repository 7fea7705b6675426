import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'npyjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBatch } from '../../cli/read-batch.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { refusal } from './refusal.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-batch-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readBatch', () => {
  const refused = (path: string): string => refusal(() => readBatch(path)).replaceAll(folder, 'DIR');

  test('The ending, in any case, decides how a file is read: one row a data point', () => {
    const batch: Batch = { rows: 2, cols: 3, values: Float64Array.of(1, 3, 5, 2, 4, 6) };
    const array = new Uint8Array(dump(Float64Array.of(1, 2, 3, 4, 5, 6), [3, 2]));
    for (const [name, content] of Object.entries({
      'a.csv': '1,2\n3,4\n5,6\n',
      'a.CSV': '1,2\n3,4\n5,6\n',
      'a.npy': array,
      'a.NPY': array,
    })) {
      writeFileSync(join(folder, name), content);
      expect(readBatch(join(folder, name))).toEqual(batch);
    }
    writeFileSync(join(folder, 'array.csv'), array);
    expect(refused(join(folder, 'array.csv'))).toMatch(/^DIR\/array\.csv:\d+: needs /);
  });

  test('Messages name the file and the line', () => {
    writeFileSync(join(folder, 'b.csv'), '1,2\n3\n');
    expect(refused(join(folder, 'b.csv'))).toBe(
      'DIR/b.csv:2: needs 2 cells, as in line 1; came 1. Give every data point the same features.',
    );
  });

  test('A file that is not there, a directory and an unknown ending are each refused in one line', () => {
    mkdirSync(join(folder, 'folder.csv'));
    expect(refused(join(folder, 'none.csv'))).toBe(
      'DIR/none.csv: needs a readable file; came no such file. Check the name and the permissions.',
    );
    expect(refused(join(folder, 'folder.csv'))).toBe(
      'DIR/folder.csv: needs a file; came a directory or a device. Name the file itself.',
    );
    expect(refused('data.mat')).toBe(
      'data.mat: needs a file that ends in .csv or .npy; came ".mat". Save one data point a row as CSV, or use numpy.save.',
    );
    expect(refused('data')).toBe(
      'data: needs a file that ends in .csv or .npy; came "". Save one data point a row as CSV, or use numpy.save.',
    );
  });

  // The superuser reads files whatever their permissions.
  test.skipIf(process.getuid?.() === 0)('A file without read permission is refused in one line', () => {
    const path = join(folder, 'secret.csv');
    writeFileSync(path, '1,2\n');
    chmodSync(path, 0);
    expect(refused(path)).toBe(
      'DIR/secret.csv: needs a readable file; came permission denied. Check the name and the permissions.',
    );
  });
});
