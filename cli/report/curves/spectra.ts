import { gaussian as gaussianBatch } from '../../../src/batches/generic.js';
import { fastChain } from '../../../src/chain/fast-chain.js';
import { spectrum } from '../../../src/geometry/spectrum.js';
import { stagesOf } from '../../../src/network/layer.js';
import { rescaleLinear } from '../../../src/network/layers.js';
import { uniformNetwork } from '../../../src/network/network.js';
import { gaussian } from '../../../src/network/weights.js';
import { derive, type StreamKey } from '../../../src/random/key.js';
import { stationarySpectrum } from '../../../theorems/rescale-linear/stationary-spectrum.js';
import type { Curve } from '../run-document.js';

const [POINTS, SETTLED, DEPTH, EVERY] = [24, 48, 448, 8];

/** Deep in linear layers with rescaling: the eigenvalues, each its mean over many layers, and the quantiles of Marchenko and Pastur. */
export function spectra(key: StreamKey): readonly Curve[] {
  const ratios = [1 / 4, 1 / 16];
  return [
    {
      name: 'The spectrum that rescaling alone keeps',
      says: `Eigenvalues of the Gram matrix over their mean, smallest first, of ${POINTS} points deep in linear layers with rescaling: means over layers ${SETTLED} to ${DEPTH}, against the quantiles of the Marchenko-Pastur law of ratio y = n²/(4d).`,
      claims: [stationarySpectrum.id],
      x: { label: 'quantile', scale: 'linear' },
      y: { label: 'eigenvalue over mean', scale: 'linear' },
      series: ratios.flatMap((ratio): Curve['series'] => {
        const width = (POINTS * POINTS) / (4 * ratio);
        const values = eigenvalues(width, derive(key, width));
        const quantile = marchenkoPasturQuantile(ratio);
        const at = Array.from({ length: 49 }, (_, k) => (k + 0.5) / 49);
        return [
          { name: `y = ${ratio}`, kind: 'predicted', points: at.map((p) => [p, quantile(p)]) },
          {
            name: `width ${width}, y = ${ratio}`,
            kind: 'measured',
            points: values.map((value, k) => [(k + 0.5) / POINTS, value]),
          },
        ];
      }),
    },
  ];
}

/** Smallest first, of mean 1. */
function eigenvalues(width: number, key: StreamKey): readonly number[] {
  const network = uniformNetwork({ stages: stagesOf(rescaleLinear), width, depth: DEPTH, weights: gaussian });
  const sums = new Float64Array(POINTS);
  let layers = 0;
  const input = gaussianBatch(derive(key, 'batch'), width, POINTS);
  for (const { layer, factor } of fastChain(network, input, derive(key, 'weights'), { every: EVERY })) {
    if (layer < SETTLED) continue;
    layers += 1;
    const squares = spectrum(factor).map((value) => value * value);
    const mean = squares.reduce((sum, value) => sum + value, 0) / POINTS;
    squares.forEach((value, k) => (sums[k] = (sums[k] ?? NaN) + value / mean));
  }
  return [...sums].map((sum) => sum / layers).reverse();
}

/** Strips of the integral: the square roots at both ends cost an error of the order of their number to the power -3/2. */
const STRIPS = 4000;

/** The quantile function of the law of ratio y < 1: density sqrt((b - x)(x - a)) / (2 pi y x) between a and b = (1 ± sqrt y)^2. */
function marchenkoPasturQuantile(ratio: number): (p: number) => number {
  const root = Math.sqrt(ratio);
  const [from, to] = [(1 - root) * (1 - root), (1 + root) * (1 + root)];
  const step = (to - from) / STRIPS;
  let sum = 0;
  const below = Array.from({ length: STRIPS }, (_, k) => {
    const x = from + (k + 0.5) * step;
    return (sum += Math.sqrt((to - x) * (x - from)) / x);
  });
  return (p) => from + (below.findIndex((area) => area >= p * sum) + 1) * step;
}
