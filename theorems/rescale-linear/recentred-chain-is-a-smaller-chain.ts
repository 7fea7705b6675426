import { gaussian } from '../../src/batches/generic.js';
import { stableRank } from '../../src/geometry/spectrum.js';
import type { Layer } from '../../src/network/layer.js';
import { batchNormLinear, rescaleLinear } from '../../src/network/layers.js';
import { derive, type StreamKey } from '../../src/random/key.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { sent } from '../linear-network.js';
import { recenteringRemovesOneDimension } from './recentering-removes-one-dimension.js';

/** Gaussian points through narrow layers, with as many coordinates as neurons. */
export interface NarrowNetwork {
  readonly points: number;
  readonly width: number;
  readonly depth: number;
}

/** |H|_F^2/|H|_2^2 after the last layer: a number that sees the spectrum and no axis. */
function stableRankAfter({ points, width, depth }: NarrowNetwork, layer: Layer, key: StreamKey): number {
  const input = gaussian(derive(key, 'batch'), width, points);
  return stableRank(sent(input, layer, depth, derive(key, 'weights')).factor);
}

/** The law with a given number of points in the network without recentering, so that a false one can be put in its place. */
export function asWith(points: (points: number) => number): Pick<LawTheorem<NarrowNetwork>, 'law'> {
  return {
    law: {
      of: 'same',
      other: (network, _, key) =>
        stableRankAfter({ ...network, points: points(network.points) }, rescaleLinear, derive(key, 'other')),
    },
  };
}

/** Why: in n - 1 orthonormal axes recentred Gaussian points are n - 1 Gaussian points, and rescaling sees lengths only. */
export const recentredChainIsASmallerChain = theorem<NarrowNetwork>({
  id: 'rescale-linear/recentred-chain-is-a-smaller-chain',
  kind: 'law',
  says: 'At any width and depth, the spectrum of n Gaussian points under batch normalisation without a non-linearity has the law of that of n - 1 points under rescaling alone.',
  formula: String.raw`\mathrm{spec}\, G^{RC+RS}_L(n) \sim \mathrm{spec}\, G^{RS}_L(n-1)`,
  source: derived('docs/derivations.md#batch-normalised-linear-layers'),
  covers: ['contrasts B1'],
  uses: [recenteringRemovesOneDimension],
  assumes: { 'at least three points': ({ points }) => points >= 3, 'a layer': ({ depth }) => depth >= 1 },
  layer: () => batchNormLinear,
  ...asWith((points) => points - 1),
  sample: stableRankAfter,
});
