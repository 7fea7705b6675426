import { blockAt, IN_PLACE, padded, panelsAt, stripBytes, STRIDE, stripsAt } from './memory';
import { panelOffset } from './triangular';

/**
 * Rows z become z R, from the last point up: point j needs only those before it. `strips` counts groups of 4 rows.
 *
 * Each entry is one sum, from the first point to the last; the first product of a tile starts it, up to the sign of a zero.
 */
export function multiplyRows(points: i32, strips: i32): void {
  const block = blockAt(points);
  if (points > IN_PLACE) return multiplyStrips<InStrips>(points, stripsAt(points), stripBytes(points), block, strips);
  const together = points > FITS_WHOLE ? PART : strips;
  for (let s = 0; s < strips; s += together) {
    const part = block + ((<usize>s) << 5);
    multiplyStrips<InBlock>(points, part, 32, part, min(together, strips - s));
  }
}

/*
 * Up to 64 points, a block of 64 rows fits a first cache of 32 KiB; up to IN_PLACE, PART strips of it do, beside a panel. Beyond,
 * rows come from the second cache, and only half of each line of the block is of the strip that is multiplied: so there they are
 * drawn in strips, which are read from one end to the other.
 */
const FITS_WHOLE: i32 = 64;
const PART: i32 = 4;

/** Stand for the bytes from a point to the next one, which a function has to know when it is compiled: told by their size. */
type InBlock = u16;
type InStrips = u8;

/** From rows at `source`, `shift` bytes from a strip of 4 rows to the next, into the block from `block` on. */
function multiplyStrips<Layout>(points: i32, source: usize, shift: usize, block: usize, strips: i32): void {
  const step: usize = sizeof<Layout>() == sizeof<InStrips>() ? 32 : STRIDE;
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
        let x = v128.load(from);
        let y = v128.load(from, 16);
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
        // Four steps a turn, which ends after 4 tile - 1 of them. The two ways out that are never taken keep V8 from loading ahead.
        while (true) {
          x = v128.load(from);
          y = v128.load(from, 16);
          w = v128.load(entry);
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
          if (entry == corner) break; // never
          x = v128.load(from, step);
          y = v128.load(from, step + 16);
          w = v128.load(entry, 64);
          a0 = f64x2.add(a0, f64x2.mul(w, x));
          a1 = f64x2.add(a1, f64x2.mul(w, y));
          w = v128.load(entry, 80);
          b0 = f64x2.add(b0, f64x2.mul(w, x));
          b1 = f64x2.add(b1, f64x2.mul(w, y));
          w = v128.load(entry, 96);
          c0 = f64x2.add(c0, f64x2.mul(w, x));
          c1 = f64x2.add(c1, f64x2.mul(w, y));
          w = v128.load(entry, 112);
          d0 = f64x2.add(d0, f64x2.mul(w, x));
          d1 = f64x2.add(d1, f64x2.mul(w, y));
          if (entry == corner + 64) break; // never
          x = v128.load(from, 2 * step);
          y = v128.load(from, 2 * step + 16);
          w = v128.load(entry, 128);
          a0 = f64x2.add(a0, f64x2.mul(w, x));
          a1 = f64x2.add(a1, f64x2.mul(w, y));
          w = v128.load(entry, 144);
          b0 = f64x2.add(b0, f64x2.mul(w, x));
          b1 = f64x2.add(b1, f64x2.mul(w, y));
          w = v128.load(entry, 160);
          c0 = f64x2.add(c0, f64x2.mul(w, x));
          c1 = f64x2.add(c1, f64x2.mul(w, y));
          w = v128.load(entry, 176);
          d0 = f64x2.add(d0, f64x2.mul(w, x));
          d1 = f64x2.add(d1, f64x2.mul(w, y));
          if (entry == corner - 192) break;
          x = v128.load(from, 3 * step);
          y = v128.load(from, 3 * step + 16);
          w = v128.load(entry, 192);
          a0 = f64x2.add(a0, f64x2.mul(w, x));
          a1 = f64x2.add(a1, f64x2.mul(w, y));
          w = v128.load(entry, 208);
          b0 = f64x2.add(b0, f64x2.mul(w, x));
          b1 = f64x2.add(b1, f64x2.mul(w, y));
          w = v128.load(entry, 224);
          c0 = f64x2.add(c0, f64x2.mul(w, x));
          c1 = f64x2.add(c1, f64x2.mul(w, y));
          w = v128.load(entry, 240);
          d0 = f64x2.add(d0, f64x2.mul(w, x));
          d1 = f64x2.add(d1, f64x2.mul(w, y));
          from += 4 * step;
          entry += 256;
        }
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
