import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namedBatches, resolveBatch } from '../../cli/named-batch.js';
import { parseBatchFamily } from '../../src/batches/batch-family.js';
import { at, type Batch } from '../../src/linalg/matrix.js';
import { rootKey } from '../../src/random/key.js';
import { refusal } from './refusal.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'named-batch-'));
  writeFileSync(join(folder, 'five.csv'), '0,10\n1,11\n2,12\n3,13\n4,14\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const request = { points: 4, dimension: 6, key: rootKey('resolve') };
const refused = (text: string, change: Partial<typeof request> = {}): string =>
  refusal(() => resolveBatch(text, { ...request, ...change })).replaceAll(`${folder}/`, '');
const column = (x: Batch, j: number): string => Array.from({ length: x.rows }, (_, i) => at(x, i, j)).join();

describe('resolveBatch', () => {
  test('A family name gives the batch of that family', () => {
    for (const text of ['gaussian', 'near-collinear(0.1)', 'clusters(3)']) {
      expect(resolveBatch(text, request)).toEqual(parseBatchFamily(text).draw(request.key, 6, 4));
    }
  });

  test('iris has 150 flowers of 4 lengths, of which the key chooses', () => {
    const all = resolveBatch('iris', { ...request, points: 150 });
    expect(all).toEqual(namedBatches['iris']?.());
    expect([all.rows, all.cols, column(all, 0), column(all, 149)]).toEqual([
      4,
      150,
      '5.1,3.5,1.4,0.2',
      '5.9,3,5.1,1.8',
    ]);
    const some = resolveBatch('Iris', request);
    const flowers = new Set(Array.from({ length: 150 }, (_, j) => column(all, j)));
    expect([some.rows, some.cols]).toEqual([4, 4]);
    for (let j = 0; j < 4; j++) expect(flowers).toContain(column(some, j));
    expect(resolveBatch('iris', request)).toEqual(some);
    expect(resolveBatch('iris', { ...request, key: rootKey('other') })).not.toEqual(some);
  });

  test('A file with more points than asked for gives some of them, once each', () => {
    const some = resolveBatch(join(folder, 'five.csv'), request);
    const found = [...some.values.slice(0, 4)];
    expect(new Set(found).size).toBe(4);
    expect([...some.values.slice(4)]).toEqual(found.map((x) => x + 10));
    const keys = Array.from({ length: 40 }, (_, k) => rootKey(String(k)));
    const firsts = keys.map((key) => resolveBatch(join(folder, 'five.csv'), { ...request, points: 1, key }).values[0]);
    expect([...new Set(firsts)].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  const list =
    'gaussian, sphere, low-rank(2), clusters(3), odd-points(2), duplicated, near-collinear(1e-6), heavy-tailed(3), one-hot';
  test.each<[string, string, Partial<typeof request>]>([
    [
      'cifar',
      `batch family: needs one of ${list}; came "cifar". Write one of these, with your own number. For real data: iris, FILE.csv, FILE.npy.`,
      {},
    ],
    [
      'constructor',
      `batch family: needs one of ${list}; came "constructor". Write one of these, with your own number. For real data: iris, FILE.csv, FILE.npy.`,
      {},
    ],
    [
      'clusters',
      'batch family: needs a number with clusters; came "clusters". Write clusters(3). For real data: iris, FILE.csv, FILE.npy.',
      {},
    ],
    [
      'one-hot',
      '--data: one-hot: needs a dimension of at least the number of points; came dimension 6 for 7 points. Ask for dimension 7. The dimension is --inputs, or --width without it.',
      { points: 7 },
    ],
    [
      'gaussian',
      '--data: batch: needs a positive integer as points; came 0. The dimension is --inputs, or --width without it.',
      { points: 0 },
    ],
    ['iris', 'iris: needs at least 151 points, as asked; came 150. Ask for at most 150.', { points: 151 }],
    ['iris', 'choosePoints: needs an integer from 1 to 150; came 0.', { points: 0 }],
    [
      'notes.txt',
      'notes.txt: needs a file that ends in .csv or .npy; came ".txt". Save one data point a row as CSV, or use numpy.save.',
      {},
    ],
    [
      'data/none.npy',
      'data/none.npy: needs a readable file; came no such file. Check the name and the permissions.',
      {},
    ],
  ])('%s is refused: %s', (text, line, change) => {
    expect(refused(text, change)).toBe(line);
  });

  test('A file with fewer points than asked for is refused', () => {
    expect(refused(join(folder, 'five.csv'), { points: 6 })).toBe(
      'five.csv: needs at least 6 points, as asked; came 5. Ask for at most 5.',
    );
  });
});
