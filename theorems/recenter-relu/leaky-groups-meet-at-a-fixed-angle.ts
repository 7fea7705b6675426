import { betweenBlocks, squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { leaky } from '../../src/network/activations.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { differ, type TwoGroupsGram, twoGroupsGram } from '../two-groups-limit.js';

export interface LeakyGroups extends TwoGroupsGram {
  readonly slope: number;
}

/**
 * Why: with opposite signs u and -v, v a multiple of u, E phi(u) phi(-u) = -a E u^2 and E phi(u)^2 = (1 + a^2) E u^2 / 2.
 * Slope 0 is orthogonal, 1 (linear) antipodal, -1 (the modulus) parallel.
 */
export const leakyGroupsMeetAtAFixedAngle = theorem<LeakyGroups>({
  id: 'recenter-relu/leaky-groups-meet-at-a-fixed-angle',
  kind: 'limit',
  says: 'With a leaky ReLU of slope a the two groups of a recentred batch meet at the cosine -2a/(1 + a^2), whatever their sizes and places.',
  formula: String.raw`\cos(x_i, x_j) = \frac{-2a}{1 + a^2} \quad (i \le k < j)`,
  source: derived('docs/derivations.md#leaky-groups'),
  covers: ['RC+ReLU E3'],
  uses: [],
  assumes: {
    'both groups have a point': ({ odd, cluster }) => odd >= 1 && cluster >= 1,
    'the two places differ': differ,
  },
  layer: ({ slope }) => ({ ...recenterRelu, activate: activate(leaky(slope)) }),
  margins: (batch, layer) => {
    const { gram } = limitLayer(stagesOf(layer))({ gram: twoGroupsGram(batch) });
    const cosine = betweenBlocks(gram, 0, 1) / Math.sqrt(squaredNorm(gram, 0) * squaredNorm(gram, 1));
    const { slope } = batch;
    return { angle: -Math.abs(cosine + (2 * slope) / (1 + slope * slope)) };
  },
});
