import { spectrum } from '../../src/geometry/spectrum.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { along, meanOf } from '../stationary-chain.js';
import { stationaryGap, type WideForTheBatch } from './stationary-gap.js';

/** Second and third moment and both edges of the spectrum of n C. */
export interface Law {
  readonly second: number;
  readonly third: number;
  readonly edge: number;
  readonly upper: number;
}

/** Marchenko and Pastur of a given ratio: 1 + y, 1 + 3y + y^2 and (1 -+ sqrt y)^2. */
export function marchenkoPastur(ratio: number): Law {
  const root = Math.sqrt(ratio);
  return {
    second: 1 + ratio,
    third: 1 + 3 * ratio + ratio * ratio,
    edge: (1 - root) * (1 - root),
    upper: (1 + root) * (1 + root),
  };
}

/** The conclusion for a given law, so that a false one can be put in its place. */
export function spectrumNear(
  law: (points: number, width: number) => Law,
): Pick<ProbableTheorem<WideForTheBatch>, 'event'> {
  return {
    event: ({ points, perSquare }, layer, key) => {
      const width = perSquare * points * points;
      const chain = { points, width, settling: 2 * points, depth: 96, every: 8 };
      const [seconds, thirds, edges, uppers]: [number[], number[], number[], number[]] = [[], [], [], []];
      along(chain, layer, key, (factor) => {
        const values = spectrum(factor).map((value) => value * value);
        const mean = values.reduce((sum, value) => sum + value, 0) / points;
        seconds.push(values.reduce((sum, value) => sum + value * value, 0) / points / (mean * mean));
        thirds.push(values.reduce((sum, value) => sum + value * value * value, 0) / points / (mean * mean * mean));
        edges.push((values.at(-1) ?? NaN) / mean);
        uppers.push((values[0] ?? NaN) / mean);
        return 0;
      });
      const { second, third, edge, upper } = law(points, width);
      const ratio = (points * points) / (4 * width);
      const lowest = meanOf(edges);
      return {
        'second moment': (5 * ratio) / points + 0.01 - Math.abs(meanOf(seconds) - second),
        'third moment': (14 * ratio) / points + 0.04 - Math.abs(meanOf(thirds) - third),
        'lower edge': Math.min(lowest - edge + 0.02, edge + 0.06 - lowest),
        'upper edge': Math.min(meanOf(uppers) - upper + 4.2 / points, upper + 0.05 - meanOf(uppers)),
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
  says: 'Deep in linear layers with rescaling the spectrum of 8 to 24 points is Marchenko-Pastur of ratio n^2/(4d), not n/d: its second and third moment and both of its edges.',
  formula: String.raw`n\,\lambda \sim MP(y),\ y = \tfrac{n^2}{4d}:\quad m_2 = 1 + y,\ m_3 = 1 + 3y + y^2,\ n\lambda_{\min,\max} \to (1 \mp \sqrt y)^2`,
  source: observed(
    '64 points at widths 2048 and 4096, 32 and 16 at 1024: second moments within 3 y/n, third within 9 y/n, lower edges within 0.03, the upper ones 2.5/n too low at most; 8 and 10 points at width n^2: 39 of 40 within the bounds here, of four points 11 of 20',
  ),
  covers: ['contrasts A9'],
  uses: [stationaryGap],
  assumes: {
    '8 to 24 points': ({ points }) => points >= 8 && points <= 24,
    'n^2 to 2 n^2 neurons': ({ perSquare }) => perSquare >= 1 && perSquare <= 2,
  },
  layer: () => rescaleLinear,
  probability: 0.7,
  indifference: 0.4,
  ...spectrumNear((points, width) => marchenkoPastur((points * points) / (4 * width))),
});
