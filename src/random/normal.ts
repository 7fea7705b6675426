import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import { derive, type StreamKey } from './key.js';
import { stateWord, Stream } from './stream.js';
import { ziggurat } from './ziggurat.js';

const { edge, inside, height, TAIL } = ziggurat;
const SHARE_UNIT = 8.881784197001252e-16; // 2^-50

/** The one normal in 125 whose share of the layer lies outside the layer above: test the density, or draw from the tail. */
function slowPath(layer: number, share: number, spill: Stream): number {
  let j = layer;
  let s = share;
  for (;;) {
    const x = s * (edge[j] ?? NaN);
    if (s * s < (inside[j] ?? 0)) return x;
    if (j === 0) {
      const tail = fromTail(spill);
      return s < 0 ? -tail : tail;
    }
    const low = height[j] ?? NaN;
    const high = height[j + 1] ?? NaN;
    if (low + spill.uniform() * (high - low) < exp(-0.5 * x * x)) return x;
    const word = spill.uint32();
    j = layerOf(word);
    s = shareOf(word, spill.uint32());
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
 * Source: ziggurat, Marsaglia and Tsang 2000, 512 layers, 51 bits with the sign, exp and log from src/portable.
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

/** The normal that 64 bits make. */
function normalFrom(low: number, high: number, spill: Stream): number {
  const layer = layerOf(low);
  const share = shareOf(low, high);
  if (share * share < (inside[layer] ?? 0)) return share * (edge[layer] ?? NaN);
  return slowPath(layer, share, spill);
}

/** Bits 4 to 12 of the lower word; where they lie, a mask makes them an address in the kernel. */
const layerOf = (low: number): number => (low >>> 4) & 511;

/** The upper 51 bits: a multiple of 2^-50, uniform on [-1, 1). The sign comes with it, without a branch or a second table. */
const shareOf = (low: number, high: number): number => ((high >>> 0) * 524288 + (low >>> 13)) * SHARE_UNIT - 1;
