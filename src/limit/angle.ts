import { asinTail } from '../portable/acos.js';

const HALF_PI_HIGH = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;

/** arcsin(x) for |x| <= 1/2. */
function arcsine(x: number): number {
  const z = x * x;
  return x + x * z * asinTail(z);
}

/**
 * The angle in [0, pi/2] whose cosine is 1 - `gap`, to full relative accuracy however small the gap.
 *
 * Range: gap in [0, 1]; NaN outside.
 */
export function angleOfGap(gap: number): number {
  if (!(gap >= 0 && gap <= 1)) return NaN;
  if (gap <= 0.5) return 2 * arcsine(Math.sqrt(gap / 2));
  return HALF_PI_HIGH - (arcsine(1 - gap) - HALF_PI_LOW); // 1 - gap is exact here
}

/**
 * sin a - a cos a for the angle of `angleOfGap`, to full relative accuracy: a^3/3 for a small one.
 *
 * Below 1 by its Taylor series to a^19 (remainder 1e-18 of the sum), because the difference cancels; above, by the difference.
 */
export function sineExcess(angle: number, gap: number): number {
  if (angle > 1) return Math.sqrt(gap * (2 - gap)) - angle * (1 - gap);
  const z = angle * angle;
  let series = 1 / 6758061133824000;
  series = 1 / 22230464256000 - z * series;
  series = 1 / 93405312000 - z * series;
  series = 1 / 518918400 - z * series;
  series = 1 / 3991680 - z * series;
  series = 1 / 45360 - z * series;
  series = 1 / 840 - z * series;
  series = 1 / 30 - z * series;
  series = 1 / 3 - z * series;
  return angle * z * series;
}
