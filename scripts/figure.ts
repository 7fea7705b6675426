import * as Plot from '@observablehq/plot';
import { gaussian as gaussianBatch } from '../src/batches/generic.js';
import { gramChain } from '../src/chain/gram-chain.js';
import { clusterCosine, crossCosine } from '../src/geometry/cluster.js';
import { normRatio } from '../src/geometry/odd-point.js';
import { twoBlockFixedPoint } from '../src/limit/fixed-point.js';
import { stagesOf } from '../src/network/layer.js';
import { recenterRelu } from '../src/network/layers.js';
import { uniformNetwork } from '../src/network/network.js';
import { gaussian } from '../src/network/weights.js';
import { plotSvg } from '../cli/report/plot-svg.js';
import { derive, rootKey } from '../src/random/key.js';

const POINTS = 32;
const WIDTH = 1024;
const DEPTH = 150;

interface Reading {
  readonly layer: number;
  readonly value: number;
  readonly curve: string;
}

const CURVES = ['norm of the odd point / (n − 1)', 'cosine inside the cluster', 'cosine between the two'] as const;
const COLOURS = ['#d1495b', '#00798c', '#8d6a9f'];

/** The phenomenon in one picture: the curves of one network, and where infinite width puts them (dashed). An SVG document. */
export function phenomenon(): string {
  const stages = stagesOf(recenterRelu);
  const key = rootKey('the picture on the first page');
  const network = uniformNetwork({ stages, width: WIDTH, depth: DEPTH, weights: gaussian });
  const readings: Reading[] = [];
  for (const { layer, factor } of gramChain(
    network,
    gaussianBatch(derive(key, 'batch'), WIDTH, POINTS),
    derive(key, 'weights'),
  )) {
    const values = [normRatio(factor) / (POINTS - 1), clusterCosine(factor).mean, crossCosine(factor).mean];
    CURVES.forEach((curve, i) => readings.push({ layer, value: values[i] ?? NaN, curve }));
  }
  const limit = twoBlockFixedPoint(stages, POINTS);
  if (limit.kind !== 'two-block')
    throw new Error(`phenomenon: needs an odd-point state for ${POINTS} points; came ${limit.kind}.`);
  const levels = [limit.normRatio / (POINTS - 1), limit.clusterCosine, limit.crossCosine];
  return draw(readings, levels);
}

function draw(readings: readonly Reading[], levels: readonly number[]): string {
  const ends = readings.filter(({ layer }) => layer === DEPTH);
  const svg = plotSvg('Norm ratio, cluster cosine and cross cosine of one network, layer by layer', {
    width: 760,
    height: 330,
    marginLeft: 48,
    marginRight: 215,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '12px', background: 'white' },
    x: { label: 'layer', domain: [0, DEPTH] },
    y: { label: null, domain: [0, 1.12], grid: true },
    color: { domain: [...CURVES], range: COLOURS },
    marks: [
      Plot.ruleY(levels, { stroke: (_, i: number) => CURVES[i] ?? '', strokeDasharray: '2 4', strokeOpacity: 0.9 }),
      Plot.line(readings, { x: 'layer', y: 'value', stroke: 'curve', strokeWidth: 1.8 }),
      Plot.text(ends, {
        x: 'layer',
        y: (end: Reading) => labelHeight(end, ends),
        text: 'curve',
        fill: 'curve',
        textAnchor: 'start',
        dx: 8,
        fontWeight: 600,
      }),
    ],
  });
  return `${svg}\n`;
}

/** Where the name of a curve stands: beside its end, or half a line above or below it when another ends as near as that. */
function labelHeight({ value, curve }: Reading, ends: readonly Reading[]): number {
  const near = ends.find((other) => other.curve !== curve && Math.abs(other.value - value) < 0.1);
  if (near === undefined) return value;
  return (value + near.value) / 2 + (value > near.value ? 0.04 : -0.04);
}
