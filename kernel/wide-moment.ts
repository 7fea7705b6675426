import { angleOfSine, asinHead, sineExcess, sineOfGap } from './angle';
import { blockAt, padded, stateAt } from './memory';

/*
 * The rectified moments of src/limit/dense-step.ts, a row at a time in five passes. One pass would wait: it is one chain of 250
 * cycles, of which a core holds two at once. Short chains overlap: 22 ns an entry in one pass, 12 in four, 10.5 in five.
 */
const PI: f64 = 3.141592653589793;

export function rowAt(points: i32, i: i32): usize {
  return stateAt(points) + ((<usize>(i * padded(points))) << 3);
}

/** Bytes to number j of a row or vector. */
export function word(j: i32): usize {
  return (<usize>j) << 3;
}

/**
 * Vectors of one number for each point, where chains keep their block. A gap is 1 - |cosine|. In the vector of the angles the
 * sines of `sineOfGap` come first, and the excesses last.
 */
function vectorAt(points: i32, which: i32): usize {
  return blockAt(points) + word(which * padded(points));
}
const VARIANCES: i32 = 0;
const SCALES: i32 = 1;
const GAPS: i32 = 2;
const ANGLES: i32 = 3;
const HEADS: i32 = 4;

/** Replaces covariances by second moments after max(z, 0) + slope min(z, 0). */
export function rectify(points: i32, slope: f64): void {
  const variances = vectorAt(points, VARIANCES);
  const bend = ((1 - slope) * (1 - slope)) / 2;
  memory.fill(variances, 0, word(padded(points)));
  for (let i = 0; i < points; i++) store<f64>(variances + word(i), load<f64>(rowAt(points, i) + word(i)));
  for (let i = 0; i < points; i++) {
    const first = word((i + 1) & ~1);
    findGaps(points, i, first);
    findSines(points, first);
    findAngles(points, first);
    findExcesses(points, first);
    writeMoments(points, i, first, slope, bend);
    const own = load<f64>(variances + word(i));
    store<f64>(rowAt(points, i) + word(i), slope * own + bend * own);
  }
}

/**
 * One division does for the distances to both ends: dividing by one positive number keeps their order, and never makes a tie of
 * them, since next to `scale` the numbers lie further apart than next to 1.
 */
function findGaps(points: i32, i: i32, first: usize): void {
  const row = rowAt(points, i);
  const variances = vectorAt(points, VARIANCES);
  const scales = vectorAt(points, SCALES);
  const gaps = vectorAt(points, GAPS);
  const zero = f64x2.splat(0);
  const start = v128.load64_splat(variances + word(i));
  const alive = f64x2.gt(start, zero);
  for (let at = first; at < word(points); at += 16) {
    const end = v128.load(variances + at);
    const inner = v128.load(row + at);
    const scale = v128.and(f64x2.sqrt(f64x2.mul(start, end)), v128.and(alive, f64x2.gt(end, zero)));
    const below = f64x2.sub(scale, inner);
    const above = f64x2.add(scale, inner);
    const nearest = f64x2.div(v128.bitselect(below, above, f64x2.le(below, above)), scale);
    v128.store(scales + at, scale);
    v128.store(gaps + at, f64x2.pmin(f64x2.pmax(nearest, zero), f64x2.splat(1)));
  }
}

function findSines(points: i32, first: usize): void {
  const gaps = vectorAt(points, GAPS);
  const sines = vectorAt(points, ANGLES);
  const heads = vectorAt(points, HEADS);
  for (let at = first; at < word(points); at += 16) {
    const sine = sineOfGap(v128.load(gaps + at));
    v128.store(sines + at, sine);
    v128.store(heads + at, asinHead(sine));
  }
}

function findAngles(points: i32, first: usize): void {
  const gaps = vectorAt(points, GAPS);
  const angles = vectorAt(points, ANGLES);
  const heads = vectorAt(points, HEADS);
  for (let at = first; at < word(points); at += 16) {
    v128.store(angles + at, angleOfSine(v128.load(angles + at), v128.load(heads + at), v128.load(gaps + at)));
  }
}

function findExcesses(points: i32, first: usize): void {
  const gaps = vectorAt(points, GAPS);
  const angles = vectorAt(points, ANGLES);
  for (let at = first; at < word(points); at += 16) {
    v128.store(angles + at, sineExcess(v128.load(angles + at), v128.load(gaps + at)));
  }
}

function writeMoments(points: i32, i: i32, first: usize, slope: f64, bend: f64): void {
  const row = rowAt(points, i);
  const scales = vectorAt(points, SCALES);
  const gaps = vectorAt(points, GAPS);
  const excesses = vectorAt(points, ANGLES);
  const slopes = f64x2.splat(slope);
  const bends = f64x2.splat(bend);
  for (let at = first; at < word(points); at += 16) {
    const inner = v128.load(row + at);
    const scale = v128.load(scales + at);
    const part = f64x2.div(v128.load(excesses + at), f64x2.splat(PI));
    const close = f64x2.sub(f64x2.splat(1), f64x2.sub(v128.load(gaps + at), part));
    const near = f64x2.le(f64x2.sub(scale, inner), f64x2.add(scale, inner));
    const kernel = v128.andnot(v128.bitselect(close, part, near), f64x2.eq(scale, f64x2.splat(0)));
    v128.store(row + at, f64x2.add(f64x2.mul(slopes, inner), f64x2.mul(f64x2.mul(bends, scale), kernel)));
  }
}
