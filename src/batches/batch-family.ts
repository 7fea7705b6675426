import type { DrawBatch } from './draw-batch.js';
import { gaussian, heavyTailed, oneHot, sphere } from './generic.js';
import { clusters, duplicated, lowRank, nearCollinear, oddPoints } from './structured.js';

/** A synthetic family of batches under the name that a user gives it. */
export interface BatchFamily {
  /** In canonical form: `clusters(3)`, `near-collinear(0.000001)`. Parsing it gives the family back. */
  readonly name: string;
  readonly draw: DrawBatch;
}

interface Entry {
  /** With a parameter if it takes one; the number shown is an example. */
  readonly example: string;
  readonly make: (parameter: number) => DrawBatch;
}

const catalogue: Readonly<Record<string, Entry>> = {
  gaussian: { example: 'gaussian', make: () => gaussian },
  sphere: { example: 'sphere', make: () => sphere },
  'low-rank': { example: 'low-rank(2)', make: lowRank },
  clusters: { example: 'clusters(3)', make: clusters },
  'odd-points': { example: 'odd-points(2)', make: oddPoints },
  duplicated: { example: 'duplicated', make: () => duplicated },
  'near-collinear': { example: 'near-collinear(1e-6)', make: nearCollinear },
  'heavy-tailed': { example: 'heavy-tailed(3)', make: heavyTailed },
  'one-hot': { example: 'one-hot', make: () => oneHot },
};

/** One valid name of each family, for messages and for loops over all of them. */
export const batchFamilyExamples: readonly string[] = Object.values(catalogue).map(({ example }) => example);

/**
 * The family that a text names, such as `gaussian` or `clusters(3)`. Spaces and capitals do not matter.
 * @throws RangeError that lists the families
 */
export function parseBatchFamily(text: string): BatchFamily {
  const [, family = '', inside] = /^([a-z-]+)(?:\(([^()]*)\))?$/.exec(text.toLowerCase().replaceAll(' ', '')) ?? [];
  const entry = Object.hasOwn(catalogue, family) ? catalogue[family] : undefined;
  if (entry === undefined) {
    throw new RangeError(
      `batch family: needs one of ${batchFamilyExamples.join(', ')}; came "${text}". Write one of these, with your own number.`,
    );
  }
  const takesNumber = entry.example.endsWith(')');
  if (takesNumber !== (inside !== undefined)) {
    throw new RangeError(
      `batch family: needs ${takesNumber ? 'a number with' : 'no number with'} ${family}; came "${text}". Write ${entry.example}.`,
    );
  }
  if (inside === undefined) return { name: family, draw: entry.make(NaN) };
  const parameter = /^[0-9.]+(?:e[+-]?[0-9]+)?$/.test(inside) ? Number(inside) : NaN;
  try {
    return { name: `${family}(${parameter})`, draw: entry.make(parameter) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const needed = family === 'near-collinear' ? 'a number of at least 0' : 'an integer from 1 to 10000';
    throw new RangeError(`batch family: needs ${needed} in ${family}(...); came "${text}". Write ${entry.example}.`, {
      cause: error,
    });
  }
}
