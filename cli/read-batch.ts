import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Batch } from '../src/linalg/matrix.js';
import { BadInput } from './bad-input.js';
import { batchFromCsv } from './csv-batch.js';
import { batchFromNpy } from './npy-batch.js';

const readers: Readonly<Record<string, (bytes: Uint8Array, path: string) => Batch>> = {
  '.csv': batchFromCsv,
  '.npy': batchFromNpy,
};

/**
 * The batch in a table (.csv) or a NumPy array (.npy), one ROW a data point, as tables are stored: the batch is its transpose.
 * @throws BadInput when the file cannot be read, is damaged, or holds anything but finite numbers
 */
export function readBatch(path: string): Batch {
  const read = readers[extname(path).toLowerCase()];
  if (read === undefined) {
    throw new BadInput(
      `${path}: needs a file that ends in .csv or .npy; came "${extname(path)}". Save one data point a row as CSV, or use numpy.save.`,
    );
  }
  let bytes: Uint8Array;
  try {
    if (!statSync(path).isFile()) {
      throw new BadInput(`${path}: needs a file; came a directory or a device. Name the file itself.`);
    }
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${path}: needs a readable file; came ${reason(error)}. Check the name and the permissions.`, {
      cause: error,
    });
  }
  return read(bytes, path);
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    EACCES: 'permission denied',
    ERR_FS_FILE_TOO_LARGE: 'a file above 2 GiB',
  };
  return known[code] ?? code;
}
