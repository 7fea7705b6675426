import { END, GIVEN, HEAD, SOURCE, type Toy } from './toy.js';

export const exists: Toy = {
  imports: ['type Pair'],
  theorem: `import { betweenBlocks, squaredNorm } from '../../src/limit/block-gram.js';
import { symmetricGram } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { conjecture } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';

/** REPLACE: what a configuration is. Plain data, so that a witness can be stored and replayed. */
export interface Pair {
  readonly cosine: number;
}

/** Why: REPLACE by the reason in a line or two. Here: orthogonal points come out with cosine 1/pi. */
export const @name = theorem<Pair>({
  id: '@id',
  kind: 'exists',
${HEAD}
  says: 'Some pair of points gains 0.3 of cosine in a wide ReLU layer, beyond what it has when that is positive.',
  formula: String.raw\`\\exists \\rho:\\ \\kappa(\\rho) \\ge \\max(0, \\rho) + 0.3\`,
${SOURCE}
${END}
  assumes: { 'a cosine': ({ cosine }) => Math.abs(cosine) <= 1 },
  layer: () => reluAlone,
  // REPLACE: one signed number a clause; a witness has none that is negative. Let them grow towards one: the search climbs.
  margins: ({ cosine }, layer) => {
    const { gram } = limitLayer(stagesOf(layer))({ gram: symmetricGram(2, cosine) });
    return { gain: betweenBlocks(gram, 0, 0) / squaredNorm(gram, 0) - Math.max(0, cosine) - 0.3 };
  },
});
`,
  evidence: `import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
@import
import { grid } from '../arbitraries.js';

export default evidence<Pair>({
  theorem: @name,
${GIVEN}
  given: fc.record({ cosine: grid(-1, 1, 0.001) }),
  // REPLACE: evaluations of the search, several times what it needs; the controls are searched as long.
  evaluations: 200,
  // REPLACE: how much of a margin rounding could have made, and why: it counts against a witness.
  allowance: roundoff(() => 16, 'four roundings of the matrix; twelve in kappa'),
  // REPLACE: changes under which there is no witness, at least one, each with the proof or the claim that says so.
  breaks: {
    'no activation': { change: { activate: activate(identity) }, because: 'a wide linear layer keeps cosines' },
  },
});
`,
};
