import { blockAt, padded, stateAt, STRIDE, sumsAt } from './memory';

/*
 * The Gram matrix of the rows of all blocks. Even and odd rows are summed apart, one lane each; a block is summed from +0 and
 * then added, so that the error grows with 32 + blocks and not with rows.
 */

export function clearSums(points: i32): void {
  const tiles = padded(points) >> 2;
  memory.fill(sumsAt(points), 0, (<usize>(tiles * (tiles + 1))) << 7);
}

/** Adds z'z for the first `strips` groups of 4 rows of the block. */
export function addBlock(points: i32, strips: i32): void {
  const block = blockAt(points);
  const tiles = padded(points) >> 2;
  const rowBytes = (<usize>strips) << 5;
  let sums = sumsAt(points);
  for (let tile = 0; tile < tiles; tile++) {
    const left = block + <usize>(tile * 4) * STRIDE;
    const end = left + 4 * STRIDE;
    for (let right = block; right < end; right += 2 * STRIDE) {
      let a0 = f64x2.splat(0);
      let a1 = a0;
      let b0 = a0;
      let b1 = a0;
      let c0 = a0;
      let c1 = a0;
      let d0 = a0;
      let d1 = a0;
      let from = left;
      let other = right;
      const stop = left + rowBytes;
      // Not unrolled, here and in triangular.ts: V8 loads ahead, and more than 6 vectors beside the 8 sums would spill.
      while (from < stop) {
        const x = v128.load(other);
        const y = v128.load(other, STRIDE);
        let w = v128.load(from);
        a0 = f64x2.add(a0, f64x2.mul(w, x));
        a1 = f64x2.add(a1, f64x2.mul(w, y));
        w = v128.load(from, STRIDE);
        b0 = f64x2.add(b0, f64x2.mul(w, x));
        b1 = f64x2.add(b1, f64x2.mul(w, y));
        w = v128.load(from, 2 * STRIDE);
        c0 = f64x2.add(c0, f64x2.mul(w, x));
        c1 = f64x2.add(c1, f64x2.mul(w, y));
        w = v128.load(from, 3 * STRIDE);
        d0 = f64x2.add(d0, f64x2.mul(w, x));
        d1 = f64x2.add(d1, f64x2.mul(w, y));
        from += 16;
        other += 16;
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
  }
}

/** Writes the sums, even plus odd, into the upper triangle of the matrix at `to`; the lower one becomes zero. */
export function writeSums(points: i32, to: usize): void {
  const size = padded(points);
  memory.fill(to, 0, (<usize>(size * size)) << 3);
  let sums = sumsAt(points);
  for (let tile = 0; tile < size; tile += 4) {
    for (let j = 0; j < tile + 4; j += 2) {
      for (let i = tile; i < tile + 4; i++) {
        const first = load<f64>(sums) + load<f64>(sums, 8);
        const second = load<f64>(sums, 16) + load<f64>(sums, 24);
        if (j <= i) store<f64>(to + ((<usize>(j * size + i)) << 3), first);
        if (j + 1 <= i) store<f64>(to + ((<usize>((j + 1) * size + i)) << 3), second);
        sums += 32;
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
