/*
 * src/portable on two numbers at once: the same operations in the same order, hence the same bits. Branches become selections.
 */
const LN2_HIGH: f64 = 0.6931467056274414;
const LN2_LOW: f64 = 4.7493250390316726e-7;
const INVERSE_LN2: f64 = 1.4426950408889634;
const SQRT2: f64 = 1.4142135623730951;

/** tail * r + c. */
function step(tail: v128, r: v128, c: f64): v128 {
  return f64x2.add(f64x2.mul(tail, r), f64x2.splat(c));
}

/** To the nearest integer, halves up, as Math.round. */
function round(x: v128): v128 {
  const up = f64x2.ceil(x);
  const down = f64x2.sub(up, f64x2.splat(1));
  return v128.bitselect(down, up, f64x2.gt(f64x2.sub(up, f64x2.splat(0.5)), x));
}

/** 2^k for integers in 64-bit lanes. */
function powerOfTwo(k: v128): v128 {
  return i64x2.shl(i64x2.add(k, i64x2.splat(1023)), 52);
}

function integers(k: v128): v128 {
  return i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k));
}

function expTail(r: v128): v128 {
  let tail = f64x2.splat(1.0 / 6227020800.0);
  tail = step(tail, r, 1.0 / 479001600.0);
  tail = step(tail, r, 1.0 / 39916800.0);
  tail = step(tail, r, 1.0 / 3628800.0);
  tail = step(tail, r, 1.0 / 362880.0);
  tail = step(tail, r, 1.0 / 40320.0);
  tail = step(tail, r, 1.0 / 5040.0);
  tail = step(tail, r, 1.0 / 720.0);
  tail = step(tail, r, 1.0 / 120.0);
  tail = step(tail, r, 1.0 / 24.0);
  tail = step(tail, r, 1.0 / 6.0);
  return step(tail, r, 1.0 / 2.0);
}

/** exp(x) for x <= 0 or NaN. */
function expDown(x: v128): v128 {
  const k = round(f64x2.mul(x, f64x2.splat(INVERSE_LN2)));
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
  const r = f64x2.sub(high, low);
  const curve = f64x2.mul(f64x2.mul(r, r), expTail(r));
  const value = f64x2.add(f64x2.splat(1), f64x2.sub(high, f64x2.sub(low, curve)));
  const whole = integers(k);
  const half = i64x2.shr_s(whole, 1);
  const scaled = f64x2.mul(f64x2.mul(value, powerOfTwo(half)), powerOfTwo(i64x2.sub(whole, half)));
  return v128.andnot(scaled, f64x2.lt(x, f64x2.splat(-745.1332191019412)));
}

/** expm1(x) for x <= 0 or NaN. */
function expm1Down(x: v128): v128 {
  const k = round(f64x2.mul(x, f64x2.splat(INVERSE_LN2)));
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
  const r = f64x2.sub(high, low);
  const curve = f64x2.mul(f64x2.mul(r, r), expTail(r));
  const m = f64x2.add(r, f64x2.add(curve, f64x2.sub(f64x2.sub(high, r), low)));
  const whole = integers(k);
  const rest = f64x2.add(f64x2.sub(f64x2.splat(1), powerOfTwo(i64x2.neg(whole))), m);
  const value = f64x2.mul(powerOfTwo(whole), rest);
  const floored = v128.bitselect(f64x2.splat(-1), value, f64x2.lt(x, f64x2.splat(-40)));
  return v128.bitselect(x, floored, f64x2.lt(f64x2.abs(x), f64x2.splat(1e-17)));
}

function artanhTail(z: v128): v128 {
  let tail = f64x2.splat(2.0 / 21.0);
  tail = step(tail, z, 2.0 / 19.0);
  tail = step(tail, z, 2.0 / 17.0);
  tail = step(tail, z, 2.0 / 15.0);
  tail = step(tail, z, 2.0 / 13.0);
  tail = step(tail, z, 2.0 / 11.0);
  tail = step(tail, z, 2.0 / 9.0);
  tail = step(tail, z, 2.0 / 7.0);
  tail = step(tail, z, 2.0 / 5.0);
  return step(tail, z, 2.0 / 3.0);
}

/** log1p(x) for x in [0, 1] or NaN. */
function log1pUnit(x: v128): v128 {
  const one = f64x2.splat(1);
  const u = f64x2.add(one, x);
  const lost = f64x2.sub(x, f64x2.sub(u, one));
  const near = f64x2.lt(x, f64x2.splat(0.4));
  const above = f64x2.gt(u, f64x2.splat(SQRT2));
  const k = v128.andnot(v128.and(above, one), near);
  const reduced = v128.bitselect(f64x2.mul(u, f64x2.splat(0.5)), u, above);
  const f = v128.bitselect(x, f64x2.sub(reduced, one), near);
  const c = v128.andnot(f64x2.div(lost, u), near);
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const correction = f64x2.add(f64x2.mul(k, f64x2.splat(LN2_LOW)), c);
  const series = f64x2.mul(s, f64x2.sub(f, f64x2.mul(z, artanhTail(z))));
  const value = f64x2.add(f64x2.mul(k, f64x2.splat(LN2_HIGH)), f64x2.sub(f, f64x2.sub(series, correction)));
  return v128.bitselect(x, value, f64x2.lt(x, f64x2.splat(1e-17)));
}

function scaledErfc(x: v128): v128 {
  const t = f64x2.div(f64x2.sub(x, f64x2.splat(4)), f64x2.add(x, f64x2.splat(4)));
  let p = f64x2.splat(4.335744696880128e-11);
  p = step(p, t, -1.37212432109558e-10);
  p = step(p, t, -5.47796315403793e-10);
  p = step(p, t, 1.7887492189077536e-9);
  p = step(p, t, 3.979908209935334e-9);
  p = step(p, t, -1.470518755238763e-8);
  p = step(p, t, -2.1917128684776733e-8);
  p = step(p, t, 1.1009041560728304e-7);
  p = step(p, t, 7.89343963476142e-8);
  p = step(p, t, -8.249127434964572e-7);
  p = step(p, t, 2.909062968371427e-7);
  p = step(p, t, 5.709201212226352e-6);
  p = step(p, t, -1.1220753452725425e-5);
  p = step(p, t, -2.4398942309069806e-5);
  p = step(p, t, 0.00015062130746391778);
  p = step(p, t, -0.0001992567764579197);
  p = step(p, t, -0.0007577732195352293);
  p = step(p, t, 0.005031969992810925);
  p = step(p, t, -0.01619773406595253);
  p = step(p, t, 0.03716751553591141);
  p = step(p, t, -0.0663303658116485);
  p = step(p, t, 0.09373283499843951);
  p = step(p, t, -0.10103906603632504);
  p = step(p, t, 0.06809705425469036);
  p = step(p, t, 0.015379652102620042);
  p = step(p, t, -0.1396211168405625);
  p = step(p, t, -0.01700488137444749);
  return f64x2.div(f64x2.add(f64x2.splat(1.25), p), f64x2.add(f64x2.splat(1), f64x2.mul(f64x2.splat(2), x)));
}

/** exp(-x²/2) for x in [0, 40]. */
function gaussian(x: v128): v128 {
  const h = f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x));
  const d = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f64x2.sub(x, h)), f64x2.add(x, h));
  const e = expDown(f64x2.mul(f64x2.mul(f64x2.splat(-0.5), h), h));
  const inner = f64x2.sub(f64x2.splat(1.0 / 2.0), f64x2.mul(d, f64x2.splat(1.0 / 6.0)));
  return f64x2.sub(e, f64x2.mul(f64x2.mul(e, d), f64x2.sub(f64x2.splat(1), f64x2.mul(d, inner))));
}

function normalCdf(x: v128): v128 {
  const size = f64x2.abs(x);
  const erfc = scaledErfc(f64x2.mul(size, f64x2.splat(0.7071067811865476)));
  const product = f64x2.mul(f64x2.mul(f64x2.splat(0.5), gaussian(size)), erfc);
  const tail = v128.andnot(product, f64x2.gt(size, f64x2.splat(39)));
  return v128.bitselect(f64x2.sub(f64x2.splat(1), tail), tail, f64x2.gt(x, f64x2.splat(0)));
}

export function tanh(x: v128): v128 {
  const m = expm1Down(f64x2.mul(f64x2.splat(-2), f64x2.abs(x)));
  const size = f64x2.div(f64x2.neg(m), f64x2.add(m, f64x2.splat(2)));
  return v128.bitselect(f64x2.neg(size), size, f64x2.lt(x, f64x2.splat(0)));
}

export function sigmoid(z: v128): v128 {
  const one = f64x2.splat(1);
  const e = expDown(f64x2.neg(f64x2.abs(z)));
  return f64x2.div(v128.bitselect(e, one, f64x2.lt(z, f64x2.splat(0))), f64x2.add(one, e));
}

/** z factor(z), with 0 at -Infinity, where the factor is 0. */
function timesFactor(z: v128, factor: v128): v128 {
  return v128.andnot(f64x2.mul(z, factor), f64x2.eq(z, f64x2.splat(-Infinity)));
}

export function gelu(z: v128): v128 {
  return timesFactor(z, normalCdf(z));
}

export function silu(z: v128): v128 {
  return timesFactor(z, sigmoid(z));
}

export function softplus(z: v128): v128 {
  return f64x2.add(f64x2.max(z, f64x2.splat(0)), log1pUnit(expDown(f64x2.neg(f64x2.abs(z)))));
}

export function elu(z: v128): v128 {
  const positive = f64x2.gt(z, f64x2.splat(0));
  return v128.bitselect(z, expm1Down(v128.andnot(z, positive)), positive);
}
