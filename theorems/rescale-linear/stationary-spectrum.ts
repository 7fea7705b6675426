import { spectrum } from '../../src/geometry/spectrum.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { along, meanOf } from '../stationary-chain.js';
import { stationaryGap, type WideForTheBatch } from './stationary-gap.js';

/** Second moment and lower edge of the spectrum of n C. */
export interface Law {
  readonly second: number;
  readonly edge: number;
}

/** Marchenko and Pastur of a given ratio: 1 + y and (1 - sqrt y)^2. */
export function marchenkoPastur(ratio: number): Law {
  const root = 1 - Math.sqrt(ratio);
  return { second: 1 + ratio, edge: root * root };
}

/** The conclusion for a given law, so that a false one can be put in its place. */
export function spectrumNear(
  law: (points: number, width: number) => Law,
): Pick<ProbableTheorem<WideForTheBatch>, 'event'> {
  return {
    event: ({ points, perSquare }, layer, key) => {
      const width = perSquare * points * points;
      const chain = { points, width, settling: 2 * points, depth: 96, every: 8 };
      const [seconds, edges]: [number[], number[]] = [[], []];
      along(chain, layer, key, (factor) => {
        const values = spectrum(factor).map((value) => value * value);
        const mean = values.reduce((sum, value) => sum + value, 0) / points;
        seconds.push(values.reduce((sum, value) => sum + value * value, 0) / points / (mean * mean));
        edges.push((values.at(-1) ?? NaN) / mean);
        return 0;
      });
      const { second, edge } = law(points, width);
      const ratio = (points * points) / (4 * width);
      const lowest = meanOf(edges);
      return {
        'second moment': (5 * ratio) / points + 0.01 - Math.abs(meanOf(seconds) - second),
        'lower edge': Math.min(lowest - edge + 0.02, edge + 0.06 - lowest),
      };
    },
  };
}

/**
 * Why: in the limit the eigenvalues are a diffusion with repulsion whose stationary law z mu(dz) is a semicircle of variance y about
 * 1 + y; that is Marchenko and Pastur. A formal limit, measured.
 */
export const stationarySpectrum = theorem<WideForTheBatch>({
  id: 'rescale-linear/stationary-spectrum',
  kind: 'probable',
  says: 'Deep in linear layers with rescaling the spectrum of 12 to 24 points is Marchenko-Pastur of ratio n^2/(4d), not n/d: its second moment and its lower edge.',
  formula: String.raw`n\,\lambda \sim MP(y),\ y = \tfrac{n^2}{4d}:\quad m_2 = 1 + y,\ n\lambda_{\min} \to (1 - \sqrt y)^2`,
  source: observed(
    '64 points at widths 2048 and 4096, 32 and 16 at 1024: second moments within 3 y/n, edges within 0.03',
  ),
  covers: ['contrasts A9'],
  uses: [stationaryGap],
  assumes: {
    '12 to 24 points': ({ points }) => points >= 12 && points <= 24,
    'n^2 to 2 n^2 neurons': ({ perSquare }) => perSquare >= 1 && perSquare <= 2,
  },
  layer: () => rescaleLinear,
  probability: 0.7,
  indifference: 0.4,
  ...spectrumNear((points, width) => marchenkoPastur((points * points) / (4 * width))),
});
