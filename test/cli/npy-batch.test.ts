import { dump } from 'npyjs';
import { describe, expect, test } from 'vitest';
import { batchFromNpy } from '../../cli/npy-batch.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { refusal } from './refusal.js';

const read = (content: Uint8Array): Batch => batchFromNpy(content, 'a.npy');
/** Bytes of an NPY file: any header, any data. */
function npy(descr: string, shape: string, data: ArrayLike<number>, order = 'False', version = 1): Uint8Array {
  const dict = `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }`;
  const before = version === 1 ? 10 : 12;
  const header = `${dict.padEnd(127 - before)}\n`;
  const start = [0x93, ...Buffer.from('NUMPY'), version, 0, header.length & 255, header.length >> 8];
  return Uint8Array.from([...start, ...(version === 1 ? [] : [0, 0]), ...Buffer.from(header), ...Array.from(data)]);
}
const bytes = (numbers: Iterable<number>): Uint8Array => new Uint8Array(Float64Array.from(numbers).buffer);
const six = bytes([1, 2, 3, 4, 5, 6]);

const threeByTwo: Batch = { rows: 2, cols: 3, values: Float64Array.of(1, 3, 5, 2, 4, 6) };

describe('batchFromNpy', () => {
  test('An array of shape (points, features) has a point a row, in either order and header version', () => {
    expect(read(npy("'<f8'", '(3, 2)', six))).toEqual(threeByTwo);
    expect(read(npy("'<f8'", '(3, 2)', six, 'False', 2))).toEqual(threeByTwo);
    expect(read(npy("'<f8'", '(3, 2)', bytes([1, 3, 5, 2, 4, 6]), 'True'))).toEqual(threeByTwo);
    expect(read(npy("'<f8'", '(3, 2)', six, 'True'))).not.toEqual(threeByTwo);
  });

  test('Bytes may be a part of a larger buffer, at any offset', () => {
    const whole = npy("'<f8'", '(3, 2)', six);
    const larger = Uint8Array.from([7, 7, 7, ...whole, 7]);
    expect(read(larger.subarray(3, 3 + whole.length))).toEqual(threeByTwo);
  });

  test('Further axes are flattened for each point, in C order', () => {
    const flat = read(npy("'<f8'", '(2, 2, 3)', bytes(Array(12).keys())));
    expect(flat).toEqual({ rows: 6, cols: 2, values: Float64Array.of(0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11) });
    // Entry (p, a, b) of a Fortran array stands at p + 2 (a + 2 b); feature 3a + b.
    const fortran = read(npy("'<f8'", '(2, 2, 3)', bytes(Array(12).keys()), 'True'));
    expect(fortran).toEqual({ rows: 6, cols: 2, values: Float64Array.of(0, 1, 4, 5, 8, 9, 2, 3, 6, 7, 10, 11) });
  });

  test.each([
    new Int8Array([1, 2, 3, 4, 5, 6]),
    new Uint8Array([1, 2, 3, 4, 5, 6]),
    new Int16Array([1, 2, 3, 4, 5, 6]),
    new Uint16Array([1, 2, 3, 4, 5, 6]),
    new Int32Array([1, 2, 3, 4, 5, 6]),
    new Uint32Array([1, 2, 3, 4, 5, 6]),
    new Float32Array([1, 2, 3, 4, 5, 6]),
    new Float64Array([1, 2, 3, 4, 5, 6]),
    new BigInt64Array([1n, 2n, 3n, 4n, 5n, 6n]),
    new BigUint64Array([1n, 2n, 3n, 4n, 5n, 6n]),
  ])('Entries may be of type $constructor.name', (numbers) => {
    expect(read(new Uint8Array(dump(numbers, [3, 2])))).toEqual(threeByTwo);
  });

  test('Entries may be half floats and booleans', () => {
    const halves = [0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600].flatMap((half) => [half & 255, half >> 8]);
    expect(read(npy("'<f2'", '(3, 2)', halves))).toEqual(threeByTwo);
    const flags = read(npy("'|b1'", '(2, 2)', [1, 0, 0, 1]));
    expect(flags).toEqual({ rows: 2, cols: 2, values: Float64Array.of(1, 0, 0, 1) });
  });

  const damaged = 'The file is truncated or damaged: save it again.';
  const shaped = (shape: string): string =>
    `a.npy: needs an array of shape (points, features); came shape (${shape}). Reshape it, one data point a row.`;
  const typed = (dtype: string): string =>
    `a.npy: needs little-endian integers, floats or booleans; came dtype ${dtype}. Save array.astype('<f8').`;
  const unsigned = 'a.npy: needs a NumPy array; came a file without its signature. Write it with numpy.save.';
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), unsigned],
    ['text', Buffer.from('1,2\n3,4\n'), unsigned],
    [
      'a signature alone',
      npy("'<f8'", '(3, 2)', six).slice(0, 6),
      `a.npy: needs a header with a dtype; came none. ${damaged}`,
    ],
    [
      'half a header',
      npy("'<f8'", '(3, 2)', six).slice(0, 60),
      `a.npy: needs whole entries after a whole header; came 60 bytes. ${damaged}`,
    ],
    [
      'a cut entry',
      npy("'<f8'", '(3, 2)', six.slice(0, 47)),
      `a.npy: needs whole entries after a whole header; came 175 bytes. ${damaged}`,
    ],
    [
      'missing entries',
      npy("'<f8'", '(3, 2)', six.slice(0, 40)),
      `a.npy: needs 6 entries for shape (3, 2); came 5. ${damaged}`,
    ],
    ['too many entries', npy("'<f8'", '(2, 2)', six), `a.npy: needs 4 entries for shape (2, 2); came 6. ${damaged}`],
    [
      'an absurd shape',
      npy("'<f8'", '(4000000000, 4000000)', six),
      `a.npy: needs 16000000000000000 entries for shape (4000000000, 4000000); came 6. ${damaged}`,
    ],
    ['one axis', npy("'<f8'", '(6,)', six), shaped('6')],
    ['no axis', npy("'<f8'", '()', six), shaped('')],
    ['no points', npy("'<f8'", '(0, 2)', []), shaped('0, 2')],
    ['a length of Python 2', npy("'<f8'", '(3L, 2L)', six), shaped('NaN, NaN')],
    ['complex numbers', npy("'<c16'", '(3, 1)', six), typed('<c16')],
    ['big-endian numbers', npy("'>f8'", '(3, 2)', six), typed('>f8')],
    ['long doubles', npy("'<f16'", '(3, 1)', six), typed('<f16')],
    ['strings', npy("'<U2'", '(3, 2)', six), typed('<U2')],
    ['objects', npy("'|O'", '(3, 2)', six), typed('|O')],
    ['records', npy("[('a', '<f8'), ('b', '<f8')]", '(3,)', six), typed('named fields')],
    [
      'a NaN',
      npy("'<f8'", '(3, 2)', bytes([1, 2, 3, NaN, 5, 6])),
      'a.npy: needs finite entries; came NaN in point 1, feature 1. Fill or drop missing values.',
    ],
    [
      'an infinity',
      npy("'<f8'", '(3, 2)', bytes([1, 2, 3, 4, -Infinity, 6])),
      'a.npy: needs finite entries; came -Infinity in point 2, feature 0. Fill or drop missing values.',
    ],
  ])('Refused in one line: %s', (_, content, line) => {
    expect(refusal(() => read(content))).toBe(line);
  });

  test('Every truncation of a good file is refused', () => {
    const whole = npy("'<f8'", '(3, 2)', six);
    for (let length = 0; length < whole.length; length++) {
      expect(refusal(() => read(whole.slice(0, length)))).toMatch(/^a\.npy: needs .*; came .*\. .*\.$/);
    }
    expect(refusal(() => read(whole))).toBe('accepted');
  });
});
