import { kappa } from '../../src/limit/arc-cosine.js';
import type { Layer } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { cos } from '../../src/portable/cos.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { limitVariance } from './cosine-fluctuates-like-its-delta.js';
import { normIsAMixture } from './norm-is-a-mixture-of-chi-squares.js';

/** Two points of norm 1 at an angle. */
export interface PairAtAngle {
  /** Range: (0, pi). */
  readonly angle: number;
}

const PANELS = 4000;

/** What Simpson's rule leaves of the variance: each moment is 4/pi times an integral of frequencies up to 4, and has at most 14 of weight in all. */
export function leftBySimpson({ angle }: PairAtAngle): number {
  const step = (Math.PI - angle) / PANELS;
  return (14 * (4 / Math.PI) * (Math.PI - angle) * step * step * step * step * 256) / 180;
}

/** E phi(g)^p phi(h)^(4-p) for normals of this angle: the mean 8 of a fourth power of their radius, times a mean over directions. */
function fourthMoment(angle: number, p: number, { activate }: Layer): number {
  const phi = activate.activation?.at ?? (() => NaN);
  const step = (Math.PI - angle) / PANELS;
  let sum = 0;
  for (let k = 0; k <= PANELS; k++) {
    const direction = angle - Math.PI / 2 + k * step; // from here to pi/2 both are positive
    const [g, h] = [phi(cos(direction)), phi(cos(direction - angle))];
    let term = k === 0 || k === PANELS ? 1 : k % 2 === 1 ? 4 : 2;
    for (let i = 0; i < 4; i++) term *= i < p ? g : h;
    sum += term;
  }
  return ((4 / Math.PI) * sum * step) / 3;
}

/** The conclusion for a given closed form, so that a false one can be put in its place. */
export function varianceIs(closed: (cosine: number) => number): Pick<DeterministicTheorem<PairAtAngle>, 'margins'> {
  return {
    margins: ({ angle }, layer) => {
      const [m22, m31, mean] = [fourthMoment(angle, 2, layer), fourthMoment(angle, 3, layer), kappa(cos(angle))];
      const integrated = 4 * m22 - 8 * mean * m31 + mean * mean * (3 + 2 * m22);
      return { 'the integral': -Math.abs(closed(cos(angle)) - integrated) };
    },
  };
}

/** Why: moments of degree four in polar coordinates are 8 times a mean over directions; the delta method combines them. */
export const cosineVarianceIsAMomentIntegral = theorem<PairAtAngle>({
  id: 'relu-depth/cosine-variance-is-a-moment-integral',
  kind: 'limit',
  says: 'The limit of d times the variance of the cosine after a ReLU layer is in closed form at every angle: the moments in it are integrals of sines and cosines over the directions in which both points are positive.',
  formula: String.raw`4M_{22} - 8\kappa M_{31} + \kappa^2(3 + 2M_{22}),\quad M_{pq} = \frac4\pi \int_{\theta - \pi/2}^{\pi/2} \cos^p\varphi \cos^q(\varphi - \theta)\, d\varphi`,
  source: derived('docs/derivations.md#relu-norm'),
  covers: ['contrasts C5'],
  uses: [normIsAMixture],
  assumes: { 'an angle': ({ angle }) => angle > 0 && angle < Math.PI },
  layer: () => reluAlone,
  ...varianceIs(limitVariance),
});
