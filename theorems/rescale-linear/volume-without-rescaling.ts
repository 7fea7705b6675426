import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import { linear } from '../../src/network/layers.js';
import { log } from '../../src/portable/log.js';
import { ChiSquare } from '../../src/random/chi-square.js';
import { derive } from '../../src/random/key.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { type End, pivot, sent } from '../linear-network.js';

/** Gaussian points in as many coordinates as a layer has neurons: `spare` more than points. */
export interface LinearNetwork {
  readonly points: number;
  readonly spare: number;
  readonly depth: number;
}

/** The logarithm of the squared volume that the points span. */
function logVolume(end: End, points: number): number {
  let sum = 2 * points * end.logScale;
  for (let i = 0; i < points; i++) sum += 2 * log(pivot(end, i));
  return sum;
}

/** The law of the product with given degrees of freedom for point i, so that false ones can be put in their place. */
export function productOf(degrees: (width: number, i: number) => number): Pick<LawTheorem<LinearNetwork>, 'law'> {
  return {
    law: {
      of: 'same',
      other: ({ points, spare, depth }, _, key) => {
        const [draws, width] = [new ChiSquare(key), points + spare];
        let sum = 0;
        for (let t = 0; t < depth; t++) {
          for (let i = 0; i < points; i++) sum += log(draws.next(degrees(width, i)) / width);
        }
        return sum;
      },
    },
  };
}

/** Why: in W times an orthonormal basis of the points the i-th pivot squared is chi-square with d - i degrees, whatever the points are. */
export const volumeWithoutRescaling = theorem<LinearNetwork>({
  id: 'rescale-linear/volume-without-rescaling',
  kind: 'law',
  says: 'Without rescaling, a linear network multiplies the squared volume of its points by independent chi-squares over d, of d, d - 1, ..., d - n + 1 degrees of freedom a layer.',
  formula: String.raw`\frac{\det X_L^\top X_L}{\det X_0^\top X_0} \sim \prod_{l \le L} \prod_{i < n} \frac{\chi^2_{d-i}}d`,
  source: derived('docs/derivations.md#linear-layers'),
  covers: ['contrasts A12'],
  uses: [],
  assumes: {
    'as many neurons as points': ({ points, spare }) => points >= 1 && spare >= 0,
    'a layer': ({ depth }) => depth >= 1,
  },
  layer: () => linear,
  ...productOf((width, i) => width - i),
  sample: ({ points, spare, depth }, layer, key) => {
    const input = gaussianBatch(derive(key, 'batch'), points + spare, points);
    const start = { factor: triangularFactor(input), logScale: 0 };
    return logVolume(sent(input, layer, depth, derive(key, 'weights')), points) - logVolume(start, points);
  },
});
