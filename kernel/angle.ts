/*
 * src/limit/angle.ts on two numbers at once: both sides of its branches, then a selection.
 */
const HALF_PI: f64 = 1.5707963267948966;
const HALF_PI_LOW: f64 = 6.123233995736766e-17;

/** The s whose arcsine gives the angle of cosine 1 - gap: sin(angle / 2) up to a gap of 1/2, the cosine beyond. */
export function sineOfGap(gap: v128): v128 {
  const half = f64x2.splat(0.5);
  return v128.bitselect(f64x2.sqrt(f64x2.mul(gap, half)), f64x2.sub(f64x2.splat(1), gap), f64x2.le(gap, half));
}

/** The angle whose cosine is 1 - gap, from its sine and the head of its tail. */
export function angleOfSine(x: v128, head: v128, gap: v128): v128 {
  const z = f64x2.mul(x, x);
  const arcsine = f64x2.add(x, f64x2.mul(f64x2.mul(x, z), asinTail(head, z)));
  const large = f64x2.sub(f64x2.splat(HALF_PI), f64x2.sub(arcsine, f64x2.splat(HALF_PI_LOW)));
  return v128.bitselect(f64x2.add(arcsine, arcsine), large, f64x2.le(gap, f64x2.splat(0.5)));
}

/** sin a - a cos a. */
export function sineExcess(angle: v128, gap: v128): v128 {
  const z = f64x2.mul(angle, angle);
  let series = f64x2.splat(1.0 / 6758061133824000.0);
  series = less(1.0 / 22230464256000.0, z, series);
  series = less(1.0 / 93405312000.0, z, series);
  series = less(1.0 / 518918400.0, z, series);
  series = less(1.0 / 3991680.0, z, series);
  series = less(1.0 / 45360.0, z, series);
  series = less(1.0 / 840.0, z, series);
  series = less(1.0 / 30.0, z, series);
  series = less(1.0 / 3.0, z, series);
  const sine = f64x2.sqrt(f64x2.mul(gap, f64x2.sub(f64x2.splat(2), gap)));
  const large = f64x2.sub(sine, f64x2.mul(angle, f64x2.sub(f64x2.splat(1), gap)));
  return v128.bitselect(large, f64x2.mul(f64x2.mul(angle, z), series), f64x2.gt(angle, f64x2.splat(1)));
}

/** c - z series. */
function less(c: f64, z: v128, series: v128): v128 {
  return f64x2.sub(f64x2.splat(c), f64x2.mul(z, series));
}

/** tail z + c. */
function more(tail: v128, z: v128, c: f64): v128 {
  return f64x2.add(f64x2.mul(tail, z), f64x2.splat(c));
}

/** asinTail of src/portable down to the coefficient of z^6. */
export function asinHead(x: v128): v128 {
  const z = f64x2.mul(x, x);
  let tail = f64x2.splat(0.028757851367421566);
  tail = more(tail, z, -0.014851887071247204);
  tail = more(tail, z, 0.01740087944269402);
  tail = more(tail, z, 0.005457506718640358);
  tail = more(tail, z, 0.01032281435018578);
  tail = more(tail, z, 0.011479177415184906);
  return more(tail, z, 0.013971212973552933);
}

function asinTail(head: v128, z: v128): v128 {
  let tail = head;
  tail = more(tail, z, 0.017352392720869973);
  tail = more(tail, z, 0.02237217294214989);
  tail = more(tail, z, 0.030381944138531247);
  tail = more(tail, z, 0.04464285714635543);
  tail = more(tail, z, 0.07499999999998433);
  return more(tail, z, 0.16666666666666669);
}
