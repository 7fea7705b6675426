import { blockAt, HEIGHT, rejectedAt, ROWS, SPILL, STRIDE, ZIGGURAT } from './memory';
import { exp, log } from './portable';

/*
 * src/random: keys, streams and normals, bit for bit. Four xoshiro128++ lanes share a register.
 */

const TAIL: f64 = 3.654152885361009;
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
 * The answer is that of exp in every case.
 */
function isBelowDensity(u: f64, x: f64, slot: usize): bool {
  const low = load<f64>(HEIGHT + (slot << 3));
  const high = load<f64>(HEIGHT + (slot << 3), 8);
  const y = low + u * (high - low);
  if (slot < 255) {
    const outer = load<f64>(ZIGGURAT + (slot << 5)) * 9007199254740992.0;
    const inner = load<f64>(ZIGGURAT + (slot << 5), 32) * 9007199254740992.0;
    const chord = low + (high - low) * ((outer - x) / (outer - inner));
    const tangent = low + low * outer * (outer - x);
    if (inner >= 1 || outer <= 1) {
      if (y < min(chord, tangent) - MARGIN) return true;
      if (y > max(chord, tangent) + MARGIN) return false;
    }
  }
  return y < exp(-0.5 * x * x);
}

/** The normal that 64 random bits make: layer and sign from the low 9, magnitude from the upper 53. */
function slowPath(random: u64, spill: usize): f64 {
  let word = random;
  while (true) {
    const bits = <i64>(word >> 11);
    const layer = ZIGGURAT + (((<usize>word) & 511) << 4);
    const slot = ((<usize>word) & 511) >> 1;
    const x = <f64>bits * load<f64>(layer);
    if (bits < load<i64>(layer, 8)) return x;
    if (slot === 0) {
      const tail = fromTail(spill);
      return ((<u32>word) & 1) === 1 ? -tail : tail;
    }
    if (isBelowDensity(uniform(spill), abs(x), slot)) return x;
    const next = nextWord(spill);
    word = ((<u64>nextWord(spill)) << 32) | (<u64>next);
  }
}

/**
 * fillNormals(key, out) for the first `count` points of the block, 64 normals each.
 *
 * Rejected pairs are noted and left as random bits, for a second pass: a call in this loop would spill the state every time.
 */
export function fillNormals(key: u64, points: i32, count: i32): void {
  let a = stateWords(key, i32x4(1, 2, 3, 4));
  let b = stateWords(key, i32x4(5, 6, 7, 8));
  let c = stateWords(key, i32x4(9, 10, 11, 12));
  let d = v128.or(stateWords(key, i32x4(13, 14, 15, 16)), i32x4.splat(1));
  const rejected = rejectedAt(points);
  let note = rejected;
  for (let i = 0; i < count; i++) {
    let out = blockAt(points) + <usize>i * STRIDE;
    const end = out + ((<usize>ROWS) << 3);
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
      const even = <u64>i64x2.extract_lane(r, 0);
      const odd = <u64>i64x2.extract_lane(r, 1);
      const x = <i64>(even >> 11);
      const y = <i64>(odd >> 11);
      const evenLayer = ZIGGURAT + (((<usize>even) & 511) << 4);
      const oddLayer = ZIGGURAT + (((<usize>odd) & 511) << 4);
      // Both differences are negative: one branch for two normals, taken 98 times in 100.
      if (((x - load<i64>(evenLayer, 8)) & (y - load<i64>(oddLayer, 8))) < 0) {
        store<f64>(out, <f64>x * load<f64>(evenLayer));
        store<f64>(out, <f64>y * load<f64>(oddLayer), 8);
      } else {
        v128.store(out, r);
        store<u32>(note, <u32>out);
        note += 4;
      }
      out += 16;
    }
  }
  retry(key, rejected, note);
}

/** Replaces the noted pairs of random words by normals, in order; each half draws from its own spill stream. */
function retry(key: u64, from: usize, to: usize): void {
  startSpill(SPILL, derive(key, 0));
  startSpill(SPILL + 16, derive(key, 1));
  for (let note = from; note < to; note += 4) {
    const at = <usize>load<u32>(note);
    store<f64>(at, slowPath(load<u64>(at), SPILL));
    store<f64>(at, slowPath(load<u64>(at, 8), SPILL + 16), 8);
  }
}
