import { timesPowerOfTwo } from '../../src/portable/bits.js';
import { linear } from '../../src/network/layers.js';
import { rescale } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { entriesOf, type Row, through } from '../row.js';

export interface ScaledRow extends Row {
  /** Any positive factor. */
  readonly factor: number;
  /** And a factor 2^k. */
  readonly doublings: number;
}

/** Why: the root-mean-square is positively homogeneous of degree 1; powers of two commute with every rounding on the way. */
export const rescalingForgetsTheScale = theorem<ScaledRow>({
  id: 'identities/rescaling-forgets-the-scale',
  kind: 'exact',
  says: 'Rescaling gives a neuron and any positive multiple of it the same values: to the last bit if the factor is a power of two.',
  formula: String.raw`RS(s z) = RS(z)\quad (s > 0)`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F4'],
  uses: [],
  assumes: {
    'a row that is not zero': ({ apart }) => apart > 0,
    'a positive factor': ({ factor }) => factor > 0,
  },
  layer: () => ({ ...linear, rescale }),
  margins: ({ factor, doublings, ...row }, layer) => {
    const entries = entriesOf(row);
    const plain = through([layer.rescale], entries);
    const worst = (scaled: Float64Array): number =>
      through([layer.rescale], scaled).reduce((found, x, i) => Math.max(found, relativeError(x, plain[i] ?? NaN)), 0);
    return {
      'any factor': -worst(entries.map((x) => factor * x)),
      'a power of two': -worst(entries.map((x) => timesPowerOfTwo(x, doublings))),
    };
  },
});

/** |x - exact| / |exact|; 0 for two equal numbers, 0 among them. */
function relativeError(x: number, exact: number): number {
  return x === exact ? 0 : Math.abs((x - exact) / exact);
}
