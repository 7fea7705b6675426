import { gaussian as gaussianBatch } from '../../../src/batches/generic.js';
import { fastChain } from '../../../src/chain/fast-chain.js';
import { clusterCosine, crossCosine } from '../../../src/geometry/cluster.js';
import { normRatio } from '../../../src/geometry/odd-point.js';
import { twoBlockFixedPoint } from '../../../src/limit/fixed-point.js';
import { stagesOf } from '../../../src/network/layer.js';
import { recenterRelu } from '../../../src/network/layers.js';
import { uniformNetwork } from '../../../src/network/network.js';
import { gaussian } from '../../../src/network/weights.js';
import { derive, type StreamKey } from '../../../src/random/key.js';
import { clusterAngleIsThreePiOverN, GAP } from '../../../theorems/recenter-relu/cluster-angle-is-three-pi-over-n.js';
import { clusterTightnessFollowsTheLimit } from '../../../theorems/recenter-relu/cluster-tightness-follows-the-limit.js';
import { oddPointAppears } from '../../../theorems/recenter-relu/odd-point-appears.js';
import { oddPointExistsFromSeven } from '../../../theorems/recenter-relu/odd-point-exists-from-seven.js';
import { oddPointIsNearlyNMinusOneTimesLonger } from '../../../theorems/recenter-relu/odd-point-is-nearly-n-minus-one-times-longer.js';
import {
  CROSS,
  oddPointIsOrthogonalToThirdOrder,
} from '../../../theorems/recenter-relu/odd-point-is-orthogonal-to-third-order.js';
import { oddPointIsFarAndOrthogonal } from '../../../theorems/paper/odd-point-is-far-and-orthogonal.js';
import type { Curve } from '../run-document.js';

/** Batches of which the fixed point at infinite width is computed. */
const SIZES = [7, 8, 10, 12, 16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];
/** Networks of finite width beside it. */
const CHAINS = { points: [16, 24, 32, 48, 64], widths: [256, 1024], depth: 300, settled: 200, every: 10 };

interface Shape {
  readonly normRatio: number;
  readonly clusterGap: number;
  readonly crossCosine: number;
}

/** Norm ratio, cluster and cross cosine of the odd-point state against the number of points: the limit, its expansion, and chains. */
export function oddPointOverN(key: StreamKey): readonly Curve[] {
  const limit = SIZES.flatMap((n) => {
    const end = twoBlockFixedPoint(stagesOf(recenterRelu), n);
    return end.kind === 'two-block' ? [{ n, shape: end }] : [];
  });
  const chains = CHAINS.widths.map((width) => ({
    width,
    ends: CHAINS.points.map((n) => ({ n, shape: endOfChain(n, width, derive(key, width, n)) })),
  }));
  const curve = (
    name: string,
    says: string,
    claims: Curve['claims'],
    label: string,
    read: (shape: Shape) => number,
    expansion: (n: number) => number,
  ): Curve => ({
    name,
    says,
    claims,
    x: { label: 'points n', scale: 'log' },
    y: { label, scale: 'log' },
    series: [
      {
        name: 'infinite width',
        kind: 'predicted',
        points: limit.map(({ n, shape }) => [n, read(shape)]),
      },
      { name: 'asymptote', kind: 'asymptote', points: SIZES.map((n) => [n, expansion(n)]) },
      ...chains.map(({ width, ends }): Curve['series'][number] => ({
        name: `width ${width}`,
        kind: 'measured',
        points: ends.map(({ n, shape }) => [n, read(shape)]),
      })),
    ],
  });
  const measured = `Dots: means over layers ${CHAINS.settled} to ${CHAINS.depth} of one network each.`;
  const both = [oddPointExistsFromSeven.id, oddPointAppears.id, oddPointIsFarAndOrthogonal.id];
  return [
    curve(
      'How far the odd point is',
      `Its norm over that of the others, at the fixed point of infinite width, against n - 1 - (9π²/4)/n. ${measured}`,
      [oddPointIsNearlyNMinusOneTimesLonger.id, ...both],
      'norm ratio',
      (shape) => shape.normRatio,
      (n) => n - 1 - GAP / (2 * n),
    ),
    curve(
      'How tight the cluster is',
      `1 minus the cosine within the cluster, against (9π²/2)/n². ${measured}`,
      [clusterAngleIsThreePiOverN.id, clusterTightnessFollowsTheLimit.id, ...both],
      '1 − cluster cosine',
      (shape) => shape.clusterGap,
      (n) => GAP / (n * n),
    ),
    curve(
      'How orthogonal the odd point is',
      `The cosine between the odd point and the others, against (9π²/2√2)/n³. ${measured}`,
      [oddPointIsOrthogonalToThirdOrder.id, ...both],
      'cross cosine',
      (shape) => shape.crossCosine,
      (n) => CROSS / (n * n * n),
    ),
  ];
}

/** The means over the last layers of one network on Gaussian points. */
function endOfChain(points: number, width: number, key: StreamKey): Shape {
  const { depth, settled, every } = CHAINS;
  const network = uniformNetwork({ stages: stagesOf(recenterRelu), width, depth, weights: gaussian });
  const sum = { normRatio: 0, clusterGap: 0, crossCosine: 0 };
  let layers = 0;
  const input = gaussianBatch(derive(key, 'batch'), width, points);
  for (const { layer, factor } of fastChain(network, input, derive(key, 'weights'), { every })) {
    if (layer < settled) continue;
    layers += 1;
    sum.normRatio += normRatio(factor);
    sum.clusterGap += 1 - clusterCosine(factor).mean;
    sum.crossCosine += crossCosine(factor).mean;
  }
  const { normRatio: ratio, clusterGap, crossCosine: cross } = sum;
  return { normRatio: ratio / layers, clusterGap: clusterGap / layers, crossCosine: cross / layers };
}
