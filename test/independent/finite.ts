import { EigenvalueDecomposition, Matrix, QrDecomposition } from 'ml-matrix';
import fc from 'fast-check';
import { layers } from '../../properties/batches.js';
import { integerPoints } from '../../properties/integer-points.js';
import { whole } from '../../properties/arbitraries.js';
import { orthogonalityGap } from '../../src/geometry/orthogonality-gap.js';
import { isometry, spectrum, stableRank } from '../../src/geometry/spectrum.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu, reluAlone, rescaleLinear } from '../../src/network/layers.js';
import { drawChosen, weightsOf } from '../../theorems/batch-choice.js';
import { batchOf, integerWeights } from '../../theorems/integer-points.js';
import { leastOfOneRelu } from '../../theorems/rank/orthogonal-points-need-few-neurons.js';
import { cappedBy } from '../../theorems/rank/relu-rank-is-capped-by-rays.js';
import { reluCapacity } from '../../src/geometry/relu-capacity.js';
import { normTail } from '../../theorems/relu-depth/norm-has-bernstein-tails.js';
import { weakBranchBalancesFourthMoments } from '../../theorems/rescale-linear/weak-branch-balances-fourth-moments.js';
import { type Check, type Comparison, U } from './check.js';
import { dense, plainGram, plainLayer, plainNormal, plainRank, plainSingular, plainWeights, simpson } from './plain.js';

const SEED = 11;

/**
 * Entries of a batch-normalised ReLU layer. With B the largest sum of |w||x| in a row and s its deviation, each side errs by
 * e = (2d + n + 3) u B before it divides, so by e (1 + sqrt n)/s + (n + 6) sqrt n u after it: both sides, twice that.
 */
const batchNormLayer: Check = {
  claim: 'identities/batch-norm-bounds-every-entry',
  compare: (planted) =>
    fc.sample(fc.record(layers(16)), { numRuns: 40, seed: SEED }).flatMap((choice): readonly Comparison[] => {
      const [batch, weights] = [drawChosen(choice), weightsOf(choice)];
      const { inputs, points } = choice;
      const ours = applyLayer(stagesOf(batchNormRelu), weights, batch);
      const [w, x] = [dense(weights), dense(batch)];
      const how = { centre: true, rescale: true, slope: planted ? 1e-3 : 0 };
      const plain = plainLayer(w, x, how);
      const centredZ = plainLayer(w, x, { centre: true, rescale: false, slope: 1 });
      const sizes = w.clone().abs().mmul(x.clone().abs());
      return Array.from({ length: ours.rows }, (_, k) => {
        const deviation = Math.sqrt(centredZ.getRow(k).reduce((sum, z) => sum + z * z, 0) / points);
        const before = (2 * inputs + points + 3) * U * Math.max(...sizes.getRow(k));
        const root = Math.sqrt(points);
        const differences = plain.getRow(k).map((z, i) => Math.abs(z - (ours.values[k * points + i] ?? NaN)));
        return {
          quantity: `neuron ${k} of ${JSON.stringify(choice)}`,
          ours: Math.max(...differences),
          plain: 0,
          allowance: 2 * ((before * (1 + root)) / deviation + (points + 6) * root * U),
        };
      });
    }),
};

/**
 * The rank over the integers against the numerical rank by SVD, and the cap on it against the rank that 300 Gaussian neurons reach.
 * Whole numbers: no allowance. With integers this small a singular value that is not 0 is far above 1e-9.
 */
const reluRank: Check = {
  claim: 'rank/relu-rank-is-capped-by-rays',
  compare: (planted) =>
    fc
      .sample(fc.record({ ...integerPoints(), width: whole(1, 24), draw: fc.nat() }), { numRuns: 25, seed: SEED })
      .flatMap((layer, run): readonly Comparison[] => {
        const batch = batchOf(layer);
        const bare = { centre: planted, rescale: false, slope: 0 };
        const narrow = plainRank(plainLayer(dense(integerWeights(layer)), dense(batch), bare));
        const wide = plainRank(plainLayer(plainWeights(300, batch.rows, plainNormal(run)), dense(batch), bare));
        const { 'rank to spare': spare = NaN } = cappedBy(reluCapacity).margins(layer, reluAlone);
        const quantity = JSON.stringify(layer);
        return [
          { quantity: `cap of ${quantity}`, ours: reluCapacity(batch), plain: wide, allowance: 0 },
          { quantity: `spare of ${quantity}`, ours: spare, plain: Math.min(layer.width, wide) - narrow, allowance: 0 },
        ];
      }),
};

/** A tall Gaussian batch after a layer with rescaling: its eigenvalues by EVD, its determinant by QR. */
const geometry: Check = {
  claim: 'rescale-linear/rescaling-improves-isometry',
  compare: (planted) =>
    [3, 6, 12].flatMap((points): readonly Comparison[] => {
      const normal = plainNormal(points);
      const [weights, input] = [plainWeights(4 * points, 5, normal), plainWeights(5, points, normal)];
      const mixed = plainWeights(4 * points, points, normal);
      const after = plainLayer(weights, input, { centre: false, rescale: true, slope: planted ? 0.999 : 1 }).add(mixed);
      const ours = { rows: after.rows, cols: points, values: Float64Array.from(after.to1DArray()) };
      const seen = planted
        ? after
            .clone()
            .mul(1 + 1e-9)
            .add(mixed.clone().mul(1e-9))
        : after;
      return comparedGeometry(ours, seen, points);
    }),
};

/** The gram matrix rounds by 4n u of its norm, and the solvers by as much: 40 n u, times the condition for the least eigenvalue. */
function comparedGeometry(
  ours: Parameters<typeof triangularFactor>[0],
  plain: Matrix,
  points: number,
): readonly Comparison[] {
  const values = new EigenvalueDecomposition(plainGram(plain), { assumeSymmetric: true }).realEigenvalues.sort(
    (a, b) => b - a,
  );
  const total = values.reduce((sum, x) => sum + x, 0);
  const shares = values.map((x) => x / total);
  const condition = (values[0] ?? NaN) / (values.at(-1) ?? NaN);
  const pivots = new QrDecomposition(plain).upperTriangularMatrix.diagonal().map(Math.abs);
  const logarithms = pivots.reduce((sum, x) => sum + 2 * Math.log(x), 0);
  const unit = 40 * points * U;
  return [
    {
      quantity: `gap of ${points}`,
      ours: orthogonalityGap(ours),
      plain: Math.sqrt(shares.reduce((sum, x) => sum + (x - 1 / points) ** 2, 0)),
      allowance: unit,
    },
    {
      quantity: `stable rank of ${points}`,
      ours: stableRank(ours),
      plain: total / (values[0] ?? NaN),
      allowance: unit * points,
    },
    {
      quantity: `isometry of ${points}`,
      ours: isometry(ours),
      plain: Math.exp(logarithms / points) / (total / points),
      allowance: unit * condition,
    },
    {
      quantity: `least singular value of ${points}`,
      ours: spectrum(ours).at(-1) ?? NaN,
      plain: Math.sqrt(1 / condition),
      allowance: unit * Math.sqrt(condition),
    },
    {
      quantity: `last pivot of ${points}`,
      ours: triangularFactor(ours).values.at(-1) ?? NaN,
      plain: pivots.at(-1) ?? NaN,
      allowance: unit * (plainSingular(plain)[0] ?? NaN),
    },
  ];
}

/** The chi-square tail by Simpson's rule on its density in y = sqrt x, which is smooth; beyond y = 14 it is below 1e-30. */
function tail(degrees: number, from: number): number {
  const gamma = (half: number): number =>
    half === 0.5 ? Math.sqrt(Math.PI) : half === 1 ? 1 : (half - 1) * gamma(half - 1);
  const scale = 2 / (2 ** (degrees / 2) * gamma(degrees / 2));
  return simpson(Math.sqrt(from), 14, 4000, (y) => scale * y ** (degrees - 1) * Math.exp((-y * y) / 2));
}

function binomial(width: number, on: number): number {
  return Array.from({ length: on }, (_, k) => (width - k) / (k + 1)).reduce((product, x) => product * x, 1);
}

/** Simpson errs by 14/180 (14/4000)^4 = 1.2e-11 times fourth derivatives, which are below 10 here; the weights sum to 1. */
const normTails: Check = {
  claim: 'relu-depth/norm-has-bernstein-tails',
  compare: (planted) =>
    [1, 2, 5, 8].flatMap((width) =>
      [0.3, 1, 2.5].map((level) => {
        let plain = 0;
        for (let on = 1; on <= width; on++) {
          const degrees = planted ? on + 1e-4 : on;
          plain += (binomial(width, on) / 2 ** width) * tail(on, (width * level * degrees) / (2 * on));
        }
        return {
          quantity: `P(N >= ${level}) of ${width}`,
          ours: normTail(width, level, false),
          plain,
          allowance: 2e-10,
        };
      }),
    ),
};

/**
 * The eigenvalue of a neuron after ReLU by the definition: 100,000 normal rows. Off by sqrt(ln(2/level)/2N) of each of two means of
 * numbers in [0, 1] with probability `level` (Hoeffding), 1e-6 here.
 */
const oneNeuron: Check = {
  claim: 'rank/orthogonal-points-need-few-neurons',
  compare: (planted) =>
    [2, 4, 8].map((points) => {
      const [normal, rows] = [plainNormal(points), 100_000];
      let [own, pair] = [0, 0];
      for (let k = 0; k < rows; k++) {
        const y = Array.from({ length: points }, () => Math.max(normal(), planted ? -0.1 : 0));
        const square = y.reduce((sum, x) => sum + x * x, 0);
        if (square === 0) continue;
        own += ((y[0] ?? NaN) * (y[0] ?? NaN)) / square / rows;
        pair += ((y[0] ?? NaN) * (y[1] ?? NaN)) / square / rows;
      }
      const allowance = 2 * Math.sqrt(Math.log(2e6) / (2 * rows));
      return { quantity: `eigenvalue of ${points}`, ours: leastOfOneRelu(points), plain: own - pair, allowance };
    }),
};

/** One layer of the residual branch over all signs, written out: E tr M'^2 by matrices of ml-matrix, rounding d^2 entries of size 1 some 50 times. */
const weakBranch: Check = {
  claim: 'rescale-linear/weak-branch-balances-fourth-moments',
  compare: (planted) => {
    const normal = plainNormal(9);
    return [0, 1, 2].map((run) => {
      const [d, n, g] = [3, 4, 1 / 48];
      const unit = (row: number[]): number[] => {
        const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0) / n);
        return row.map((x) => x / length);
      };
      const rows = Array.from({ length: d }, () => unit(Array.from({ length: n }, normal)));
      let mean = 0;
      for (let signs = 0; signs < 2 ** (d * d); signs++) {
        const sign = (i: number, k: number): number => ((signs >> (i * d + k)) % 2 === 0 ? 1 : -1);
        const next = rows.map((row, i) =>
          unit(row.map((x, j) => x + g * rows.reduce((sum, other, k) => sum + sign(i, k) * (other[j] ?? NaN), 0))),
        );
        const m = new Matrix(next).mmul(new Matrix(next).transpose()).div(n);
        mean += m.mmul(m).trace() / 2 ** (d * d);
      }
      const m = new Matrix(rows).mmul(new Matrix(rows).transpose()).div(n);
      const square = m.mmul(m);
      const diagonals = square.diagonal().reduce((sum, x) => sum + x * x, 0);
      const bracket = d * d - square.trace() - 4 * square.mmul(m).trace() + (planted ? 3.9 : 4) * diagonals;
      const rest = 1400 * d * (d - 1) * (d * g) ** 4;
      const branch = { rows, halvings: 4 };
      const margins = weakBranchBalancesFourthMoments.margins(branch, rescaleLinear);
      return {
        quantity: `run ${run}`,
        ours: margins['up to fourth order'] ?? NaN,
        plain: rest - Math.abs(mean - square.trace() - 2 * g * g * bracket),
        allowance: 100 * d * d * U,
      };
    });
  },
};

export const finite: readonly Check[] = [oneNeuron, weakBranch, batchNormLayer, reluRank, geometry, normTails];
