import { parse } from 'npyjs';
import { type Batch, build } from '../src/linalg/matrix.js';
import { BadInput } from './bad-input.js';

/** Little-endian integers, floats and booleans. Not c8 and c16: npyjs hands out their parts as if they were numbers. */
const DTYPE = /^(?:[<|](?:[iu][1248]|f[248]|b1))$/;

/**
 * The batch in a NumPy array of shape (points, features), or (points, ...) with the rest flattened in C order.
 *
 * Shape: features × points. Little-endian integers, floats and booleans, C or Fortran order; integers above 2^53 are rounded.
 * @param path names the file in messages
 * @throws BadInput for a damaged file, another dtype, fewer than two axes, and entries that are not finite
 */
export function batchFromNpy(bytes: Uint8Array, path: string): Batch {
  requireRoom(requireDtype(bytes, path), bytes, path);
  const { data, shape, fortranOrder } = parsed(bytes, path);
  // Also catches a negative length and the 3L of Python 2, which npyjs makes NaN.
  if (shape.length < 2 || !shape.every((length) => Number.isSafeInteger(length) && length > 0)) {
    throw new BadInput(
      `${path}: needs an array of shape (points, features); came shape (${shape.join(', ')}). Reshape it, one data point a row.`,
    );
  }
  const [points = 0, ...axes] = shape;
  const features = axes.reduce((product, length) => product * length, 1);
  if (data.length !== points * features) {
    throw new BadInput(
      `${path}: needs ${points * features} entries for shape (${shape.join(', ')}); came ${data.length}. The file is truncated or damaged: save it again.`,
    );
  }
  return build(features, points, (i, j) => {
    const value = Number(data[fortranOrder ? j + points * fortranIndex(i, axes) : j * features + i]);
    if (Number.isFinite(value)) return value;
    throw new BadInput(
      `${path}: needs finite entries; came ${value} in point ${j}, feature ${i}. Fill or drop missing values.`,
    );
  });
}

/** Where feature i, counted with the last axis fastest, stands when the first axis is fastest. */
function fortranIndex(i: number, axes: readonly number[]): number {
  let rest = i;
  let index = 0;
  for (const length of axes.toReversed()) {
    index = index * length + (rest % length);
    rest = Math.floor(rest / length);
  }
  return index;
}

/** Reads the dtype ahead of npyjs, which turns text into strings and complex numbers into pairs without a word. */
function requireDtype(bytes: Uint8Array, path: string): string {
  if (Buffer.from(bytes.subarray(0, 6)).toString('latin1') !== '\x93NUMPY') {
    throw new BadInput(`${path}: needs a NumPy array; came a file without its signature. Write it with numpy.save.`);
  }
  // A header of numbers is 128 bytes long; one that names the fields of records can be longer, and is refused anyway.
  const header = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const dtype = /'descr'\s*:\s*(?:'([^']*)'|(\[))/.exec(header);
  if (dtype === null) {
    throw new BadInput(
      `${path}: needs a header with a dtype; came none. The file is truncated or damaged: save it again.`,
    );
  }
  const came = dtype[1] ?? 'named fields';
  if (!DTYPE.test(came)) {
    throw new BadInput(
      `${path}: needs little-endian integers, floats or booleans; came dtype ${came}. Save array.astype('<f8').`,
    );
  }
  return came;
}

/** Most entries: npyjs makes an array of doubles of them, and of booleans one of values, which take eight times the room and more. */
const MOST = { numbers: 2 ** 27, booleans: 2 ** 24 };

function requireRoom(dtype: string, bytes: Uint8Array, path: string): void {
  const most = dtype.endsWith('b1') ? MOST.booleans : MOST.numbers;
  const entries = Math.floor(bytes.length / Number(dtype.slice(2)));
  if (entries <= most) return;
  throw new BadInput(`${path}: needs at most ${most} entries; came ${entries}. Save the points that are wanted.`);
}

interface NumpyArray {
  readonly data: ArrayLike<unknown>;
  readonly shape: readonly number[];
  readonly fortranOrder: boolean;
}

function parsed(bytes: Uint8Array, path: string): NumpyArray {
  try {
    // A copy, because Node may hand out a part of a larger buffer, and npyjs counts from the start of the whole.
    const { data, shape, fortranOrder } = parse(new Uint8Array(bytes).buffer);
    if (!isArrayLike(data)) throw new RangeError('no entries');
    return { data, shape, fortranOrder };
  } catch (error) {
    // Typed arrays that do not fit (data cut inside an entry, a header shorter than it says), or fields that are not there.
    throw new BadInput(
      `${path}: needs whole entries after a whole header; came ${bytes.length} bytes. The file is truncated or damaged: save it again.`,
      { cause: error },
    );
  }
}

function isArrayLike(data: object): data is ArrayLike<unknown> {
  return 'length' in data && typeof data.length === 'number';
}
