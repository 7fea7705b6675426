import { acos } from '../../src/portable/acos.js';
import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { RATE } from '../contrasts/relu-alone-collapses.js';
import { angleOfTwins, twinsAfter } from '../pair-of-points.js';

export interface Angle {
  /** In (0, pi]. */
  readonly angle: number;
}

/** What lies between 1/theta' - 1/theta - b and theta: bounds of the quotient. */
export interface Curvature {
  readonly least: number;
  /** Up to pi/2. */
  readonly mostAcute: number;
  /** Up to pi. */
  readonly most: number;
  /** Largest excess over `least` theta, divided by theta^2. */
  readonly second: number;
}

/** 3 b^2/2 at 0, and the values at both ends pi/2 and pi, where theta' is acos(1/pi) and pi/2. */
export const CURVATURE: Curvature = {
  least: 1.5 * RATE * RATE,
  mostAcute: (1 / acos(1 / Math.PI) - 2 / Math.PI - RATE) / (Math.PI / 2),
  most: (2 / Math.PI - 1 / Math.PI - RATE) / Math.PI,
  second: 1 / 60,
};

/** The conclusion for given bounds, so that false ones can be put in their place. */
export function curvedBetween(bounds: Curvature): Pick<DeterministicTheorem<Angle>, 'margins'> {
  return {
    margins: ({ angle }, layer) => {
      const change = 1 / angleOfTwins(twinsAfter(layer, angle, 1)) - 1 / angle - RATE;
      return {
        'at least': change - bounds.least * angle,
        'at most': (angle <= Math.PI / 2 ? bounds.mostAcute : bounds.most) * angle - change,
        'at most to second order': bounds.least * angle + bounds.second * angle * angle - change,
      };
    },
  };
}

/** Why: theta' = theta - b theta^2 - (b^2/2) theta^3 + O(theta^4), b = 1/(3 pi); the quotient grows from 3 b^2/2 at 0 to its value at pi. */
export const angleShrinksByItsSquare = theorem<Angle>({
  id: 'relu-depth/angle-shrinks-by-its-square',
  kind: 'limit',
  says: 'A wide ReLU layer adds 1/(3 pi) to the reciprocal of every angle, and a little more: between 3 b^2/2 and 2/(3 pi^2) times the angle.',
  formula: String.raw`\tfrac32 b^2 \theta \le \tfrac1{\theta'} - \tfrac1\theta - b \le \min\big(k\theta,\ \tfrac32 b^2\theta + \tfrac1{60}\theta^2\big),\ k = \tfrac{2}{3\pi^2}\ (0.03776 \text{ for } \theta \le \tfrac\pi2)`,
  source: derived('docs/derivations.md#relu-depth'),
  covers: ['contrasts C2'],
  uses: [],
  assumes: { 'an angle in (0, pi]': ({ angle }) => angle > 0 && angle <= Math.PI },
  layer: () => reluAlone,
  ...curvedBetween(CURVATURE),
});
