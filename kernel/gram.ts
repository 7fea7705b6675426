import { blockAt, clear, padded, stateAt, STRIDE, sumsAt } from './memory';

/*
 * The Gram matrix of the rows of all blocks. Even and odd rows are summed apart, one lane each; a block is summed by itself and
 * then added, so that the error grows with 32 + blocks and not with rows.
 */

export function clearSums(points: i32): void {
  const tiles = padded(points) >> 2;
  clear(sumsAt(points), (<usize>(tiles * (8 * tiles + 2))) << 4);
}

/** Adds z'z for the first `strips` groups of 4 rows of the block: 4 points by 2 earlier ones at a time, then the corner of the 4. */
export function addBlock(points: i32, strips: i32): void {
  const block = blockAt(points);
  const tiles = padded(points) >> 2;
  const rowBytes = (<usize>strips) << 5;
  let sums = sumsAt(points);
  for (let tile = 0; tile < tiles; tile++) {
    const left = block + <usize>(tile * 4) * STRIDE;
    for (let right = block; right < left; right += 2 * STRIDE) {
      let x = v128.load(right);
      let y = v128.load(right, STRIDE);
      let w = v128.load(left);
      let a0 = f64x2.mul(w, x);
      let a1 = f64x2.mul(w, y);
      w = v128.load(left, STRIDE);
      let b0 = f64x2.mul(w, x);
      let b1 = f64x2.mul(w, y);
      w = v128.load(left, 2 * STRIDE);
      let c0 = f64x2.mul(w, x);
      let c1 = f64x2.mul(w, y);
      w = v128.load(left, 3 * STRIDE);
      let d0 = f64x2.mul(w, x);
      let d1 = f64x2.mul(w, y);
      let from = left + 16;
      let other = right + 16;
      const stop = left + rowBytes;
      // Four steps a turn, of an odd number. The way out that is never taken keeps V8 from loading ahead, for which registers lack.
      while (true) {
        x = v128.load(other);
        y = v128.load(other, STRIDE + 0);
        w = v128.load(from);
        a0 = f64x2.add(a0, f64x2.mul(w, x));
        a1 = f64x2.add(a1, f64x2.mul(w, y));
        w = v128.load(from, STRIDE + 0);
        b0 = f64x2.add(b0, f64x2.mul(w, x));
        b1 = f64x2.add(b1, f64x2.mul(w, y));
        w = v128.load(from, 2 * STRIDE + 0);
        c0 = f64x2.add(c0, f64x2.mul(w, x));
        c1 = f64x2.add(c1, f64x2.mul(w, y));
        w = v128.load(from, 3 * STRIDE + 0);
        d0 = f64x2.add(d0, f64x2.mul(w, x));
        d1 = f64x2.add(d1, f64x2.mul(w, y));
        if (from == stop - 16) break;
        x = v128.load(other, 16);
        y = v128.load(other, STRIDE + 16);
        w = v128.load(from, 16);
        a0 = f64x2.add(a0, f64x2.mul(w, x));
        a1 = f64x2.add(a1, f64x2.mul(w, y));
        w = v128.load(from, STRIDE + 16);
        b0 = f64x2.add(b0, f64x2.mul(w, x));
        b1 = f64x2.add(b1, f64x2.mul(w, y));
        w = v128.load(from, 2 * STRIDE + 16);
        c0 = f64x2.add(c0, f64x2.mul(w, x));
        c1 = f64x2.add(c1, f64x2.mul(w, y));
        w = v128.load(from, 3 * STRIDE + 16);
        d0 = f64x2.add(d0, f64x2.mul(w, x));
        d1 = f64x2.add(d1, f64x2.mul(w, y));
        if (from == stop - 32) break; // never
        x = v128.load(other, 32);
        y = v128.load(other, STRIDE + 32);
        w = v128.load(from, 32);
        a0 = f64x2.add(a0, f64x2.mul(w, x));
        a1 = f64x2.add(a1, f64x2.mul(w, y));
        w = v128.load(from, STRIDE + 32);
        b0 = f64x2.add(b0, f64x2.mul(w, x));
        b1 = f64x2.add(b1, f64x2.mul(w, y));
        w = v128.load(from, 2 * STRIDE + 32);
        c0 = f64x2.add(c0, f64x2.mul(w, x));
        c1 = f64x2.add(c1, f64x2.mul(w, y));
        w = v128.load(from, 3 * STRIDE + 32);
        d0 = f64x2.add(d0, f64x2.mul(w, x));
        d1 = f64x2.add(d1, f64x2.mul(w, y));
        if (from == stop - 48) break;
        x = v128.load(other, 48);
        y = v128.load(other, STRIDE + 48);
        w = v128.load(from, 48);
        a0 = f64x2.add(a0, f64x2.mul(w, x));
        a1 = f64x2.add(a1, f64x2.mul(w, y));
        w = v128.load(from, STRIDE + 48);
        b0 = f64x2.add(b0, f64x2.mul(w, x));
        b1 = f64x2.add(b1, f64x2.mul(w, y));
        w = v128.load(from, 2 * STRIDE + 48);
        c0 = f64x2.add(c0, f64x2.mul(w, x));
        c1 = f64x2.add(c1, f64x2.mul(w, y));
        w = v128.load(from, 3 * STRIDE + 48);
        d0 = f64x2.add(d0, f64x2.mul(w, x));
        d1 = f64x2.add(d1, f64x2.mul(w, y));
        from += 64;
        other += 64;
      }
      v128.store(sums, f64x2.add(v128.load(sums), a0));
      v128.store(sums, f64x2.add(v128.load(sums, 16), a1), 16);
      v128.store(sums, f64x2.add(v128.load(sums, 32), b0), 32);
      v128.store(sums, f64x2.add(v128.load(sums, 48), b1), 48);
      v128.store(sums, f64x2.add(v128.load(sums, 64), c0), 64);
      v128.store(sums, f64x2.add(v128.load(sums, 80), c1), 80);
      v128.store(sums, f64x2.add(v128.load(sums, 96), d0), 96);
      v128.store(sums, f64x2.add(v128.load(sums, 112), d1), 112);
      sums += 128;
    }
    addCorner(left, rowBytes, sums);
    sums += 160;
  }
}

/** The 10 sums of the 4 points at `at` among themselves: with 4 loaded vectors and a product, all that 15 registers hold. */
function addCorner(at: usize, rowBytes: usize, sums: usize): void {
  let p = v128.load(at);
  let q = v128.load(at, STRIDE);
  let r = v128.load(at, 2 * STRIDE);
  let t = v128.load(at, 3 * STRIDE);
  let s00 = f64x2.mul(p, p);
  let s10 = f64x2.mul(q, p);
  let s11 = f64x2.mul(q, q);
  let s20 = f64x2.mul(r, p);
  let s21 = f64x2.mul(r, q);
  let s22 = f64x2.mul(r, r);
  let s30 = f64x2.mul(t, p);
  let s31 = f64x2.mul(t, q);
  let s32 = f64x2.mul(t, r);
  let s33 = f64x2.mul(t, t);
  for (let from = at + 16; from < at + rowBytes; from += 16) {
    p = v128.load(from);
    q = v128.load(from, STRIDE);
    r = v128.load(from, 2 * STRIDE);
    t = v128.load(from, 3 * STRIDE);
    s00 = f64x2.add(s00, f64x2.mul(p, p));
    s10 = f64x2.add(s10, f64x2.mul(q, p));
    s11 = f64x2.add(s11, f64x2.mul(q, q));
    s20 = f64x2.add(s20, f64x2.mul(r, p));
    s21 = f64x2.add(s21, f64x2.mul(r, q));
    s22 = f64x2.add(s22, f64x2.mul(r, r));
    s30 = f64x2.add(s30, f64x2.mul(t, p));
    s31 = f64x2.add(s31, f64x2.mul(t, q));
    s32 = f64x2.add(s32, f64x2.mul(t, r));
    s33 = f64x2.add(s33, f64x2.mul(t, t));
  }
  v128.store(sums, f64x2.add(v128.load(sums), s00));
  v128.store(sums, f64x2.add(v128.load(sums, 16), s10), 16);
  v128.store(sums, f64x2.add(v128.load(sums, 32), s11), 32);
  v128.store(sums, f64x2.add(v128.load(sums, 48), s20), 48);
  v128.store(sums, f64x2.add(v128.load(sums, 64), s21), 64);
  v128.store(sums, f64x2.add(v128.load(sums, 80), s22), 80);
  v128.store(sums, f64x2.add(v128.load(sums, 96), s30), 96);
  v128.store(sums, f64x2.add(v128.load(sums, 112), s31), 112);
  v128.store(sums, f64x2.add(v128.load(sums, 128), s32), 128);
  v128.store(sums, f64x2.add(v128.load(sums, 144), s33), 144);
}

/** Writes the sums, even plus odd, into the upper triangle of the matrix at `to`; the lower one becomes zero. */
export function writeSums(points: i32, to: usize): void {
  const size = padded(points);
  clear(to, (<usize>(size * size)) << 3);
  let sums = sumsAt(points);
  for (let tile = 0; tile < size; tile += 4) {
    for (let j = 0; j < tile; j += 2) {
      for (let i = tile; i < tile + 4; i++) {
        store<f64>(to + ((<usize>(j * size + i)) << 3), load<f64>(sums) + load<f64>(sums, 8));
        store<f64>(to + ((<usize>((j + 1) * size + i)) << 3), load<f64>(sums, 16) + load<f64>(sums, 24));
        sums += 32;
      }
    }
    for (let i = tile; i < tile + 4; i++) {
      for (let j = tile; j <= i; j++) {
        store<f64>(to + ((<usize>(j * size + i)) << 3), load<f64>(sums) + load<f64>(sums, 8));
        sums += 16;
      }
    }
  }
}

/** Multiplies the whole matrix of the state. */
export function scaleState(points: i32, factor: f64): void {
  const size = padded(points);
  const by = f64x2.splat(factor);
  const end = stateAt(points) + ((<usize>(size * size)) << 3);
  for (let at = stateAt(points); at < end; at += 16) v128.store(at, f64x2.mul(v128.load(at), by));
}
