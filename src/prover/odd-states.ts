import { Interval } from '../interval/interval.js';
import { twoBlockFixedPoint } from '../limit/fixed-point.js';
import { spectrum } from '../limit/spectrum.js';
import { recenterRelu } from '../network/layers.js';
import { stagesOf } from '../network/layer.js';
import { digitsOf } from './digits.js';
import { fixedAngle, groupsAt } from './group-angle.js';

/** Where the angle of the stable state lies: 3 pi/n for large n, and below the fold where the two odd states meet. */
function bracket(points: number): readonly [number, number] {
  return [3 / points, points < 9 ? 1.35 : 9.6 / points];
}

/** More decimals for smaller numbers, so that significant ones are left. */
function decimalsOf(x: Interval): number {
  let decimals = 12;
  for (let size = x.lo; size < 0.1; size *= 10) decimals++;
  return decimals;
}

/** The odd-point state of n points, by the digits of its numbers. The radius comes from the spectrum of the whole layer, in doubles. */
function proveOddState(points: number) {
  const angle = fixedAngle(1, points - 1, ...bracket(points));
  const { gap, short, cross } = groupsAt(angle, 1, points - 1);
  const end = twoBlockFixedPoint(stagesOf(recenterRelu), points);
  if (end.kind !== 'two-block') throw new RangeError(`odd state: found none at infinite width of ${points} points.`);
  const { spectralRadius } = spectrum(stagesOf(recenterRelu), end.gram);
  return {
    points,
    angle: digitsOf(angle, decimalsOf(angle)),
    short: digitsOf(short, 12),
    rho: digitsOf(Interval.of(1).minus(gap), 12),
    tau: digitsOf(cross, Math.max(12, decimalsOf(cross))),
    radius: digitsOf(Interval.of(spectralRadius), 9),
  };
}

/** The limit of z, where the angle is 3 pi (1 - 1/n + z/n^2)/n: as far as doubles at a large n tell it. */
function limitOfTail(): string {
  const z = (points: number): number => {
    const angle = fixedAngle(1, points - 1, ...bracket(points)).middle;
    return (((angle * points) / (3 * Math.PI) - 1) * points + 1) * points;
  };
  // Its error is of order 1/n: one step of Richardson's extrapolation.
  const [near, far] = [z(1 << 10), z(1 << 11)];
  return digitsOf(Interval.of(2 * far - near), 2);
}

export function proveOddStates() {
  return { states: Array.from({ length: 1018 }, (_, i) => proveOddState(i + 7)) };
}

export function proveOddTail() {
  return { limit: limitOfTail() };
}
