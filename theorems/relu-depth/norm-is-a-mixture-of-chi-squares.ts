import { build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { ChiSquare } from '../../src/random/chi-square.js';
import { derive } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';

/** One point through one layer. */
export interface OnePoint {
  /** Its coordinates, which need not be as many as the neurons. */
  readonly coordinates: readonly number[];
  readonly width: number;
}

/** Chi-square with a random number of degrees: how many of the neurons are on, by a given chance each. */
export function mixture(chance: number): Pick<LawTheorem<OnePoint>, 'law'> {
  return {
    law: {
      of: 'same',
      other: ({ width }, _, key) => {
        const coins = new Stream(derive(key, 0));
        let on = 0;
        for (let k = 0; k < width; k++) if (coins.uniform() < chance) on++;
        return on === 0 ? 0 : new ChiSquare(derive(key, 1)).next(on);
      },
    },
  };
}

/** Why: the pre-activations are independent normals of variance |x|^2/m; each is positive with chance 1/2, whatever its square. */
export const normIsAMixture = theorem<OnePoint>({
  id: 'relu-depth/norm-is-a-mixture-of-chi-squares',
  kind: 'law',
  says: 'The squared norm of a point after one ReLU layer is chi-square with a binomial number of degrees of freedom, in units of its norm before: dead with probability 2^-d, of relative variance 5/d.',
  formula: String.raw`m\,\|\mathrm{relu}(Wx)\|^2 / \|x\|^2 \sim \chi^2_B,\ B \sim \mathrm{Bin}(d, \tfrac12)`,
  source: derived('docs/derivations.md#relu-norm'),
  covers: ['contrasts C3'],
  uses: [],
  assumes: {
    'a point': ({ coordinates }) => coordinates.some((x) => x !== 0),
    'a neuron': ({ width }) => width >= 1,
  },
  layer: () => reluAlone,
  ...mixture(1 / 2),
  sample: ({ coordinates, width }, layer, key) => {
    const inputs = coordinates.length;
    const point = build<'neuron', 'point'>(inputs, 1, (k) => coordinates[k] ?? NaN);
    const after = applyLayer(stagesOf(layer), gaussian.draw(key, width, inputs), point);
    const square = (values: Iterable<number>): number => [...values].reduce((sum, x) => sum + x * x, 0);
    return (inputs * square(after.values)) / square(coordinates);
  },
});
