import { Interval } from '../interval/interval.js';
import { betweenBlocks, blockGram, squaredNorm } from '../limit/block-gram.js';
import { limitLayer } from '../limit/limit-map.js';
import { stagesOf } from '../network/layer.js';
import { batchNormRelu } from '../network/layers.js';
import { acos } from '../portable/acos.js';
import { digitsOf } from './digits.js';
import { tiling } from './tilings.js';

/** Z of docs/derivations.md#leads-under-batch-normalisation, in doubles. */
function bend(lead: number, n: number): number {
  const [m, M, pairs] = [n - 1, n * (n - 2), n * (n - 1)];
  const whole = M + lead;
  const within = acos((lead - n) / whole);
  const half = Math.sqrt(pairs * (2 * lead + n * (n - 3)));
  const between = acos(Math.sqrt(lead / whole));
  const own = 1 - (half - within * (lead - n)) / (Math.PI * pairs);
  const ownSlope = (within - half / whole) / (Math.PI * pairs);
  const cross = (Math.sqrt(M * lead) - between * lead) / Math.PI;
  const crossSlope = (0.5 * Math.sqrt(M * lead) * (1 + lead / whole) - between * lead) / (Math.PI * lead);
  const needed = m * m + 1;
  const value = n * (n * lead + n - 2) * own - needed * lead - M + 2 * m * cross;
  const slope = n * n * own + n * (n * lead + n - 2) * ownSlope - needed + 2 * m * crossSlope;
  return 2 * lead * (lead - 1) * (n * n * own + slope) + (n - 3 * lead) * value;
}

/** By how much the checker's bounds of a slope widen over a cell, at most, over n^2 (3 + n q) and the width of the cell. As tried. */
const WIDENING = 8;

/** A function of [0, 1] that is 0 at 1, and how it is to be tiled. */
interface Tiled {
  readonly at: (x: number) => number;
  /** By how much the checker's bounds of a slope may widen on a cell. */
  readonly blur: (lo: number, hi: number) => number;
  /** Up to where nothing is to be shown. */
  readonly settled: number;
  /** Whether a slope will do where a sign changes. */
  readonly turns: boolean;
}

/** Cells on which a function has one sign or slope, by its values in doubles: the checker decides. */
function cellsFor({ at, blur, settled, turns }: Tiled): string {
  const depths = tiling(({ lo, hi }) => {
    if (hi <= settled) return true;
    const [width, middle, step] = [hi - lo, (lo + hi) / 2, (hi - lo) / 64];
    const slopes = [lo + 2 * step, middle, hi - 2 * step].map((x) => (at(x + step) - at(x - step)) / (2 * step));
    const spread = 2 * (Math.max(...slopes) - Math.min(...slopes)) + blur(lo, hi);
    if ((turns || hi === 1) && Math.abs(slopes[1] ?? 0) > spread) return true;
    return hi < 1 && Math.abs(at(middle)) > ((Math.max(...slopes.map(Math.abs)) + spread) * width) / 2;
  });
  if (depths === undefined) throw new RangeError('lead: needs smaller cells than doubles allow.');
  return depths;
}

/** Tilings of leads below and above 1, for n points. */
function proveBends(points: number, turns: boolean) {
  const blur = (width: number, q: number): number => WIDENING * points * points * (3 + points * q) * width;
  return {
    points,
    shorter: cellsFor({
      at: (y) => bend(y * y, points),
      blur: (lo, hi) => blur(hi - lo, 1),
      settled: 0,
      turns: false,
    }),
    longer: cellsFor({
      at: (q) => q * q * bend(1 / q, points),
      blur: (lo, hi) => blur((hi - lo) / (lo * hi), hi),
      settled: 1 / (points * (points - 2)),
      turns,
    }),
  };
}

/** What one layer of batch normalisation and ReLU makes of a lead. */
function leadAfter(lead: number, points: number): number {
  const others = points - 1;
  const cross = 1 - lead / points;
  const { gram } = limitLayer(stagesOf(batchNormRelu))({
    gram: blockGram(
      [1, others],
      [0, 1],
      [1 + (lead * others) / points, cross, cross, 1 + lead / (points * others) - 1 / others],
    ),
  });
  const own = gram.own[1] ?? NaN;
  const distance = squaredNorm(gram, 0) - 2 * betweenBlocks(gram, 0, 1) + betweenBlocks(gram, 1, 1) + own / others;
  return (others * distance) / (points * own);
}

/** The lead that a layer keeps between two others, by halving. */
function keptLead(points: number, from: number, to: number): Interval {
  const grows = (lead: number): boolean => leadAfter(lead, points) > lead;
  let [low, high] = [from, to];
  const rises = grows(low);
  for (let k = 0; k < 50; k++) {
    const middle = low / 2 + high / 2;
    if (grows(middle) === rises) low = middle;
    else high = middle;
  }
  return Interval.of(low, high);
}

export function proveNoMildPoint(points: number) {
  return proveBends(points, false);
}

/** Both leads lie on either side of 0.06 n. */
export function proveMildPoint(points: number) {
  return {
    ...proveBends(points, true),
    tips: digitsOf(keptLead(points, 1 + 12 / points, 0.06 * points), 8),
    rests: digitsOf(keptLead(points, 0.06 * points, points), 8),
  };
}

export function proveNoMildPoints() {
  return { batches: Array.from({ length: 49 }, (_, i) => proveNoMildPoint(i + 3)) };
}

export function proveMildPoints() {
  return { batches: Array.from({ length: 99 }, (_, i) => proveMildPoint(i + 52)) };
}
