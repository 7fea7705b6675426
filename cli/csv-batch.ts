import { parseCsvBatch } from '../src/batches/parse-csv-batch.js';
import type { Batch } from '../src/linalg/matrix.js';
import { BadInput } from './bad-input.js';

/** `parseCsvBatch` of a user's file. @throws BadInput where that throws a RangeError */
export function batchFromCsv(bytes: Uint8Array, path: string): Batch {
  try {
    return parseCsvBatch(bytes, path);
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(error.message, { cause: error });
    throw error;
  }
}
