import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { dump } from 'npyjs';
import { describe, expect, test } from 'vitest';
import { batchFromCsv } from '../../cli/csv-batch.js';
import { batchFromNpy } from '../../cli/npy-batch.js';
import { parseCsvBatch } from '../../src/batches/parse-csv-batch.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { harmless } from './harmless.js';
import { mutatedBytes } from './mutated.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../cli/${name}`, import.meta.url)));

const csv = [
  ...['x,y\n1,2\n3,4\n', '"a\nb",c\r\n1.5e3,-2\r\n', '1\n2\n', ' 1 , "2" \n\n3,4'].map(bytes),
  new Uint8Array(Buffer.from('\ufeff1,2\n3,4\n', 'utf16le')),
];
const npy = [
  ...[fixture('points-c.npy'), fixture('points-fortran.npy')],
  new Uint8Array(dump(new Int8Array([1, 2, 3, 4, 5, 6]), [3, 2])),
  new Uint8Array(dump(new BigInt64Array([1n, -2n]), [2, 1])),
];

/** What a reader of batches may not do: give numbers that are none, or more of them than the file has room for. */
function sound(read: (content: Uint8Array) => Batch): (content: Uint8Array) => void {
  return (content) => {
    const batch = harmless(() => read(content));
    if (typeof batch === 'string') {
      expect(batch).toMatch(/^a\.\w+(?::\d+)?: (?:column \d+ )?needs .*; came .*\. /s);
      return;
    }
    expect(batch.values.length).toBe(batch.rows * batch.cols);
    expect(batch.values.length).toBeLessThanOrEqual(content.length);
    expect(batch.values.every(Number.isFinite)).toBe(true);
  };
}

/** Holds, or says why not. */
const fuzzed = (
  good: readonly Uint8Array[],
  read: (content: Uint8Array) => Batch,
  numRuns = 600,
): fc.RunDetails<[Uint8Array]> =>
  fc.check(fc.property(mutatedBytes(good), sound(read)), { numRuns, endOnFailure: true });

describe('Any bytes are a batch of finite numbers, or are refused in one line:', () => {
  test('CSV', () => expect(fuzzed(csv, (content) => batchFromCsv(content, 'a.csv'))).toMatchObject({ failed: false }));

  test('NPY', () => expect(fuzzed(npy, (content) => batchFromNpy(content, 'a.npy'))).toMatchObject({ failed: false }));

  test.each<[string, readonly Uint8Array[], (content: Uint8Array) => Batch]>([
    [
      'takes what Number takes',
      csv,
      (content) => {
        const rows = Buffer.from(content)
          .toString()
          .trim()
          .split('\n')
          .map((line) => line.split(',').map(Number));
        return { rows: rows[0]?.length ?? 0, cols: rows.length, values: Float64Array.from(rows.flat()) };
      },
    ],
    ['lets the error of a library through', csv, (content) => parseCsvBatch(content, 'a.csv')],
    [
      'believes the shape of a header',
      npy,
      (content) => {
        const [, rows = '0', columns = '0'] = /\((\d+), (\d+)/.exec(Buffer.from(content).toString('latin1')) ?? [];
        return { rows: Number(columns), cols: Number(rows), values: new Float64Array(0) };
      },
    ],
    [
      'writes to the prototype of all objects',
      csv,
      (content) => {
        Object.assign(Object.prototype, content.length > 30 ? { polluted: true } : {});
        return batchFromCsv(content, 'a.csv');
      },
    ],
  ])('the fuzz sees a reader that %s', (_, good, read) => {
    try {
      expect(fuzzed(good, read).failed).toBe(true);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted');
    }
  });
});

describe('Size is refused before memory is asked for:', () => {
  const header = (descr: string, shape: string): Uint8Array => {
    const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117);
    return new Uint8Array(
      Buffer.concat([
        Buffer.from([0x93]),
        Buffer.from('NUMPY'),
        Buffer.from([1, 0, 118, 0]),
        Buffer.from(`${text}\n`),
        Buffer.alloc(16),
      ]),
    );
  };

  test.each([
    ['1000000000000, 1', '1000000000000'],
    ['1, 9007199254740991', '9007199254740991'],
    ['4294967296, 4294967296', '18446744073709552000'],
  ])('an array of shape (%s)', (shape, entries) => {
    expect(harmless(() => batchFromNpy(header('<f8', `(${shape})`), 'a.npy'))).toBe(
      `a.npy: needs ${entries} entries for shape (${shape}); came 2. The file is truncated or damaged: save it again.`,
    );
  });

  test('booleans, which become values of their own', () => {
    const large = new Uint8Array(2 ** 24 + 200);
    large.set(header('|b1', `(16777216, 1)`));
    expect(harmless(() => batchFromNpy(large, 'a.npy'))).toBe(
      'a.npy: needs at most 16777216 entries; came 16777416. Save the points that are wanted.',
    );
  });

  test('a table of more than 64 MiB', () => {
    expect(harmless(() => batchFromCsv(new Uint8Array(2 ** 26 + 1), 'a.csv'))).toBe(
      'a.csv: needs a table of at most 64 MiB; came 65. Save it as NPY, or the points that are wanted.',
    );
  });
});
