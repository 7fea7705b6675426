import { blockAt, divisorPanelsAt, padded, STRIDE } from './memory';

/*
 * An upper triangular matrix in panels, and quotients of the block with it, in place; multiply.ts has the products. Row r of the
 * block is a row vector; lanes are rows. Each entry is one sum, from the first point to the last.
 */

/**
 * Copies an upper triangular matrix into panels of 4 columns, times `scale`.
 *
 * Every number twice: a load that fills both lanes from one number takes turns with the arithmetic, a plain load does not.
 */
export function packInto(panels: usize, upper: usize, points: i32, scale: f64): void {
  const size = padded(points);
  const factor = f64x2.splat(scale);
  let to = panels;
  for (let j = 0; j < size; j += 4) {
    let from = upper + ((<usize>j) << 3);
    for (let i = 0; i < j + 4; i++) {
      v128.store(to, f64x2.mul(v128.load64_splat(from), factor));
      v128.store(to, f64x2.mul(v128.load64_splat(from, 8), factor), 16);
      v128.store(to, f64x2.mul(v128.load64_splat(from, 16), factor), 32);
      v128.store(to, f64x2.mul(v128.load64_splat(from, 24), factor), 48);
      from += (<usize>size) << 3;
      to += 64;
    }
  }
}

/** Byte offset of panel J: 4 numbers, twice, for each of 4 + 8 + ... + 4J rows before it. */
export function panelOffset(tile: i32): usize {
  return (<usize>(tile * (tile + 1))) << 7;
}

/** Rows y of the block become the w with w T = y, from the first point down. Divides by multiplying with 1 / T_jj. */
export function divideRows(points: i32, strips: i32): void {
  const block = blockAt(points);
  const tiles = padded(points) >> 2;
  for (let tile = 0; tile < tiles; tile++) {
    const panel = divisorPanelsAt(points) + panelOffset(tile);
    const corner = panel + ((<usize>tile) << 8);
    const to = block + <usize>(tile * 4) * STRIDE;
    const reciprocalA = f64x2.splat(1.0 / load<f64>(corner));
    const reciprocalB = f64x2.splat(1.0 / load<f64>(corner, 80));
    const reciprocalC = f64x2.splat(1.0 / load<f64>(corner, 160));
    const reciprocalD = f64x2.splat(1.0 / load<f64>(corner, 240));
    for (let s = 0; s < strips; s++) {
      const at = to + ((<usize>s) << 5);
      let from = block + ((<usize>s) << 5);
      let entry = panel;
      let a0 = v128.load(at);
      let a1 = v128.load(at, 16);
      let b0 = v128.load(at, STRIDE);
      let b1 = v128.load(at, STRIDE + 16);
      let c0 = v128.load(at, 2 * STRIDE);
      let c1 = v128.load(at, 2 * STRIDE + 16);
      let d0 = v128.load(at, 3 * STRIDE);
      let d1 = v128.load(at, 3 * STRIDE + 16);
      while (entry < corner) {
        const x = v128.load(from);
        const y = v128.load(from, 16);
        let w = v128.load(entry);
        a0 = f64x2.sub(a0, f64x2.mul(w, x));
        a1 = f64x2.sub(a1, f64x2.mul(w, y));
        w = v128.load(entry, 16);
        b0 = f64x2.sub(b0, f64x2.mul(w, x));
        b1 = f64x2.sub(b1, f64x2.mul(w, y));
        w = v128.load(entry, 32);
        c0 = f64x2.sub(c0, f64x2.mul(w, x));
        c1 = f64x2.sub(c1, f64x2.mul(w, y));
        w = v128.load(entry, 48);
        d0 = f64x2.sub(d0, f64x2.mul(w, x));
        d1 = f64x2.sub(d1, f64x2.mul(w, y));
        from += STRIDE;
        entry += 64;
      }
      a0 = f64x2.mul(a0, reciprocalA);
      a1 = f64x2.mul(a1, reciprocalA);
      let w = v128.load(corner, 16);
      b0 = f64x2.mul(f64x2.sub(b0, f64x2.mul(w, a0)), reciprocalB);
      b1 = f64x2.mul(f64x2.sub(b1, f64x2.mul(w, a1)), reciprocalB);
      w = v128.load(corner, 32);
      c0 = f64x2.sub(c0, f64x2.mul(w, a0));
      c1 = f64x2.sub(c1, f64x2.mul(w, a1));
      w = v128.load(corner, 96);
      c0 = f64x2.mul(f64x2.sub(c0, f64x2.mul(w, b0)), reciprocalC);
      c1 = f64x2.mul(f64x2.sub(c1, f64x2.mul(w, b1)), reciprocalC);
      w = v128.load(corner, 48);
      d0 = f64x2.sub(d0, f64x2.mul(w, a0));
      d1 = f64x2.sub(d1, f64x2.mul(w, a1));
      w = v128.load(corner, 112);
      d0 = f64x2.sub(d0, f64x2.mul(w, b0));
      d1 = f64x2.sub(d1, f64x2.mul(w, b1));
      w = v128.load(corner, 176);
      d0 = f64x2.mul(f64x2.sub(d0, f64x2.mul(w, c0)), reciprocalD);
      d1 = f64x2.mul(f64x2.sub(d1, f64x2.mul(w, c1)), reciprocalD);
      v128.store(at, a0);
      v128.store(at, a1, 16);
      v128.store(at, b0, STRIDE);
      v128.store(at, b1, STRIDE + 16);
      v128.store(at, c0, 2 * STRIDE);
      v128.store(at, c1, 2 * STRIDE + 16);
      v128.store(at, d0, 3 * STRIDE);
      v128.store(at, d1, 3 * STRIDE + 16);
    }
  }
}
