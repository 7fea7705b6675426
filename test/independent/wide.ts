import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { z } from 'zod';
import { readCounterexample } from '../../cli/corpus.js';
import { blocksOfOne } from '../../src/limit/block-gram.js';
import { symmetricFixedPoint } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { wideSteps } from '../../src/limit/wide-steps.js';
import { build } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu, recenterRelu, reluAlone } from '../../src/network/layers.js';
import { narrowest, RATE, reluAloneCollapses } from '../../theorems/contrasts/relu-alone-collapses.js';
import { oddPointState } from '../../theorems/odd-point-state.js';
import { gramOfPlaces, type Place } from '../../theorems/points-in-space.js';
import { farthestPointBecomesOdd } from '../../theorems/recenter-relu/farthest-point-becomes-odd.js';
import { type Dense, denseLayer, denseOf } from '../limit/dense-oracle.js';
import { type Check, type Comparison, U } from './check.js';
import { plainNormal, plainUniform } from './plain.js';
import { tippingLead } from './tipping.js';

const centred = { centre: true, rescale: false, slope: 0 };

function entry(matrix: Dense, i: number, j: number): number {
  return matrix[i]?.[j] ?? NaN;
}

function cosine(gram: Dense, i: number, j: number): number {
  return entry(gram, i, j) / Math.sqrt(entry(gram, i, i) * entry(gram, j, j));
}

/** Gram matrix of Gaussian points in n + 2 dimensions. */
function someGram(points: number, seed: number): Dense {
  const normal = plainNormal(seed);
  const batch = Matrix.zeros(points + 2, points).apply(function (i, j) {
    this.set(i, j, normal());
  });
  return batch.transpose().mmul(batch).to2DArray();
}

/** With 2400 panels and a determinant of order n <= 5 each, test/limit/limit-map.test.ts allows 1e-13 for the dense integral. */
const batchNormMap: Check = {
  claim: 'contrasts/batch-norm-keeps-the-symmetric-state',
  compare: (planted) =>
    [3, 4, 5].flatMap((points) => {
      const gram = someGram(points, points);
      const ours = denseOf(
        limitLayer(stagesOf(batchNormRelu))({ gram: blocksOfOne(build(points, points, (i, j) => entry(gram, i, j))) })
          .gram,
      );
      const plain = denseLayer(gram, { centre: true, rescale: true, slope: planted ? 1e-6 : 0 });
      return ours.map((_, i) => ({
        quantity: `cosine of points 0 and ${i} of ${points}`,
        ours: cosine(ours, 0, i),
        plain: cosine(plain, 0, i),
        allowance: 4e-13, // three entries of 1e-13, over norms of order 1
      }));
    }),
};

/** The claim's own margins, with the angle followed by acos of the kernel. Each side: the allowance of the claim's evidence. */
const reluDepth: Check = {
  claim: 'contrasts/relu-alone-collapses',
  compare: (planted) => {
    const uniform = plainUniform(5);
    return Array.from({ length: 20 }, (): readonly Comparison[] => {
      const angle = 0.05 + 3.05 * uniform();
      const layers = 1 + Math.floor(200 * uniform());
      const rate = planted ? RATE * (1 + 1e-6) : RATE;
      let last = angle;
      for (let t = 0; t < layers; t++) {
        last = Math.acos(Math.min(1, (Math.sin(last) + (Math.PI - last) * Math.cos(last)) / Math.PI));
      }
      const pair = { angle, normRatio: 1 + uniform(), layers };
      const margins = reluAloneCollapses.margins(pair, reluAlone);
      return [
        {
          quantity: `not slower, from ${angle} through ${layers}`,
          ours: margins['not slower'] ?? NaN,
          plain: 1 / (1 / angle + rate * layers) - last,
          allowance: (2 * 8 * (layers + 4) * U) / narrowest(pair),
        },
      ];
    }).flat();
  },
};

/** The outlier start iterated until it rests. What is left is at most the last change over 1 - rate, rate <= 1 - 0.4/n here. */
const oddPoint: Check = {
  claim: 'paper/odd-point-is-far-and-orthogonal',
  compare: (planted) =>
    [8, 12, 16].flatMap((points) => {
      const slope = planted ? 1e-5 : 0;
      let gram: Dense = Array.from({ length: points }, (_, i) =>
        Array.from({ length: points }, (__, j) => {
          const norms = (i === 0 ? points : 1) * (j === 0 ? points : 1);
          return i === j ? norms : i === 0 || j === 0 ? 0.01 * norms : 0.7;
        }),
      );
      const ratio = (state: Dense): number => Math.sqrt(entry(state, 0, 0) / entry(state, 1, 1));
      let change = Infinity;
      for (let t = 0; t < 1500 && change > 1e-13 * points; t++) {
        const next = denseLayer(gram, { ...centred, slope });
        change = Math.abs(ratio(next) - ratio(gram));
        gram = next;
      }
      const state = oddPointState(points, recenterRelu);
      // A step rounds n entries a few times: 20 n u on top of the last change, in units of the ratio, itself below n.
      const allowance = ((change + 20 * points * points * U) * points) / 0.4;
      return [
        { quantity: `norm ratio of ${points}`, ours: state?.normRatio ?? NaN, plain: ratio(gram), allowance },
        {
          quantity: `cross cosine of ${points}`,
          ours: state?.crossCosine ?? NaN,
          plain: cosine(gram, 0, 1),
          allowance: allowance / points, // dtau/dr is below 1/n: tau and r are functions of one angle
        },
      ];
    }),
};

/** The derivative of the map on symmetric matrices, by central differences, and its largest eigenvalues by EVD. */
function jacobianEigenvalues(points: number, step: number, slope: number): number[] {
  const pairs = Array.from({ length: points }, (_, i) =>
    Array.from({ length: i + 1 }, (__, j) => [i, j] as const),
  ).flat();
  const end = symmetricFixedPoint(stagesOf(recenterRelu), points);
  if (end.kind === 'unsettled') throw new Error(end.reason);
  const state = denseOf(end.gram);
  const moved = (a: number, b: number, by: number): Dense =>
    denseLayer(
      state.map((row, i) => row.map((x, j) => x + ((i === a && j === b) || (i === b && j === a) ? by : 0))),
      { ...centred, slope },
    );
  const columns = pairs.map(([a, b]) => {
    const [up, down] = [moved(a, b, step), moved(a, b, -step)];
    return pairs.map(([i, j]) => (entry(up, i, j) - entry(down, i, j)) / (2 * step));
  });
  const found = new EigenvalueDecomposition(new Matrix(columns).transpose()).realEigenvalues;
  return found.sort((a, b) => b - a);
}

/** The error of a central difference is c h^2 + roundings / h: c h^2 is a third of what doubling h changes. */
const symmetricRates: Check = {
  claim: 'recenter-relu/symmetric-state-is-stable',
  compare: (planted) =>
    [4, 6].flatMap((points) => {
      const slope = planted ? 1e-4 : 0;
      const [fine, coarse] = [1e-4, 2e-4].map((step) => jacobianEigenvalues(points, step, slope));
      const ours = spectrum(stagesOf(recenterRelu), oursAt(points))
        .eigenvalues.flatMap(({ value, multiplicity }) => Array.from({ length: multiplicity }, () => value))
        .sort((a, b) => b - a);
      // Eigenvalues of a matrix that is not symmetric move by its condition, here below n, times its entries' errors.
      return [0, 1, points - 1, points].map((k) => {
        const [at, atTwice] = [fine?.[k] ?? NaN, coarse?.[k] ?? NaN];
        const allowance = Math.abs(at - atTwice) + (20 * points * points * U) / 1e-4;
        return { quantity: `eigenvalue ${k} of ${points}`, ours: ours[k] ?? NaN, plain: at, allowance };
      });
    }),
};

function oursAt(points: number): ReturnType<typeof blocksOfOne> {
  const end = symmetricFixedPoint(stagesOf(recenterRelu), points);
  if (end.kind === 'unsettled') throw new Error(end.reason);
  return end.gram;
}

const places = z.object({ places: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])) });
const KEPT = 'counterexamples/recenter-relu/farthest-point-becomes-odd/72bc11f74b5a.json';

/**
 * The conjecture is decided once more where it fell: 600 dense layers, and who is longest.
 *
 * Norms are compared after 12 layers only. Four of the points are equal, which is an unstable state: our kernel keeps them equal to
 * the last bit, dense rounding parts them, and at rest the two are elsewhere, with the same winner. A layer expands a difference by
 * n^2/((n-k)^2 + k^2) <= 2 and rounds 20 n times.
 */
const fallenConjecture: Check = {
  claim: 'recenter-relu/farthest-point-becomes-odd',
  compare: (planted) => {
    const kept: readonly Place[] = places.parse(readCounterexample(KEPT).instance).places;
    const { rows, values } = gramOfPlaces(kept);
    const start: Dense = kept.map((_, i) => Array.from(values.subarray(i * rows, (i + 1) * rows)));
    const after = (layers: number): readonly number[] => {
      let gram = start;
      for (let t = 0; t < layers; t++) gram = denseLayer(gram, { ...centred, slope: planted ? 0.5 : 0 });
      return kept.map((_, i) => Math.sqrt(entry(gram, i, i)));
    };
    const longest = (lengths: readonly number[]): number => lengths.indexOf(Math.max(...lengths));
    const { 'the farthest point wins': margin = NaN } = farthestPointBecomesOdd.margins({ places: kept }, recenterRelu);
    const [early, last] = [after(12), after(600)];
    const ours = wideSteps(gramOfPlaces(kept), { slope: 0, recenter: true, steps: 12 });
    const farthest = 0; // (0, 8, 4): 7.0 from the mean (1, 2, 0.6); the next, (7, 0, 0), 6.3
    return [
      {
        quantity: 'the farthest point wins',
        ours: Number(margin >= 0),
        plain: Number(longest(last) === farthest),
        allowance: 0,
      },
      ...early.map((length, i) => ({
        quantity: `norm of point ${i}`,
        ours: Math.sqrt(ours.values[i * (rows + 1)] ?? NaN),
        plain: length,
        allowance: 20 * rows * U * 2 ** 12,
      })),
    ];
  },
};

export const wide: readonly Check[] = [
  tippingLead,
  batchNormMap,
  reluDepth,
  oddPoint,
  symmetricRates,
  fallenConjecture,
];
