import { kappa } from '../../src/limit/arc-cosine.js';
import { build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { derived } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { WidePair } from './cosine-concentrates.js';
import { squaredMoment } from './cosine-fluctuates-like-its-delta.js';
import { normHasBernsteinTails } from './norm-has-bernstein-tails.js';

/** e^-2 on each side. */
const EXPONENT = 2;

/** The event with both deviations times a factor, so that false ones can be put in their place. */
export function innerWithin(factor: number): Pick<ProbableTheorem<WidePair>, 'event'> {
  return {
    event: ({ cosine, width }, layer, key) => {
      const sine = Math.sqrt(1 - cosine * cosine);
      const input = build<'neuron', 'point'>(2, 2, (k, j) => (k === 0 ? (j === 0 ? 1 : cosine) : j === 0 ? 0 : sine));
      const { values } = applyLayer(stagesOf(layer), gaussian.draw(key, width, 2), input);
      let inner = 0;
      for (let k = 0; k < width; k++) inner += (values[2 * k] ?? NaN) * (values[2 * k + 1] ?? NaN);
      const off = (4 * inner) / width - kappa(cosine); // weights have variance 1/2 for two inputs
      return {
        above: factor * (Math.sqrt((12 * EXPONENT) / width) + (4 * EXPONENT) / width) - off,
        below: off + factor * Math.sqrt((8 * squaredMoment(cosine) * EXPONENT) / width),
      };
    },
  };
}

/** Why: the summands 2 relu(g) relu(h) have the moments of the norm's at most, and are not negative: below, their second moment 4 M22 is enough. */
export const innerProductConcentrates = theorem<WidePair>({
  id: 'relu-depth/inner-product-concentrates',
  kind: 'probable',
  says: 'The inner product of two points after one ReLU layer of width d, relative to their norms before, is at most sqrt(12x/d) + 4x/d above kappa and at most sqrt(8 M22 x/d) below it, but for a probability of 2 e^-x.',
  formula: String.raw`P\Big(S - \kappa \ge \sqrt{\tfrac{12x}d} + \tfrac{4x}d\Big) \le e^{-x},\quad P(S \le \kappa - t) \le e^{-dt^2/(8M_{22})}\quad (x = 2)`,
  source: derived('docs/derivations.md#relu-norm'),
  covers: ['contrasts C4'],
  uses: [normHasBernsteinTails],
  assumes: {
    'a cosine': ({ cosine }) => cosine > -1 && cosine <= 1,
    'a neuron': ({ width }) => width >= 1,
  },
  layer: () => reluAlone,
  probability: 0.72,
  indifference: 0.3,
  ...innerWithin(1),
});
