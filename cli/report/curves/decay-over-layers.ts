import { gaussian as gaussianBatch } from '../../../src/batches/generic.js';
import { nearCollinear } from '../../../src/batches/structured.js';
import { fastChain } from '../../../src/chain/fast-chain.js';
import { clusterCosine } from '../../../src/geometry/cluster.js';
import { orthogonalityGap } from '../../../src/geometry/orthogonality-gap.js';
import { kappaGap } from '../../../src/limit/arc-cosine.js';
import { twoBlockFixedPoint, twoBlockGram, twoBlockShape } from '../../../src/limit/fixed-point.js';
import { limitLayer } from '../../../src/limit/limit-map.js';
import type { Batch } from '../../../src/linalg/matrix.js';
import { type Layer, stagesOf } from '../../../src/network/layer.js';
import { recenterRelu, reluAlone, rescaleLinear } from '../../../src/network/layers.js';
import { type LayerState, uniformNetwork } from '../../../src/network/network.js';
import { gaussian } from '../../../src/network/weights.js';
import { exp } from '../../../src/portable/exp.js';
import { log } from '../../../src/portable/log.js';
import { derive, type StreamKey } from '../../../src/random/key.js';
import { reluAloneCollapses } from '../../../theorems/contrasts/relu-alone-collapses.js';
import { simplifiedModelShowsTheEvolution } from '../../../theorems/paper/simplified-model-shows-the-evolution.js';
import { indicativeModelIsExact } from '../../../theorems/recenter-relu/indicative-model-is-exact.js';
import { oddPointSettlesWithinNLayers } from '../../../theorems/recenter-relu/odd-point-settles-within-n-layers.js';
import { angleShrinksByItsSquare } from '../../../theorems/relu-depth/angle-shrinks-by-its-square.js';
import { cosineGapDecaysQuadratically } from '../../../theorems/relu-depth/cosine-gap-decays-quadratically.js';
import { orthogonalityReturns } from '../../../theorems/rescale-linear/orthogonality-returns-at-n-over-n-plus-two.js';
import { balance, stationaryGap } from '../../../theorems/rescale-linear/stationary-gap.js';
import type { Curve } from '../run-document.js';

type Series = Curve['series'][number];

/** Differences below this are rounding. */
const ROUNDING = 1e-11;

/** How batches come to where they end, layer by layer: the odd-point state, one direction, and orthogonality. */
export function decayOverLayers(key: StreamKey): readonly Curve[] {
  return [towardsTheOddPoint(), towardsOneDirection(derive(key, 'relu')), towardsOrthogonality(derive(key, 'rescale'))];
}

/** The indicative model from one point twice as long as the others, and the slope that its contraction gives. */
function towardsTheOddPoint(): Curve {
  const layer = limitLayer(stagesOf(recenterRelu));
  const series = [10, 16, 32].flatMap((n): readonly Series[] => {
    const end = twoBlockFixedPoint(stagesOf(recenterRelu), n);
    if (end.kind !== 'two-block') return [];
    let gram = twoBlockGram(n, 1, { normRatio: n / 2, clusterCosine: 0.9, crossCosine: 0.1, oddCosine: 1 });
    const points: [number, number][] = [];
    for (let t = 0; t <= 300; t++) {
      const left = Math.abs(twoBlockShape(gram).clusterGap / end.clusterGap - 1);
      if (t % 6 === 0 && left > ROUNDING) points.push([t, left]);
      gram = layer({ gram }).gram;
    }
    // Through a point half-way, where other directions have died.
    const [from = 0, left = NaN] = points[Math.floor(points.length / 2)] ?? [];
    const slope = log(end.contraction);
    const line = points.map(([t]) => [t, left * exp(slope * (t - from))] as const);
    return [
      { name: `n = ${n}`, kind: 'measured', points },
      { name: `n = ${n}, predicted`, kind: 'predicted', points: line },
    ];
  });
  return {
    name: 'On the way to the odd-point state',
    says: 'At infinite width, from one point n/2 times as long as the others: how far 1 − cluster cosine is from where it ends, relatively. Lines: the slope that the derivative at the end predicts.',
    claims: [oddPointSettlesWithinNLayers.id, indicativeModelIsExact.id, simplifiedModelShowsTheEvolution.id],
    x: { label: 'layer', scale: 'linear' },
    y: { label: 'relative distance', scale: 'log' },
    series,
  };
}

/** ReLU alone: 1 - cosine falls like 9 pi^2 / (2 t^2). */
function towardsOneDirection(key: StreamKey): Curve {
  const depth = 512;
  const looked = Array.from({ length: 19 }, (_, k) => Math.round(exp((k * log(depth)) / 18)));
  const at = [...new Set(looked)];
  let gap = 1;
  const limit: [number, number][] = [];
  for (let t = 1; t <= depth; t++) {
    gap = kappaGap(gap);
    if (at.includes(t)) limit.push([t, gap]);
  }
  const width = 2048;
  const chain = alongChain(
    reluAlone,
    gaussianBatch(derive(key, 'batch'), width, 8),
    width,
    depth,
    derive(key, 'weights'),
  );
  const measured = chain.flatMap(({ layer, factor }): [number, number][] =>
    at.includes(layer) ? [[layer, 1 - clusterCosine(factor).mean]] : [],
  );
  return {
    name: 'ReLU alone: towards one direction',
    says: `1 − cosine of points that begin orthogonal: the map of infinite width, 9π²/(2t²), and the mean over the pairs of 7 of 8 points in a network of width ${width}.`,
    claims: [reluAloneCollapses.id, cosineGapDecaysQuadratically.id, angleShrinksByItsSquare.id],
    x: { label: 'layer t', scale: 'log' },
    y: { label: '1 − cosine', scale: 'log' },
    series: [
      { name: 'infinite width', kind: 'predicted', points: limit },
      { name: '9π²/(2t²)', kind: 'asymptote', points: limit.map(([t]) => [t, (4.5 * Math.PI * Math.PI) / (t * t)]) },
      { name: `width ${width}`, kind: 'measured', points: measured },
    ],
  };
}

/** Rescaling alone: the orthogonality gap shrinks by n/(n+2) a layer, down to where the width stops it. */
function towardsOrthogonality(key: StreamKey): Curve {
  const [points, width, depth] = [8, 4096, 120];
  const input = nearCollinear(0.3)(derive(key, 'batch'), width, points);
  const chain = alongChain(rescaleLinear, input, width, depth, derive(key, 'weights'));
  const measured = chain.flatMap(({ layer, factor }): [number, number][] =>
    layer % 2 === 0 ? [[layer, orthogonalityGap(factor)]] : [],
  );
  const rate = points / (points + 2);
  const floor = Math.sqrt(balance(points, width, rate));
  // Through the measured gap where the batch is near orthogonality and the floor far.
  const [from = 0, near = NaN] = measured.find(([, gap]) => gap < 0.25) ?? [];
  const line = measured
    .map(([t]) => [t, near * exp((t - from) * log(rate))] as const)
    .filter(([t, gap]) => t >= from && gap > floor);
  return {
    name: 'Rescaling alone: towards orthogonality',
    says: `The orthogonality gap of ${points} nearly parallel points in linear layers of width ${width}: near orthogonality it falls by n/(n+2) a layer, until it meets the level that the width keeps up.`,
    claims: [orthogonalityReturns.id, stationaryGap.id],
    x: { label: 'layer', scale: 'linear' },
    y: { label: 'orthogonality gap', scale: 'log' },
    series: [
      { name: 'rate n/(n+2)', kind: 'predicted', points: line },
      { name: 'level', kind: 'asymptote', points: [[0, floor], [depth, floor]] }, // prettier-ignore
      { name: `width ${width}`, kind: 'measured', points: measured },
    ],
  };
}

function alongChain(layer: Layer, input: Batch, width: number, depth: number, key: StreamKey): readonly LayerState[] {
  const network = uniformNetwork({ stages: stagesOf(layer), width, depth, weights: gaussian });
  return [...fastChain(network, input, key, { every: 1 })];
}
