import { Interval } from '../../src/interval/interval.js';
import * as rounding from '../../src/interval/rounding.js';
import { shortfall } from '../../src/checker/lead.js';
import { crossing as checkedCrossing, sinc, versine, angle } from '../../src/checker/functions.js';
import { Jet } from '../../src/interval/jet.js';
import * as elementary from '../../src/prover/elementary.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { atMost, type Dyadic, dyadic, ofBits, plus, times } from './exact.js';
import * as truth from './fixed-point.js';

/** Bounds of + - * / and sqrt, as rounding.ts has them: an unsound set can be put in their place. */
export type Rounding = Pick<
  typeof rounding,
  'sumDown' | 'sumUp' | 'productDown' | 'productUp' | 'quotientDown' | 'quotientUp' | 'rootDown' | 'rootUp'
>;

/** Something of one argument with its true values, and where it is tried. */
export interface Curve {
  readonly bounds: (x: Interval) => Interval;
  readonly truth: (x: bigint) => bigint;
  readonly from: number;
  readonly to: number;
}

const one = (x: Interval): Jet => Jet.constant(x, 0);
const PI = 3.141592653589793;

/** What certificates are made of, prover and checker. */
export const CURVES: Readonly<Record<string, Curve>> = {
  'prover: 1 - cos x': { bounds: elementary.cosineGap, truth: truth.cosineGap, from: 0, to: PI },
  'prover: sin x': { bounds: elementary.sine, truth: truth.sine, from: 0, to: PI },
  'prover: kappa(-cos x)': { bounds: elementary.crossing, truth: truth.crossing, from: 0, to: PI },
  'prover: acos(1 - x)': {
    bounds: elementary.angleOfGap,
    truth: (x) => truth.arcCosine(truth.fixed(1) - x),
    from: 0,
    to: 2,
  },
  'prover: kappa': { bounds: elementary.kappa, truth: truth.kappa, from: -1, to: 1 },
  "prover: kappa'": { bounds: elementary.kappaSlope, truth: truth.kappaSlope, from: -1, to: 1 },
  'checker: sin x': { bounds: (x) => sinc(one(x).squared()).value.times(x), truth: truth.sine, from: 0, to: PI },
  'checker: 1 - cos x': {
    bounds: (x) => versine(one(x).squared()).value.times(x.squared()),
    truth: truth.cosineGap,
    from: 0,
    to: PI,
  },
  'checker: kappa(-cos x)': {
    bounds: (x) => checkedCrossing(one(x).squared()).value.times(x.squared()).times(x),
    truth: truth.crossing,
    from: 0,
    to: PI,
  },
  'checker: acos x': {
    bounds: (x) => angle(one(Interval.of(1).minus(x).times(x.plus(1)).root()), one(x), one(Interval.of(1))).value,
    truth: truth.arcCosine,
    from: 0,
    to: 1,
  },
  'checker: F(3, x) among 52 points': {
    bounds: (x) => shortfall(Interval.of(3), one(x.root()), one(Interval.of(1)), 52).value,
    truth: (x) => truth.shortfall(x, 3, 52),
    from: 0,
    to: 50,
  },
  'checker: d sin x/dx': {
    bounds: (x) => {
      const at = Jet.variable(x, 1);
      return sinc(at.squared()).times(at).of(1);
    },
    truth: truth.cosine,
    from: 0,
    to: PI,
  },
};

/** Arguments on which an operation leaves the truth out, over `count` random pairs of doubles of any size. */
export function roundingEscapes(under: Rounding, count: number, seed: string): readonly string[] {
  const stream = new Stream(derive(rootKey(seed), 'rounding'));
  const found: string[] = [];
  const expect = (
    what: string,
    a: number,
    b: number,
    low: number,
    high: number,
    below: boolean,
    above: boolean,
  ): void => {
    if (!(below && above)) found.push(`${what}(${a}, ${b}) = [${low}, ${high}]`);
  };
  for (let i = 0; i < count; i++) {
    const a = anyDouble(stream);
    // Half of the time of like size, so that sums round and quotients are not all infinite.
    const b = i % 2 === 0 ? anyDouble(stream) : a * (1 + stream.uniform()) * (i % 4 === 1 ? 1 : -1);
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    const [x, y] = [dyadic(a), dyadic(b)];
    const sum = plus(x, y);
    const product = times(x, y);
    const [s, S, p, P] = [under.sumDown(a, b), under.sumUp(a, b), under.productDown(a, b), under.productUp(a, b)];
    expect('sum', a, b, s, S, lowEnough(s, sum), highEnough(S, sum));
    expect('product', a, b, p, P, lowEnough(p, product), highEnough(P, product));
    if (b !== 0) {
      const [q, Q] = [under.quotientDown(a, b), under.quotientUp(a, b)];
      // q <= a/b: q |b| <= a sign b.
      const [size, signed] =
        b > 0
          ? [y, x]
          : [
              { ...y, m: -y.m },
              { ...x, m: -x.m },
            ];
      const low = q === -Infinity || (Number.isFinite(q) && atMost(times(dyadic(q), size), signed));
      const high = Q === Infinity || (Number.isFinite(Q) && atMost(signed, times(dyadic(Q), size)));
      expect('quotient', a, b, q, Q, low, high);
    }
    const square = Math.abs(a);
    const [r, R] = [under.rootDown(square), under.rootUp(square)];
    expect(
      'root',
      square,
      0,
      r,
      R,
      atMost(times(dyadic(r), dyadic(r)), dyadic(square)),
      atMost(dyadic(square), times(dyadic(R), dyadic(R))),
    );
  }
  return found;
}

function lowEnough(bound: number, exact: Dyadic): boolean {
  return bound === -Infinity || (Number.isFinite(bound) && atMost(dyadic(bound), exact));
}

function highEnough(bound: number, exact: Dyadic): boolean {
  return bound === Infinity || (Number.isFinite(bound) && atMost(exact, dyadic(bound)));
}

/** Uniform over bit patterns, now and then at a boundary of exponents. */
function anyDouble(stream: Stream): number {
  const word = (): number => Math.floor(stream.uniform() * 4294967296);
  const [high, low] = [word(), word()];
  return high % 16 === 0 ? ofBits(high & 0xfff00000, low % 3) : ofBits(high, low);
}

/** The truth is known to 60 decimals at least. */
const KNOWN = 1n << 30n;

/** Arguments at which a curve leaves the truth out, over `count` random intervals, one in three a point. */
export function curveEscapes(
  { bounds, truth: value, from, to }: Curve,
  count: number,
  seed: string,
): readonly string[] {
  const stream = new Stream(derive(rootKey(seed), 'curve'));
  const found: string[] = [];
  for (let i = 0; i < count; i++) {
    // Every second argument is close to an end, down to 2^-40 of the range, where digits are lost.
    const near = i % 2 === 0 ? 1 : 2 ** -Math.floor(40 * stream.uniform());
    const share = stream.uniform() * near;
    const x = i % 4 === 3 ? Math.max(from, to - share * (to - from)) : from + share * (to - from);
    const last = i % 3 === 0 ? x : Math.min(to, x + stream.uniform() * 2 ** -Math.floor(50 * stream.uniform()));
    const inside = i % 3 === 1 ? last : Math.min(last, x + stream.uniform() * (last - x));
    const { lo, hi } = bounds(Interval.of(x, last));
    const exact = value(truth.fixed(inside));
    const contained = Number.isFinite(lo) && truth.fixed(lo) <= exact + KNOWN && exact - KNOWN <= truth.fixed(hi);
    if (!contained) found.push(`[${x}, ${last}] at ${inside}: [${lo}, ${hi}]`);
  }
  return found;
}

export const SOUND: Rounding = rounding;
