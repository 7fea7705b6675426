import { blockAt, divisorPanelsAt, IN_PLACE, padded, panelsAt, stripBytes, STRIDE, stripsAt } from './memory';

/*
 * Products and quotients of a block with an upper triangular matrix, in place. Row r of the block is a row vector; lanes are rows.
 * Each entry is one sum, from the first point to the last; the first product of a tile starts it, up to the sign of a zero.
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
function panelOffset(tile: i32): usize {
  return (<usize>(tile * (tile + 1))) << 7;
}

/** Rows z become z R, from the last point up: point j needs only those before it. `strips` counts groups of 4 rows. */
export function multiplyRows(points: i32, strips: i32): void {
  const block = blockAt(points);
  if (points > IN_PLACE) return multiplyStrips(points, stripsAt(points), 32, stripBytes(points), block, strips);
  const together = points > FITS_WHOLE ? PART : strips;
  for (let s = 0; s < strips; s += together) {
    const part = block + ((<usize>s) << 5);
    multiplyStrips(points, part, STRIDE, 32, part, min(together, strips - s));
  }
}

/*
 * Up to 64 points, a block of 64 rows fits a first cache of 32 KiB; up to IN_PLACE, PART strips of it do, beside a panel. Beyond,
 * rows come from the second cache, and only half of each line of the block is of the strip that is multiplied: so there they are
 * drawn in strips, which are read from one end to the other.
 */
const FITS_WHOLE: i32 = 64;
const PART: i32 = 4;

/** From rows at `source`, `step` bytes from a point to the next one and `shift` from a strip of 4 rows to the next, into the block from `block` on. */
function multiplyStrips(points: i32, source: usize, step: usize, shift: usize, block: usize, strips: i32): void {
  for (let tile = (padded(points) >> 2) - 1; tile >= 0; tile--) {
    const panel = panelsAt(points) + panelOffset(tile);
    const corner = panel + ((<usize>tile) << 8);
    const to = block + <usize>(tile * 4) * STRIDE;
    const last = source + <usize>(tile * 4) * step;
    for (let s = 0; s < strips; s++) {
      let from = source + <usize>s * shift;
      let entry = panel;
      let a0 = f64x2.splat(0);
      let a1 = a0;
      let b0 = a0;
      let b1 = a0;
      let c0 = a0;
      let c1 = a0;
      let d0 = a0;
      let d1 = a0;
      if (entry < corner) {
        const x = v128.load(from);
        const y = v128.load(from, 16);
        let w = v128.load(entry);
        a0 = f64x2.mul(w, x);
        a1 = f64x2.mul(w, y);
        w = v128.load(entry, 16);
        b0 = f64x2.mul(w, x);
        b1 = f64x2.mul(w, y);
        w = v128.load(entry, 32);
        c0 = f64x2.mul(w, x);
        c1 = f64x2.mul(w, y);
        w = v128.load(entry, 48);
        d0 = f64x2.mul(w, x);
        d1 = f64x2.mul(w, y);
        from += step;
        entry += 64;
      }
      while (entry < corner) {
        const x = v128.load(from);
        const y = v128.load(from, 16);
        let w = v128.load(entry);
        a0 = f64x2.add(a0, f64x2.mul(w, x));
        a1 = f64x2.add(a1, f64x2.mul(w, y));
        w = v128.load(entry, 16);
        b0 = f64x2.add(b0, f64x2.mul(w, x));
        b1 = f64x2.add(b1, f64x2.mul(w, y));
        w = v128.load(entry, 32);
        c0 = f64x2.add(c0, f64x2.mul(w, x));
        c1 = f64x2.add(c1, f64x2.mul(w, y));
        w = v128.load(entry, 48);
        d0 = f64x2.add(d0, f64x2.mul(w, x));
        d1 = f64x2.add(d1, f64x2.mul(w, y));
        from += step;
        entry += 64;
      }
      // The corner, without its zeros: a column is stored as soon as it is complete, which keeps V8 from loading ahead.
      const at = to + ((<usize>s) << 5);
      from = last + <usize>s * shift;
      let x = v128.load(from);
      let y = v128.load(from, 16);
      let w = v128.load(corner);
      a0 = f64x2.add(a0, f64x2.mul(w, x));
      a1 = f64x2.add(a1, f64x2.mul(w, y));
      v128.store(at, a0);
      v128.store(at, a1, 16);
      w = v128.load(corner, 16);
      b0 = f64x2.add(b0, f64x2.mul(w, x));
      b1 = f64x2.add(b1, f64x2.mul(w, y));
      w = v128.load(corner, 32);
      c0 = f64x2.add(c0, f64x2.mul(w, x));
      c1 = f64x2.add(c1, f64x2.mul(w, y));
      w = v128.load(corner, 48);
      d0 = f64x2.add(d0, f64x2.mul(w, x));
      d1 = f64x2.add(d1, f64x2.mul(w, y));
      from += step;
      x = v128.load(from);
      y = v128.load(from, 16);
      w = v128.load(corner, 80);
      b0 = f64x2.add(b0, f64x2.mul(w, x));
      b1 = f64x2.add(b1, f64x2.mul(w, y));
      v128.store(at, b0, STRIDE);
      v128.store(at, b1, STRIDE + 16);
      w = v128.load(corner, 96);
      c0 = f64x2.add(c0, f64x2.mul(w, x));
      c1 = f64x2.add(c1, f64x2.mul(w, y));
      w = v128.load(corner, 112);
      d0 = f64x2.add(d0, f64x2.mul(w, x));
      d1 = f64x2.add(d1, f64x2.mul(w, y));
      from += step;
      x = v128.load(from);
      y = v128.load(from, 16);
      w = v128.load(corner, 160);
      c0 = f64x2.add(c0, f64x2.mul(w, x));
      c1 = f64x2.add(c1, f64x2.mul(w, y));
      v128.store(at, c0, 2 * STRIDE);
      v128.store(at, c1, 2 * STRIDE + 16);
      w = v128.load(corner, 176);
      d0 = f64x2.add(d0, f64x2.mul(w, x));
      d1 = f64x2.add(d1, f64x2.mul(w, y));
      from += step;
      x = v128.load(from);
      y = v128.load(from, 16);
      w = v128.load(corner, 240);
      d0 = f64x2.add(d0, f64x2.mul(w, x));
      d1 = f64x2.add(d1, f64x2.mul(w, y));
      v128.store(at, d0, 3 * STRIDE);
      v128.store(at, d1, 3 * STRIDE + 16);
    }
  }
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
