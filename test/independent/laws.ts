import { Matrix } from 'ml-matrix';
import { fastChain } from '../../src/chain/fast-chain.js';
import { orthogonalityGap } from '../../src/geometry/orthogonality-gap.js';
import { build } from '../../src/linalg/matrix.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { recenterRelu, rescaleLinear } from '../../src/network/layers.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { gaussian } from '../../src/network/weights.js';
import { derive, rootKey } from '../../src/random/key.js';
import { limitVariance } from '../../theorems/relu-depth/cosine-fluctuates-like-its-delta.js';
import { deficient } from '../../theorems/rank/two-points-lose-rank-by-chance.js';
import { type Check, U } from './check.js';
import {
  type Pieces,
  plainGram,
  plainLayer,
  plainNetwork,
  plainNormal,
  plainRank,
  plainWeights,
  simpson,
} from './plain.js';

/** Draws of each side, and the probability that agreeing sides are told to disagree: of seeds that are fixed, so once and for all. */
const DRAWS = 1200;
const LEVEL = 1e-6;

/** Largest distance of the distribution functions of two samples of one size, by counting. */
function distance(a: readonly number[], b: readonly number[]): number {
  const below = (sample: readonly number[], x: number): number => sample.filter((y) => y <= x).length / sample.length;
  return Math.max(...[...a, ...b].map((x) => Math.abs(below(a, x) - below(b, x))));
}

/** The gap of a Gram matrix to orthogonality, entry by entry. */
function plainGap(gram: Matrix): number {
  const n = gram.rows;
  return gram.clone().div(gram.trace()).sub(Matrix.eye(n).div(n)).norm('frobenius');
}

/**
 * The gap after three layers of the fast chain, and of networks by the book with chance of their own, from one batch. Two samples
 * of one law differ by more than sqrt(ln(2/level)/N) with probability `level` (Wei and Dudley 2012; N >= 458).
 */
function sameLaw(claim: string, layer: Layer, pieces: Pieces, wrong: Pieces): Check {
  const [points, width, depth] = [4, 12, 3];
  return {
    claim,
    compare: (planted) => {
      const normal = plainNormal(7);
      const start = plainWeights(3, points, normal);
      const batch = build<'neuron', 'point'>(3, points, (i, j) => start.get(i, j));
      const network = uniformNetwork({ stages: stagesOf(layer), width, depth, weights: gaussian });
      const draws = Array.from({ length: DRAWS }, (_, i) => i);
      const ours = draws.map((i) =>
        orthogonalityGap(lastLayer(fastChain(network, batch, derive(rootKey(claim), i), { every: depth })).factor),
      );
      const how = { ...(planted ? wrong : pieces), width, depth };
      const plain = draws.map(() => plainGap(plainGram(plainNetwork(start, how, normal))));
      return [
        {
          quantity: 'distance of the laws of the gap',
          ours: distance(ours, plain),
          plain: 0,
          allowance: Math.sqrt(Math.log(2 / LEVEL) / DRAWS),
        },
      ];
    },
  };
}

/** How often two points lose rank in 20,000 layers by the book: off by sqrt(ln(2/level)/2N) with probability `level` (Hoeffding). */
const rankByChance: Check = {
  claim: 'rank/two-points-lose-rank-by-chance',
  compare: (planted) => {
    const normal = plainNormal(3);
    const draws = 20_000;
    return [1, 2.5].map((angle) => {
      const width = 3;
      const batch = new Matrix([
        [1, Math.cos(angle)],
        [0, Math.sin(angle)],
      ]);
      let lost = 0;
      for (let i = 0; i < draws; i++) {
        const after = plainLayer(plainWeights(width, 2, normal), batch, {
          centre: false,
          rescale: false,
          slope: planted ? 0.01 : 0,
        });
        if (plainRank(after) < 2) lost += 1;
      }
      const allowance = Math.sqrt(Math.log(2 / LEVEL) / (2 * draws));
      return { quantity: `at ${angle}`, ours: deficient({ angle, width }), plain: lost / draws, allowance };
    });
  },
};

/** E of a degree-4 form of relu(g), relu(h) at this angle: E r^4 = 8 times the mean over directions, by Simpson where both are on. */
function moment(angle: number, first: number, second: number): number {
  const on = (from: number, to: number): number =>
    simpson(from, to, 2000, (t) => Math.cos(t) ** first * Math.cos(t - angle) ** second);
  const [from, to] = second === 0 ? [-Math.PI / 2, Math.PI / 2] : [angle - Math.PI / 2, Math.PI / 2];
  return (8 / (2 * Math.PI)) * on(from, to);
}

/**
 * The variance of the cosine by the delta method, from moments by quadrature: with A = 2gg, B = 2hh, S = 2gh of relu's, means 1, 1 and
 * k, the cosine moves by dS - k (dA + dB)/2. The rule errs by (pi/2000)^4 times derivatives below 300: 2e-9; its ten terms, 2e-8.
 */
const deltaMethod: Check = {
  claim: 'relu-depth/cosine-fluctuates-like-its-delta',
  compare: (planted) =>
    [0.2, 1, Math.PI / 2, 2.5].map((angle) => {
      const k = (Math.sin(angle) + (Math.PI - angle) * Math.cos(angle)) / Math.PI;
      const [aa, ab, sa] = [4 * moment(angle, 4, 0), 4 * moment(angle, 2, 2), 4 * moment(angle, 3, 1)];
      const plain = ab - k * k - k * (sa - k) * 2 + (k * k * (aa - 1 + (ab - 1))) / 2;
      return {
        quantity: `variance at ${angle}`,
        ours: limitVariance(Math.cos(angle)),
        plain: planted ? plain * (1 + 1e-4) : plain,
        allowance: 2e-8 + 100 * U,
      };
    }),
};

const bent = { centre: true, rescale: false, slope: 0 };
const even = { centre: false, rescale: true, slope: 1 };

export const laws: readonly Check[] = [
  sameLaw('law/gram-chain-is-the-network', recenterRelu, bent, { ...bent, slope: 0.5 }),
  sameLaw('rescale-linear/expected-gap-in-one-layer', rescaleLinear, even, { ...even, rescale: false }),
  rankByChance,
  deltaMethod,
];
