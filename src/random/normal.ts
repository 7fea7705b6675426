import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import { derive, type StreamKey } from './key.js';
import { stateWord, Stream } from './stream.js';
import { ziggurat } from './ziggurat.js';

const { signedWidth, inside, height, TAIL } = ziggurat;

/** The one normal in a hundred whose 53 bits fall outside the layer above: test the density, or draw from the tail. */
function slowPath(layer: number, magnitude: number, spill: Stream): number {
  let j = layer;
  let bits = magnitude;
  for (;;) {
    const negative = (j & 1) === 1;
    const slot = j >> 1;
    if (bits < (inside[slot] ?? 0)) return bits * (signedWidth[j] ?? NaN);
    if (slot === 0) {
      const tail = fromTail(spill);
      return negative ? -tail : tail;
    }
    const x = bits * (signedWidth[j] ?? NaN);
    const low = height[slot] ?? NaN;
    const high = height[slot + 1] ?? NaN;
    if (low + spill.uniform() * (high - low) < exp(-0.5 * x * x)) return x;
    const word = spill.uint32();
    j = word & 511;
    bits = spill.uint32() * 2097152 + (word >>> 11);
  }
}

/** A normal given that it exceeds TAIL (Marsaglia 1964). */
function fromTail(spill: Stream): number {
  for (;;) {
    const x = -log(1 - spill.uniform()) / TAIL;
    const y = -log(1 - spill.uniform());
    if (2 * y > x * x) return TAIL + x;
  }
}

/**
 * Fills `out` with independent standard normals that the key determines.
 *
 * Four xoshiro128++ lanes: lanes 0 and 1 make the even entries, 2 and 3 the odd ones, so that a 128-bit register can hold one
 * state word of all lanes. The rare rejections draw from generators of their own and do not shift the rest.
 * Source: ziggurat, Marsaglia and Tsang 2000, 256 layers, 53-bit magnitudes, exp and log from src/portable.
 */
export function fillNormals(key: StreamKey, out: Float64Array): void {
  fillEverySecond(key, 0, out);
  fillEverySecond(key, 1, out);
}

function fillEverySecond(key: StreamKey, half: 0 | 1, out: Float64Array): void {
  const spill = new Stream(derive(key, half));
  // Signed words: a mix of signed and unsigned ones would make the compiler run this loop on doubles.
  const word = (i: number): number => stateWord(key, 4 * i + 2 * half) | 0;
  const next = (i: number): number => stateWord(key, 4 * i + 2 * half + 1) | 0;
  let a = word(0);
  let b = word(1);
  let c = word(2);
  let d = word(3) | 1;
  let e = next(0);
  let f = next(1);
  let g = next(2);
  let h = next(3) | 1;
  const count = out.length;
  for (let m = half; m < count; m += 2) {
    let t = (a + d) | 0;
    const low = (((t << 7) | (t >>> 25)) + a) | 0;
    t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    t = (e + h) | 0;
    const high = (((t << 7) | (t >>> 25)) + e) | 0;
    t = f << 9;
    g ^= e;
    h ^= f;
    f ^= g;
    e ^= h;
    g ^= t;
    h = (h << 11) | (h >>> 21);
    out[m] = normalFrom(low, high, spill);
  }
}

/** The normal that 64 bits make: layer and sign from the low 9, magnitude from the upper 53. */
function normalFrom(low: number, high: number, spill: Stream): number {
  const layer = low & 511;
  const bits = (high >>> 0) * 2097152 + (low >>> 11);
  if (bits < (inside[layer >> 1] ?? 0)) return bits * (signedWidth[layer] ?? NaN);
  return slowPath(layer, bits, spill);
}
