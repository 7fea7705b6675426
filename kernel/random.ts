import { blockAt, HEIGHT, LAYERS, rejectedAt, ROWS, SPILL, STRIDE, stripBytes, stripsAt } from './memory';
import { exp, log } from './portable';

/*
 * src/random: keys, streams and normals, bit for bit. Four xoshiro128++ lanes share a register.
 */

const TAIL: f64 = 3.852046150368391;
const UNIT: f64 = 1.1102230246251565e-16; // 2^-53

function mix(word: u32): u32 {
  let z = word;
  z = (z ^ (z >> 16)) * 0x21f0aaad;
  z = (z ^ (z >> 15)) * 0x735a2d97;
  return z ^ (z >> 15);
}

/** derive(key, part) for a number; a key is `high << 32 | low`. */
export function derive(key: u64, part: u32): u64 {
  let high = <u32>(key >> 32);
  let low = <u32>key;
  high = mix((high ^ part) + 0x9e3779b9);
  low = mix((low + high) ^ ((part << 16) | (part >> 16)));
  high += mix(low ^ 0x85ebca6b);
  return ((<u64>high) << 32) | (<u64>low);
}

function mixLanes(word: v128): v128 {
  let z = word;
  z = i32x4.mul(v128.xor(z, i32x4.shr_u(z, 16)), i32x4.splat(0x21f0aaad));
  z = i32x4.mul(v128.xor(z, i32x4.shr_u(z, 15)), i32x4.splat(0x735a2d97));
  return v128.xor(z, i32x4.shr_u(z, 15));
}

/** stateWord(key, i) for the four indices in `index`, each of them one too large. */
function stateWords(key: u64, index: v128): v128 {
  const high = i32x4.splat(<i32>(key >> 32));
  const rest = i32x4.splat(<i32>(<u32>key * 0x85ebca6b));
  const inner = mixLanes(i32x4.add(high, i32x4.mul(index, i32x4.splat(0x9e3779b9))));
  return mixLanes(i32x4.add(i32x4.add(inner, rest), i32x4.mul(index, i32x4.splat(0xc2b2ae35))));
}

function startSpill(at: usize, key: u64): void {
  const words = stateWords(key, i32x4(1, 2, 3, 4));
  v128.store(at, v128.or(words, i32x4(0, 0, 0, 1)));
}

function nextWord(at: usize): u32 {
  let a = load<u32>(at);
  let b = load<u32>(at, 4);
  let c = load<u32>(at, 8);
  let d = load<u32>(at, 12);
  const result = rotl<u32>(a + d, 7) + a;
  const t = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= t;
  d = rotl<u32>(d, 11);
  store<u32>(at, a);
  store<u32>(at, b, 4);
  store<u32>(at, c, 8);
  store<u32>(at, d, 12);
  return result;
}

function uniform(at: usize): f64 {
  const low = nextWord(at);
  return (<f64>nextWord(at) * 2097152.0 + <f64>(low >> 11)) * UNIT;
}

function fromTail(spill: usize): f64 {
  while (true) {
    const x = -log(1.0 - uniform(spill)) / TAIL;
    const y = -log(1.0 - uniform(spill));
    if (2.0 * y > x * x) return TAIL + x;
  }
}

/** Far above the rounding of what it is compared with, all of order 1. */
const MARGIN: f64 = 1e-14;

/**
 * low + u (high - low) < exp(-x²/2), for x in the strip between two layers, where the density is low outside and high inside.
 *
 * The density lies between its chord over the strip and its tangent at the outer edge: only what falls between them needs exp.
 * The answer is that of exp in every case. No min and max: V8 compiles them to branches, which nobody can predict here.
 */
function isBelowDensity(u: f64, x: f64, layer: usize): bool {
  const low = load<f64>(layer >> 1, HEIGHT);
  const high = load<f64>(layer >> 1, HEIGHT + 8);
  const y = low + u * (high - low);
  if (layer < TOP_LAYER) {
    const outer = load<f64>(layer, LAYERS);
    const inner = load<f64>(layer, LAYERS + 16);
    const chord = low + (high - low) * ((outer - x) / (outer - inner));
    const tangent = low + low * outer * (outer - x);
    if (inner >= 1 || outer <= 1) {
      if ((<i32>(y < chord - MARGIN)) & (<i32>(y < tangent - MARGIN))) return true;
      if ((<i32>(y > chord + MARGIN)) & (<i32>(y > tangent + MARGIN))) return false;
    }
  }
  return y < exp(-0.5 * x * x);
}

/** Bits 4 to 12 of 64 random bits name a layer: under this mask they are its distance in bytes from the first. */
const LAYER_MASK: i32 = 0x1ff0;
const TOP_LAYER: usize = 0x1ff0;

/** The normal that 64 random bits make: layer from the low ones, share of the layer from the upper 51. */
function slowPath(random: u64, spill: usize): f64 {
  let word = random;
  while (true) {
    const layer = (<usize>word) & LAYER_MASK;
    const share = reinterpret<f64>((word >> 13) | 0x4010000000000000) - 5.0;
    const x = share * load<f64>(layer, LAYERS);
    if (share * share < load<f64>(layer, LAYERS + 8)) return x;
    if (layer === 0) {
      const tail = fromTail(spill);
      return share < 0 ? -tail : tail;
    }
    if (isBelowDensity(uniform(spill), abs(x), layer)) return x;
    const next = nextWord(spill);
    word = ((<u64>nextWord(spill)) << 32) | (<u64>next);
  }
}

/** fillNormals(key, out) of src/random for the first `count` points of the block, 64 normals each. */
export function fillNormals(key: u64, points: i32, count: i32): void {
  fill(key, points, count, blockAt(points), STRIDE, 16);
}

/** The same into strips. */
export function fillStrips(key: u64, points: i32, count: i32): void {
  fill(key, points, count, stripsAt(points), 32, stripBytes(points) - 16);
}

/**
 * Normals by pairs: `step` bytes from a point to the next one, 16 and `jump` in turns from a pair to the next.
 *
 * Every pair is noted, and the note stays when one of the two is rejected, for a second pass: a call in this loop would spill
 * the state every time, and a branch would be predicted wrongly as often as it is taken.
 */
function fill(key: u64, points: i32, count: i32, to: usize, step: usize, jump: usize): void {
  const both = jump + 16;
  let a = stateWords(key, i32x4(1, 2, 3, 4));
  let b = stateWords(key, i32x4(5, 6, 7, 8));
  let c = stateWords(key, i32x4(9, 10, 11, 12));
  let d = v128.or(stateWords(key, i32x4(13, 14, 15, 16)), i32x4.splat(1));
  const rejected = rejectedAt(points);
  let note = rejected;
  for (let i = 0; i < count; i++) {
    let out = to + <usize>i * step;
    const end = out + ((<usize>ROWS) >> 2) * both;
    let next: usize = 16;
    while (out < end) {
      let t = i32x4.add(a, d);
      const r = i32x4.add(v128.or(i32x4.shl(t, 7), i32x4.shr_u(t, 25)), a);
      t = i32x4.shl(b, 9);
      c = v128.xor(c, a);
      d = v128.xor(d, b);
      b = v128.xor(b, c);
      a = v128.xor(a, d);
      c = v128.xor(c, t);
      d = v128.or(i32x4.shl(d, 11), i32x4.shr_u(d, 21));
      const even = layerOf(i32x4.extract_lane(r, 0));
      const odd = layerOf(i32x4.extract_lane(r, 2));
      const share = sharesOf(r);
      v128.store(out, f64x2.mul(share, i64x2.shuffle(even, odd, 0, 2)));
      v128.store(note, r);
      store<u32>(note, <u32>out, 16);
      note += (<usize>((outside(share, even, odd) + 3) & 4)) << 3;
      out += next;
      next = both - next;
    }
  }
  retry(key, rejected, note);
}

/** Right edge and square of the share inside of the layer that a word names. */
function layerOf(word: i32): v128 {
  return v128.load(<usize>(word & LAYER_MASK), LAYERS);
}

/** Two numbers uniform on [-1, 1): the upper 51 of 64 random bits each, as what a number in [4, 6) exceeds 5 by. */
function sharesOf(random: v128): v128 {
  return f64x2.sub(v128.or(i64x2.shr_u(random, 13), f64x2.splat(4)), f64x2.splat(5));
}

/** 1 when the even share lies outside the layer above its own, plus 2 when the odd one does. */
function outside(share: v128, even: v128, odd: v128): i32 {
  return i64x2.bitmask(f64x2.ge(f64x2.mul(share, share), i64x2.shuffle(even, odd, 1, 3)));
}

/**
 * Makes the rejected normals of the noted pairs anew, in order; each half draws from its own spill stream.
 *
 * Which half it is becomes an address: a branch on it would be predicted wrongly every other time.
 */
function retry(key: u64, from: usize, to: usize): void {
  startSpill(SPILL, derive(key, 0));
  startSpill(SPILL + 16, derive(key, 1));
  for (let note = from; note < to; note += 32) {
    const random = v128.load(note);
    const at = <usize>load<u32>(note, 16);
    const even = layerOf(i32x4.extract_lane(random, 0));
    const odd = layerOf(i32x4.extract_lane(random, 2));
    const halves = outside(sharesOf(random), even, odd);
    const half = <usize>(halves >> 1);
    store<f64>(at + (half << 3), slowPath(load<u64>(note + (half << 3)), SPILL + (half << 4)));
    if (halves === 3) store<f64>(at, slowPath(load<u64>(note), SPILL));
  }
}
