import { padded, scratchAt } from './memory';
import { rectify, rowAt, word } from './wide-moment';

/*
 * Layers of infinite width: src/limit/dense-step.ts on the upper triangle of the state, two columns at a time. The
 * operations on each number and the order of each sum are the same, hence the bits.
 */

/** Runs `count` layers on the state, a whole symmetric matrix. In between, of row i only the columns from i & ~1 on count. */
export function wideSteps(points: i32, count: i32, recentred: i32, slope: f64): void {
  for (let t = 0; t < count; t++) {
    if (recentred) centre(points);
    if (slope !== 1) rectify(points, slope);
    normalise(points);
  }
  mirror(points);
}

function centre(points: i32): void {
  const means = scratchAt(points);
  sumRows(points);
  let total: f64 = 0;
  for (let i = 0; i < points; i++) {
    const mean = load<f64>(means + word(i)) / <f64>points;
    store<f64>(means + word(i), mean);
    total += mean;
  }
  const mean = f64x2.splat(total / <f64>points);
  for (let i = 0; i < points; i++) {
    const row = rowAt(points, i);
    const own = v128.load64_splat(means + word(i));
    for (let at = word(i & ~1); at < word(points); at += 16) {
      const x = f64x2.sub(v128.load(row + at), f64x2.add(own, v128.load(means + at)));
      v128.store(row + at, f64x2.add(x, mean));
    }
  }
}

/** Row sums of the symmetric matrix: what row i lacks on the left is what the rows above have added in its column. */
function sumRows(points: i32): void {
  const sums = scratchAt(points);
  memory.fill(sums, 0, word(padded(points)));
  for (let i = 0; i < points; i++) {
    const row = rowAt(points, i);
    let sum = load<f64>(sums + word(i)) + load<f64>(row + word(i));
    for (let at = word(i + 1); at < word(points); at += 8) {
      const x = load<f64>(row + at);
      sum += x;
      store<f64>(sums + at, load<f64>(sums + at) + x);
    }
    store<f64>(sums + word(i), sum);
  }
}

function normalise(points: i32): void {
  let trace: f64 = 0;
  for (let i = 0; i < points; i++) trace += load<f64>(rowAt(points, i) + word(i));
  const factor = f64x2.splat(trace > 0 ? <f64>points / trace : NaN);
  for (let i = 0; i < points; i++) {
    const row = rowAt(points, i);
    for (let at = word(i & ~1); at < word(points); at += 16) {
      v128.store(row + at, f64x2.mul(factor, v128.load(row + at)));
    }
  }
}

/** Copies the upper triangle onto the lower one, in tiles of 4 x 4: whole columns would miss the cache at every number. */
function mirror(points: i32): void {
  for (let top = 0; top < points; top += 4) {
    for (let left = 0; left <= top; left += 4) {
      for (let i = top; i < top + 4; i++) {
        const row = rowAt(points, i);
        const end = min(i, left + 4);
        for (let j = left; j < end; j++) store<f64>(row + word(j), load<f64>(rowAt(points, j) + word(i)));
      }
    }
  }
}
