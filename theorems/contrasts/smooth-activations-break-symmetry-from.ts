import type { Activation } from '../../src/network/activation.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { parseActivation } from '../../src/network/parse-activation.js';
import { activate } from '../../src/network/stages.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { sphereRates } from '../sphere-rates.js';
import { steepPowersBreakSymmetry } from './steep-powers-break-symmetry.js';

/** A batch under full batch normalisation with a non-linearity of the catalogue. */
export interface SmoothActivation {
  readonly points: number;
  /** As `parseActivation` reads it. */
  readonly activation: string;
}

/** The smallest batch whose symmetric state a non-linearity makes unstable; Infinity for none up to 1024. */
export const BREAKS_FROM: Readonly<Record<string, number>> = {
  square: 8,
  silu: 26,
  gelu: 39,
  softplus: 43,
  tanh: Infinity,
  sigmoid: Infinity,
  elu: Infinity,
  sin: Infinity,
  identity: Infinity,
};

/** The conclusion for given smallest batches and rates, so that false ones can be put in their place. */
export function breakingFrom(
  smallest: (activation: string) => number,
  ratesOf: typeof sphereRates = sphereRates,
): Pick<DeterministicTheorem<SmoothActivation>, 'margins'> {
  return {
    margins: ({ points, activation: name }, layer) => {
      const activation: Activation | undefined = layer.activate.activation;
      if (activation === undefined) return { 'a non-linearity': -1 };
      const { favouring, balanced } = ratesOf(activation, points);
      const linear = (points - 1) / (points + 1);
      return {
        'favouring directions': points < smallest(name) ? 1 - favouring : favouring - 1,
        'balanced directions contract': 1 - Math.abs(balanced),
        'without one both rates are (n-1)/(n+1)':
          name === 'identity' ? 2e-6 - Math.max(Math.abs(favouring - linear), Math.abs(balanced - linear)) : 0,
      };
    },
  };
}

/** Why: the sphere takes back 2/(n+1) of what a row gains; a function that grows faster than its mean at the far end, as convex ones do, gains more in a large batch. */
export const smoothActivationsBreakSymmetryFrom = theorem<SmoothActivation>({
  id: 'contrasts/smooth-activations-break-symmetry-from',
  kind: 'limit',
  says: 'Under batch normalisation the symmetric state is stable for tanh, sigmoid, ELU and sine at every batch from 4 to 1024 points, but SiLU makes it unstable from 26 points on, GELU from 39, softplus from 43 and the square from 8.',
  formula: String.raw`\lambda_L < 1 \iff n < n_\varphi,\quad n_\varphi = 8, 26, 39, 43\ (z^2, \text{SiLU}, \text{GELU}, \text{softplus}),\ \infty\ (\tanh, \sigma, \text{ELU}, \sin)`,
  source: observed(
    'rates derived in docs/derivations.md#rates-on-the-sphere, integrated for each n tried; up to 1024 points every n was',
  ),
  covers: ['contrasts D7', 'contrasts L3'],
  uses: [steepPowersBreakSymmetry],
  assumes: {
    '4 to 1024 points': ({ points }) => points >= 4 && points <= 1024,
    'one of these functions': ({ activation }) => activation in BREAKS_FROM,
  },
  layer: ({ activation }) => ({ ...batchNormRelu, activate: activate(parseActivation(activation)) }),
  ...breakingFrom((activation) => BREAKS_FROM[activation] ?? NaN),
});
