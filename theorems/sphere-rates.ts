import type { Activation } from '../src/network/activation.js';
import { cos } from '../src/portable/cos.js';
import { power } from '../src/portable/power.js';
import { sin } from '../src/portable/sin.js';

/** The rates of the symmetric state under batch normalisation with a non-linearity, n - 1 and n(n-3)/2 times. */
export interface SphereRates {
  /** Directions that favour some points. */
  readonly favouring: number;
  /** Directions with zero diagonal and zero row sums. */
  readonly balanced: number;
}

const ANGLES = 64;
const PANELS = 160;

/**
 * The rates for any non-linearity, by an integral over the entries of two points in a row on its sphere: Simpson's rule in the
 * colatitude, the trapezoid rule in the angle.
 *
 * Range: at least 4 points. Error: below 1e-6 for smooth functions; 1e-3 for kinked ones, whose kink falls between two angles.
 * Source: derived, docs/derivations.md#rates-on-the-sphere
 */
export function sphereRates({ at: phi }: Activation, points: number): SphereRates {
  const m = points - 1;
  const [root, r] = [Math.sqrt(m), -1 / m];
  const across = Math.sqrt((1 - r) * (1 + r));
  const last = Math.min(Math.PI / 2, 12 / root); // the density falls like exp(-m psi^2 / 2): e^-72 beyond
  let [squares, products, own, pair, exchange] = [0, 0, 0, 0, 0];
  for (let k = 1; k <= PANELS; k++) {
    const colatitude = (k * last) / PANELS;
    const sine = sin(colatitude);
    const density = sine * (m === 3 ? 1 : power(Math.max(0, cos(colatitude)), m - 3));
    const weight = density * (k === PANELS ? 1 : k % 2 === 1 ? 4 : 2);
    for (const [c, s] of DIRECTIONS) {
      const u = root * sine * c;
      const v = root * sine * (r * c + across * s);
      const [f, g] = [phi(u), phi(v)];
      const left = points - u * u - v * v; // the squares of the other points; their sum is -(u + v)
      squares += weight * f * f;
      products += weight * f * g;
      own += weight * f * f * (u * u - (points - u * u) / m);
      pair += weight * f * g * (u * u - left / (points - 2));
      const mean = ((u + v) * (u + v) - left) / ((points - 2) * (points - 3));
      exchange += weight * f * g * (u * v + ((u + v) * (u + v)) / (points - 2) + mean);
    }
  }
  const gap = ((squares - products) * 2 * points) / m;
  return { favouring: (own - 2 * pair) / gap, balanced: (2 * exchange) / gap };
}

const DIRECTIONS = Array.from({ length: ANGLES }, (_, j) => {
  const angle = (2 * Math.PI * (j + 0.5)) / ANGLES;
  return [cos(angle), sin(angle)] as const;
});
