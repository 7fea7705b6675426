import { BREAKS, END, GIVEN, HEAD, SOURCE, type Toy } from './toy.js';

export const exact: Toy = {
  imports: ['type Numbers'],
  theorem: `import { reluAlone } from '../../src/network/layers.js';
import { conjecture } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { through } from '../row.js';

/** REPLACE: what a configuration is. Plain data, so that a counterexample can be stored and replayed. */
export interface Numbers {
  readonly numbers: readonly number[];
}

/** Why: REPLACE by the reason in a line or two. Here: max(x, 0) is at least 0. */
export const @name = theorem<Numbers>({
  id: '@id',
  kind: 'exact',
${HEAD}
  says: 'ReLU leaves no negative number.',
  formula: String.raw\`\\mathrm{relu}(x) \\ge 0\`,
${SOURCE}
${END}
  assumes: { 'at least one number': ({ numbers }) => numbers.length >= 1 },
  layer: () => reluAlone,
  // REPLACE: one signed number a clause, negative exactly when the clause is false.
  margins: ({ numbers }, layer) => {
    const after = through([layer.activate], Float64Array.from(numbers));
    return { 'smallest number': Math.min(...after) };
  },
});
`,
  evidence: `import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
@import
import { whole } from '../arbitraries.js';

export default evidence<Numbers>({
  theorem: @name,
${GIVEN}
  given: fc.record({ numbers: fc.array(whole(-9, 9), { minLength: 1, maxLength: 8 }) }),
  cases: 200,
  // REPLACE: how far rounding may push a margin below 0, and why: exactly, roundoff or remainder.
  allowance: exactly('max(x, 0) does not round'),
  // REPLACE: kinds of configurations that must be visited, in one of a hundred cases each.
  regimes: { 'a negative number': ({ numbers }) => numbers.some((x) => x < 0) },
${BREAKS}
  breaks: { 'no activation': { activate: activate(identity) } },
});
`,
};
