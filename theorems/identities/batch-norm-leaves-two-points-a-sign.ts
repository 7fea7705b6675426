import { linear } from '../../src/network/layers.js';
import { recenter, rescale } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { distance, through } from '../row.js';

/** Two numbers: `first`, and one that differs from it by `2^exponent` of it, upwards or downwards. */
export interface TwoNumbers {
  readonly first: number;
  readonly exponent: number;
  readonly upwards: boolean;
}

/** The row that they make. */
export function pairOf({ first, exponent, upwards }: TwoNumbers): Float64Array {
  let gap = first;
  for (let k = 0; k > exponent; k--) gap /= 2;
  return Float64Array.of(first, upwards ? first + gap : first - gap);
}

/** Why: two numbers less their mean are a and -a, of root-mean-square |a|. */
export const batchNormLeavesTwoPointsASign = theorem<TwoNumbers>({
  id: 'identities/batch-norm-leaves-two-points-a-sign',
  kind: 'exact',
  says: 'Batch normalisation of two different numbers leaves nothing but which of them is larger: (1, -1) or (-1, 1).',
  formula: String.raw`BN(z_1, z_2) = (\mathrm{sgn}(z_1 - z_2), \mathrm{sgn}(z_2 - z_1))`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F7'],
  uses: [],
  assumes: {
    'a positive number': ({ first }) => first > 0,
    'another one': ({ exponent }) => exponent >= -52 && exponent <= 0,
  },
  layer: () => ({ ...linear, recenter, rescale }),
  margins: (numbers, layer) => {
    const pair = pairOf(numbers);
    const sign = Math.sign((pair[0] ?? NaN) - (pair[1] ?? NaN));
    const after = through([layer.recenter, layer.rescale], pair);
    return { 'a sign': -distance(after, Float64Array.of(sign, -sign)) };
  },
});
