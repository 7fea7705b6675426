import { BREAKS, END, GIVEN, HEAD, SOURCE, type Toy } from './toy.js';

export const probable: Toy = {
  imports: ['type OneLayer'],
  theorem: `import { build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { conjecture } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';

/** REPLACE: what a configuration is. Plain data, so that a counterexample can be stored and replayed. */
export interface OneLayer {
  readonly width: number;
}

/** Why: REPLACE by the reason in a line or two. Here: each neuron is off for a point with probability 1/2. */
export const @name = theorem<OneLayer>({
  id: '@id',
  kind: 'probable',
${HEAD}
  says: 'A ReLU layer of 8 to 32 neurons leaves a point alive: one neuron or more is on.',
  formula: String.raw\`P(\\mathrm{relu}(Wx) \\ne 0) \\ge 0.9\`,
${SOURCE}
${END}
  assumes: { '8 to 32 neurons': ({ width }) => width >= 8 && width <= 32 },
  layer: () => reluAlone,
  // REPLACE: P(event) >= probability is claimed, and P(event) > probability - indifference is certified.
  probability: 0.9,
  indifference: 0.2,
  // REPLACE: one draw of everything random, all of it from \`key\`; the event is that no margin is negative.
  event: ({ width }, layer, key) => {
    const point = build<'neuron', 'point'>(1, 1, () => 1);
    const { values } = applyLayer(stagesOf(layer), gaussian.draw(key, width, 1), point);
    return { alive: values.some((x) => x > 0) ? 1 : -1 };
  },
});
`,
  evidence: `import fc from 'fast-check';
import { recenter } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
@import
import { whole } from '../arbitraries.js';

export default evidence<OneLayer>({
  theorem: @name,
${GIVEN}
  given: fc.record({ width: whole(8, 32) }),
  // REPLACE: draws over the domain, instances tested one by one, draws of each, and draws of a control.
  pooled: 120,
  instances: 1,
  draws: 120,
  control: 60,
  // REPLACE: kinds of configurations that must be visited, in one of a hundred cases each.
  regimes: { 'eight neurons': ({ width }) => width === 8 },
${BREAKS}
  breaks: { 'recentering a single point': { recenter } },
});
`,
};
