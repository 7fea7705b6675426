import { BREAKS, END, GIVEN, HEAD, SOURCE, type Toy } from './toy.js';

export const law: Toy = {
  imports: ['chance', 'type OnePoint'],
  theorem: `import { linear } from '../../src/network/layers.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { build } from '../../src/linalg/matrix.js';
import { gaussian } from '../../src/network/weights.js';
import { conjecture } from '../../src/theory/source.js';
import { type Law, theorem } from '../../src/theory/theorem.js';

/** REPLACE: what a configuration is. Plain data, so that a counterexample can be stored and replayed. */
export interface OnePoint {
  readonly coordinates: readonly number[];
}

/** The law of 0 and 1 for a given chance of 1, so that a false one can be put in its place. */
export function chance(of: number): Law<OnePoint> {
  return { of: 'categories', probabilities: () => [1 - of, of] };
}

/** Why: REPLACE by the reason in a line or two. Here: Gaussian weights are symmetric under sign. */
export const @name = theorem<OnePoint>({
  id: '@id',
  kind: 'law',
${HEAD}
  says: 'A linear neuron is positive on a point with probability 1/2, whatever the point is.',
  formula: String.raw\`P(w^\\top x > 0) = \\tfrac12\`,
${SOURCE}
${END}
  assumes: { 'a point off the origin': ({ coordinates }) => coordinates.some((x) => x !== 0) },
  layer: () => linear,
  // REPLACE: the law of what is sampled: categories, continuous, mean or same (src/theory/theorem.ts).
  law: chance(1 / 2),
  // REPLACE: one number, all of its chance from \`key\`.
  sample: ({ coordinates }, layer, key) => {
    const inputs = coordinates.length;
    const point = build<'neuron', 'point'>(inputs, 1, (k) => coordinates[k] ?? NaN);
    const { values } = applyLayer(stagesOf(layer), gaussian.draw(key, 1, inputs), point);
    return (values[0] ?? NaN) > 0 ? 1 : 0;
  },
});
`,
  evidence: `import fc from 'fast-check';
import { recenter } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
@import
import { whole } from '../arbitraries.js';

export default evidence<OnePoint>({
  theorem: @name,
${GIVEN}
  given: fc.record({ coordinates: fc.tuple(whole(1, 9), whole(-9, 9)) }),
  // REPLACE: instances tested, draws of each, and draws of a control.
  instances: 2,
  draws: 400,
  control: 400,
${BREAKS}
  breaks: {
    'recentering a single point': { recenter },
    'a chance of 0.7': { instead: { law: chance(0.7) } },
  },
});
`,
};
