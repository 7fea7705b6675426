/** pi/2 as a sum of two doubles. */
const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;

/**
 * The angle in [0, pi] whose cosine is r, from + - * / sqrt only, so that every engine gives the same bits.
 *
 * Error below 0.9 ulp, also where r is close to 1 and the angle small. NaN outside [-1, 1].
 * Source: acos r = pi/2 - asin r in the middle, 2 asin sqrt((1 - r) / 2) towards 1, where 1 - r is exact.
 */
export function acos(r: number): number {
  if (!(Math.abs(r) <= 1)) return NaN;
  if (Math.abs(r) <= 0.5) {
    const z = r * r;
    return HALF_PI - (r - (HALF_PI_LOW - r * z * asinTail(z)));
  }
  const z = 0.5 * (1 - Math.abs(r));
  const s = Math.sqrt(z);
  const curve = s * z * asinTail(z);
  if (r < 0) return 2 * (HALF_PI - (s + (curve - HALF_PI_LOW)));
  if (z === 0) return 0;
  // The root to 80 bits: a head whose square is exact, and the rest by one division. The angle is twice the root or little
  // more, so the rounding of the root would be the whole error.
  const head = Math.fround(s);
  const rest = (z - head * head) / (s + head);
  return 2 * (head + (rest + curve));
}

/** (asin s - s) / s^3 at z = s^2 in [0, 1/4]. Polynomial of degree 12: error 5.2e-18 of asin. */
export function asinTail(z: number): number {
  let tail = 0.028757851367421566;
  tail = tail * z - 0.014851887071247204;
  tail = tail * z + 0.01740087944269402;
  tail = tail * z + 0.005457506718640358;
  tail = tail * z + 0.01032281435018578;
  tail = tail * z + 0.011479177415184906;
  tail = tail * z + 0.013971212973552933;
  tail = tail * z + 0.017352392720869973;
  tail = tail * z + 0.02237217294214989;
  tail = tail * z + 0.030381944138531247;
  tail = tail * z + 0.04464285714635543;
  tail = tail * z + 0.07499999999998433;
  tail = tail * z + 0.16666666666666669;
  return tail;
}
