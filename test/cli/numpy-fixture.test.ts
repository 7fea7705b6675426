import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readBatch } from '../../cli/read-batch.js';

// The fixtures were written by NumPy 2.4.6 in this folder:
//   python3 -c "import numpy as np; a = np.arange(24).reshape(3, 2, 4) / 8; np.save('points-c.npy', a); \
//               np.save('points-fortran.npy', np.asfortranarray(a.astype('f2')))"
const fixture = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const eighths = Array.from({ length: 8 }, (_, feature) => [0, 1, 2].map((point) => (8 * point + feature) / 8)).flat();

test.each(['points-c.npy', 'points-fortran.npy'])('%s, written by NumPy, holds 3 points of 8 features', (name) => {
  expect(readBatch(fixture(name))).toEqual({ rows: 8, cols: 3, values: Float64Array.from(eighths) });
});
