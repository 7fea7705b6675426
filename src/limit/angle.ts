const HALF_PI_HIGH = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;

/** arcsin(x) for |x| <= 1/2. Source: FreeBSD msun, e_asin.c (x + x^3 R(x^2), R of degree (5, 4)). */
function arcsine(x: number): number {
  const z = x * x;
  let p = 3.4793310759602116757e-5;
  p = p * z + 7.91534994289814532176e-4;
  p = p * z - 4.00555345006794114027e-2;
  p = p * z + 2.01212532134862925881e-1;
  p = p * z - 3.25565818622400915405e-1;
  p = p * z + 1.66666666666666657415e-1;
  let q = 7.70381505559019352791e-2;
  q = q * z - 6.8828397160545329303e-1;
  q = q * z + 2.02094576023350569471;
  q = q * z - 2.40339491173441421878;
  q = q * z + 1;
  return x + x * ((z * p) / q);
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
