import { kappa } from '../../src/limit/arc-cosine.js';
import { build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import type { WeightLaw } from '../../src/network/weight-law.js';
import { gaussian } from '../../src/network/weights.js';
import type { StreamKey } from '../../src/random/key.js';
import { derived } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { normHasBernsteinTails } from './norm-has-bernstein-tails.js';

/** Two points at a cosine, through one layer. */
export interface WidePair {
  readonly cosine: number;
  readonly width: number;
}

/** e^-3, so that six events fail with probability 0.3. */
const EXPONENT = 3;

/** The cosine of the pair after one layer of that width. NaN if a point is dead. */
export function cosineInOneLayer(
  { cosine, width }: WidePair,
  layer: Layer,
  key: StreamKey,
  weights: WeightLaw = gaussian,
): number {
  const sine = Math.sqrt(1 - cosine * cosine);
  const input = build<'neuron', 'point'>(2, 2, (k, j) => (k === 0 ? (j === 0 ? 1 : cosine) : j === 0 ? 0 : sine));
  const { values } = applyLayer(stagesOf(layer), weights.draw(key, width, 2), input);
  let [inner, first, second] = [0, 0, 0];
  for (let k = 0; k < width; k++) {
    const [x, y] = [values[2 * k] ?? NaN, values[2 * k + 1] ?? NaN];
    inner += x * y;
    first += x * x;
    second += y * y;
  }
  return inner / Math.sqrt(first * second);
}

/** sqrt(12x/d) + 4x/d. */
function spread(width: number): number {
  return Math.sqrt((12 * EXPONENT) / width) + (4 * EXPONENT) / width;
}

/** The event for a given spread, so that a false one can be put in its place. */
export function concentrating(spreadOf: (width: number) => number): Pick<ProbableTheorem<WidePair>, 'event'> {
  return {
    event: (pair, layer, key) => {
      const tau = spreadOf(pair.width);
      return {
        cosine: (2 * tau) / (1 - tau) - Math.abs(cosineInOneLayer(pair, layer, key) - kappa(pair.cosine)),
      };
    },
  };
}

/** Why: both norms and the inner product, over their means, lie within tau of 1 and kappa but for six events of probability e^-x. */
export const cosineConcentrates = theorem<WidePair>({
  id: 'relu-depth/cosine-concentrates',
  kind: 'probable',
  says: 'The cosine of two points after one ReLU layer of width d is within 2 tau/(1 - tau) of its infinite-width value, tau = sqrt(12x/d) + 4x/d, with probability 1 - 6 e^-x.',
  formula: String.raw`P\Big(|\rho' - \kappa(\rho)| \le \tfrac{2\tau}{1-\tau}\Big) \ge 1 - 6e^{-x}\quad (x = 3)`,
  source: derived('docs/derivations.md#relu-norm'),
  covers: ['contrasts C4'],
  uses: [normHasBernsteinTails],
  assumes: {
    'a cosine': ({ cosine }) => cosine >= -1 && cosine <= 1,
    'wide enough to say something': ({ width }) => spread(width) < 1 / 3,
  },
  layer: () => reluAlone,
  probability: 0.7,
  indifference: 0.3,
  ...concentrating(spread),
});
