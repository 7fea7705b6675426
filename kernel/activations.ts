import { artanhTail, exp, LN2_HIGH, LN2_LOW, nearestExponent, timesPowerOfTwo } from './portable';
import { elu, gelu, sigmoid, silu, softplus, tanh } from './lanes';
import { sin } from './sine';

/*
 * src/network/activations, by code: the numbers are those of src/chain/step-code.ts. The bits are those of src, up to the sign of 0.
 */

function productError(a: f64, b: f64, product: f64): f64 {
  const aScaled = 134217729.0 * a;
  const aHead = aScaled - (aScaled - a);
  const aTail = a - aHead;
  const bScaled = 134217729.0 * b;
  const bHead = bScaled - (bScaled - b);
  const bTail = b - bHead;
  return aTail * bTail - (product - aHead * bHead - aTail * bHead - aHead * bTail);
}

function sumError(a: f64, b: f64, sum: f64): f64 {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

function halfIntegerPower(x: f64, a: f64): f64 {
  const whole = floor(a);
  const square = x * x;
  let result = whole === 0 ? 1.0 : whole === 1 ? x : whole === 2 ? square : whole === 3 ? square * x : square * square;
  if (a !== whole) result *= sqrt(x);
  return result;
}

function exponentialOfProduct(a: f64, x: f64): f64 {
  const subnormal = x < 2.2250738585072014e-308;
  const normal = subnormal ? x * 18014398509481984.0 : x;
  const scale = nearestExponent(normal);
  const f = timesPowerOfTwo(normal, -scale) - 1.0;
  const k = <f64>(subnormal ? scale - 54 : scale);
  const below = 2.0 + f;
  const s = f / below;
  const times = s * below;
  const rest = (f - times - productError(s, below, times) - s * (f - (below - 2.0))) / below;
  const z = s * s;
  const coarse = k * LN2_HIGH + 2.0 * s;
  const fine = sumError(k * LN2_HIGH, 2.0 * s, coarse) + (2.0 * rest + s * z * artanhTail(z) + k * LN2_LOW);
  const high = coarse + fine;
  const low = coarse - high + fine;
  const y = a * high;
  const e = exp(y);
  return e === Infinity ? e : e + e * (productError(a, high, y) + a * low);
}

/** power(x, a) of src/portable for finite a > 0. */
function power(x: f64, a: f64): f64 {
  if (!(x >= 0)) return NaN;
  if (a <= 4 && floor(2.0 * a) === 2.0 * a) return halfIntegerPower(x + 0.0, a);
  if (x === 1) return 1;
  if (x === 0 || x === Infinity) return x;
  return exponentialOfProduct(a, x);
}

/** The smooth activations, two numbers at a time. */
function smooth(code: i32, z: v128): v128 {
  switch (code) {
    case 7:
      return tanh(z);
    case 8:
      return sigmoid(z);
    case 9:
      return gelu(z);
    case 10:
      return silu(z);
    case 11:
      return softplus(z);
    default:
      return elu(z);
  }
}

/** Applies the activation `code` to `count` numbers, an even count, in place. */
export function activateInPlace(code: i32, parameter: f64, at: usize, count: i32): void {
  const end = at + ((<usize>count) << 3);
  const zero = f64x2.splat(0);
  if (code === 2) {
    const slope = f64x2.splat(parameter);
    for (let p = at; p < end; p += 16) {
      const z = v128.load(p);
      v128.store(p, v128.bitselect(z, f64x2.mul(slope, z), f64x2.gt(z, zero)));
    }
  } else if (code === 3) {
    for (let p = at; p < end; p += 16) v128.store(p, f64x2.pmax(v128.load(p), zero));
  } else if (code === 4) {
    for (let p = at; p < end; p += 16) v128.store(p, f64x2.abs(v128.load(p)));
  } else if (code === 5) {
    for (let p = at; p < end; p += 16) {
      const z = v128.load(p);
      v128.store(p, f64x2.mul(z, z));
    }
  } else if (code === 6) {
    for (let p = at; p < end; p += 8) store<f64>(p, power(max(load<f64>(p), 0), parameter));
  } else if (code === 13) {
    for (let p = at; p < end; p += 8) store<f64>(p, sin(load<f64>(p)));
  } else {
    for (let p = at; p < end; p += 16) v128.store(p, smooth(code, v128.load(p)));
  }
}
