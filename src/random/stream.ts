import { mix, type StreamKey } from './key.js';

/** The i-th word of the initial state that a key expands to. Nested, not xor-ed: xoshiro is linear, and related keys must not be. */
export function stateWord(key: StreamKey, i: number): number {
  return mix(
    mix(key.high + Math.imul(i + 1, 0x9e3779b9)) + Math.imul(key.low, 0x85ebca6b) + Math.imul(i + 1, 0xc2b2ae35),
  );
}

/**
 * A sequence of random numbers that its key determines.
 *
 * Source: xoshiro128++ 1.0, Blackman and Vigna 2021 (period 2^128 - 1; 32-bit words, so that JavaScript and SIMD agree).
 */
export class Stream {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(key: StreamKey) {
    this.a = stateWord(key, 0) | 0;
    this.b = stateWord(key, 1) | 0;
    this.c = stateWord(key, 2) | 0;
    this.d = stateWord(key, 3) | 1; // the all-zero state is the one that xoshiro never leaves
  }

  /** An integer, uniform on [0, 2^32). */
  uint32(): number {
    const sum = (this.a + this.d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + this.a) >>> 0;
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** Uniform on the multiples of 2^-53 in [0, 1). */
  uniform(): number {
    const low = this.uint32();
    return (this.uint32() * 2097152 + (low >>> 11)) * 1.1102230246251565e-16;
  }

  /** An integer, uniform on [0, n), without bias. @param n an integer in [1, 2^32] */
  below(n: number): number {
    const limit = 4294967296 - (4294967296 % n);
    for (;;) {
      const word = this.uint32();
      if (word < limit) return word % n;
    }
  }
}
