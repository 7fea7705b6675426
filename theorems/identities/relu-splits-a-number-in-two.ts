import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { through } from '../row.js';

/** The number `digits` times ten to the `decade`. */
export interface Decimal {
  readonly digits: number;
  readonly decade: number;
}

/** Its double, correctly rounded. */
export function valueOf({ digits, decade }: Decimal): number {
  return Number(`${digits}e${decade}`);
}

/** Why: one of relu(z) and relu(-z) is |z| and the other 0, so that no operation rounds. */
export const reluSplitsANumberInTwo = theorem<Decimal>({
  id: 'identities/relu-splits-a-number-in-two',
  kind: 'exact',
  says: 'ReLU splits a number into its positive and its negative part: their difference is the number, their sum its magnitude.',
  formula: String.raw`\mathrm{relu}(z) - \mathrm{relu}(-z) = z,\ \mathrm{relu}(z) + \mathrm{relu}(-z) = |z|,\ \mathrm{relu}(z) = \tfrac12 (z + |z|)`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F8'],
  uses: [],
  assumes: { 'twice the number is finite': (decimal) => Number.isFinite(2 * valueOf(decimal)) },
  layer: () => reluAlone,
  margins: (decimal, layer) => {
    const z = valueOf(decimal);
    const [above = NaN, below = NaN] = through([layer.activate], Float64Array.of(z, -z));
    return {
      difference: -Math.abs(above - below - z),
      sum: -Math.abs(above + below - Math.abs(z)),
      half: -Math.abs(above - (z + Math.abs(z)) / 2),
    };
  },
});
