import type { Layer } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { cosineAfter } from '../pair-of-points.js';
import { cosineMapHasAPowerSeries } from './cosine-map-has-a-power-series.js';

/** Two cosines of pairs with this ratio of norms: `low`, and one that is this share of the way from there to 1. */
export interface TwoCosines {
  readonly low: number;
  readonly share: number;
  readonly normRatio: number;
}

/** The larger of the two cosines. */
export function highOf({ low, share }: TwoCosines): number {
  return Math.min(1, low + share * (1 - low));
}

/** The cosines after one layer, and that of the middle of the two. */
export function images(
  pair: TwoCosines,
  layer: Layer,
): { readonly atLow: number; readonly atMiddle: number; readonly atHigh: number } {
  const { low, normRatio } = pair;
  const high = highOf(pair);
  const after = (cosine: number): number => cosineAfter(layer, { cosine, normRatio }, 1);
  return { atLow: after(low), atMiddle: after((low + high) / 2), atHigh: after(high) };
}

/** Why: kappa' = 1 - acos(r)/pi grows from 0 to 1 on [-1, 1], and kappa(1) = 1. */
export const cosineMapIsConvex = theorem<TwoCosines>({
  id: 'relu-depth/cosine-map-is-convex',
  kind: 'limit',
  says: 'A wide ReLU layer maps cosines by an increasing convex function that shortens differences and lies above the diagonal.',
  formula: String.raw`\rho < \sigma \Rightarrow 0 \le \rho'_\sigma - \rho'_\rho \le \sigma - \rho,\quad \rho' \ge \rho,\quad \kappa\big(\tfrac{\rho+\sigma}2\big) \le \tfrac12(\kappa(\rho) + \kappa(\sigma))`,
  source: derived('docs/derivations.md#cosine-map'),
  covers: ['contrasts C1'],
  uses: [cosineMapHasAPowerSeries],
  assumes: {
    'two cosines': ({ low, share }) => low >= -1 && low < 1 && share > 0 && share <= 1,
    'no dead point': ({ normRatio }) => normRatio > 0,
  },
  layer: () => reluAlone,
  margins: (pair, layer) => {
    const { atLow, atMiddle, atHigh } = images(pair, layer);
    return {
      increasing: atHigh - atLow,
      'shortens differences': highOf(pair) - pair.low - (atHigh - atLow),
      convex: (atLow + atHigh) / 2 - atMiddle,
      'above the diagonal': Math.min(atLow - pair.low, atHigh - highOf(pair)),
    };
  },
});
