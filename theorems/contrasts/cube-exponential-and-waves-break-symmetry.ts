import type { Activation } from '../../src/network/activation.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { cos } from '../../src/portable/cos.js';
import { exp } from '../../src/portable/exp.js';
import { sin } from '../../src/portable/sin.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { sphereRates } from '../sphere-rates.js';
import { smoothActivationsBreakSymmetryFrom } from './smooth-activations-break-symmetry-from.js';

/** A batch under full batch normalisation with a function that no network of the catalogue has. */
export interface OtherFunction {
  readonly points: number;
  readonly name: string;
}

/** The sizes at which two kinds of directions are unstable: favouring some points, and balanced. */
export interface Unstable {
  readonly favouring: (points: number) => boolean;
  readonly balanced: (points: number) => boolean;
}

/** The functions, and where each makes the symmetric state unstable. */
export const OTHERS: Readonly<Record<string, Unstable & { readonly at: Activation['at'] }>> = {
  cube: { at: (z) => z * z * z, favouring: (points) => points >= 6, balanced: () => false },
  exponential: { at: exp, favouring: (points) => points >= 7, balanced: () => false },
  cosine: { at: cos, favouring: (points) => points >= 13, balanced: () => false },
  'sine of twice': { at: (z) => sin(2 * z), favouring: () => false, balanced: (points) => points === 4 },
};

/** The conclusion for given sizes, so that false ones can be put in their place. */
export function unstableAt(
  of: (name: string) => Unstable | undefined,
): Pick<DeterministicTheorem<OtherFunction>, 'margins'> {
  return {
    margins: ({ points, name }, layer) => {
      const [said, activation] = [of(name), layer.activate.activation];
      if (said === undefined || activation === undefined) return { 'a function of the list': -1 };
      const { favouring, balanced } = sphereRates(activation, points);
      const margin = (rate: number, unstable: boolean): number => (unstable ? 1 : -1) * (Math.abs(rate) - 1);
      return {
        'favouring directions': margin(favouring, said.favouring(points)),
        'balanced directions': margin(balanced, said.balanced(points)),
      };
    },
  };
}

/** Why: what grows faster than a line gives the far points more than the sphere takes back; a wave of period pi turns what is balanced among four points over. */
export const cubeExponentialAndWavesBreakSymmetry = theorem<OtherFunction>({
  id: 'contrasts/cube-exponential-and-waves-break-symmetry',
  kind: 'limit',
  says: 'Under batch normalisation the cube makes the symmetric state unstable from 6 points on, the exponential from 7 and the cosine from 13, in directions that favour some points; the sine of twice its argument in no batch but of four points, and there in balanced directions.',
  formula: String.raw`\lambda_L \ge 1 \iff n \ge 6, 7, 13\ (z^3, e^z, \cos z);\quad |\lambda_M| \ge 1 \iff \varphi = \sin 2z,\ n = 4`,
  source: observed(
    'rates derived in docs/derivations.md#rates-on-the-sphere, integrated for each n tried; they grow with n, towards 3, (2e-1)/(e-1) and 2/(e-1), which independent normals give',
  ),
  covers: ['contrasts D7'],
  uses: [smoothActivationsBreakSymmetryFrom],
  assumes: {
    '4 to 1024 points': ({ points }) => points >= 4 && points <= 1024,
    'one of these functions': ({ name }) => name in OTHERS,
  },
  layer: ({ name }) => ({ ...batchNormRelu, activate: activate({ name, at: OTHERS[name]?.at ?? (() => NaN) }) }),
  ...unstableAt((name) => OTHERS[name]),
});
