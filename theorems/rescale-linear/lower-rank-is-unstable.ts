import { rescaleLinear } from '../../src/network/layers.js';
import { log } from '../../src/portable/log.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { moves } from '../spectral-batch.js';
import { flatSpectraAreFixed } from './flat-spectra-are-fixed.js';

/** `rank` equal eigenvalues and a new one, the share 1/parts of the trace. */
export interface NewDirection {
  readonly rank: number;
  readonly parts: number;
}

/** Bounds on the factor by which the new eigenvalue grows; they meet for rank 1 to 3. */
export interface Growth {
  readonly least: number;
  readonly most: number;
}

/** See the derivation: sqrt for one direction, a logarithm for two, k/(k-2) up to an explicit remainder from three on. */
export function growthOf({ rank: k, parts }: NewDirection): Growth {
  const share = 1 / parts;
  const ratio = (k * share) / (1 - share); // of the new eigenvalue to each of the others
  if (k === 1) return exactly(1 / (Math.sqrt(share) * (Math.sqrt(share) + Math.sqrt(1 - share))));
  if (k === 2) {
    const a = Math.sqrt(1 - ratio);
    return exactly(((2 / (a * a)) * (log((1 + a) / Math.sqrt(ratio)) / a - 1)) / (1 - share));
  }
  const most = k / ((k - 2) * (1 - share));
  if (k === 3) return exactly(most / ((1 + Math.sqrt(ratio)) * (1 + Math.sqrt(ratio))));
  const loss = k === 4 ? 1.5 * ratio * log(1 + 1 / (1.5 * ratio)) : (3 * ratio) / (k - 4);
  return { least: most * (1 - loss), most };
}

function exactly(growth: number): Growth {
  return { least: growth, most: growth };
}

/** The conclusion for given bounds, so that false ones can be put in their place. */
export function growing(
  growth: (direction: NewDirection) => Growth,
): Pick<DeterministicTheorem<NewDirection>, 'margins'> {
  return {
    margins: (direction, layer) => {
      const { rank, parts } = direction;
      const levels = [
        { points: rank, weight: (parts - 1) / rank },
        { points: 1, weight: 1 },
      ];
      const added = moves({ levels, dead: 0 }, layer).moves.at(-1);
      const found = (added?.after ?? NaN) / (added?.before ?? NaN);
      const { least, most } = growth(direction);
      return { 'grows at least so much': found / most - least / most, 'grows at most so much': 1 - found / most };
    },
  };
}

/** Why: p_e = (h/2) integral (1+hs)^(-3/2) (1+s)^(-k/2) ds with h the ratio of the eigenvalues; without its first factor that is h/(k-2). */
export const lowerRankIsUnstable = theorem<NewDirection>({
  id: 'rescale-linear/lower-rank-is-unstable',
  kind: 'limit',
  says: 'A flat spectrum of rank k < n is unstable under wide linear layers with rescaling: a new direction grows by k/(k-2), by ln(1/e) + ln 2 - 2 for k = 2, from e to sqrt e for k = 1.',
  formula: String.raw`\frac{p_\varepsilon}{\varepsilon} = \frac{k}{k-2}\,(1 + o(1))\ (k \ge 3),\quad \ln\tfrac1\varepsilon + \ln 2 - 2 + o(1)\ (k = 2),\quad \varepsilon^{-1/2}(1+o(1))\ (k=1)`,
  source: derived('docs/derivations.md#new-direction'),
  covers: ['contrasts A6'],
  uses: [flatSpectraAreFixed],
  assumes: {
    'a new direction': ({ rank, parts }) => rank >= 1 && parts >= 10,
    'smaller than the others': ({ rank, parts }) => parts > 2 * rank + 1,
  },
  layer: () => rescaleLinear,
  ...growing(growthOf),
});
