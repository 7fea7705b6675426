import { Interval } from '../interval/interval.js';
import { provedState } from './group-state.js';
import { BANDS, RATE, ratesOf } from './one-odd-point.js';
import { decimals, numbersFrom, significant } from './notation.js';

/** One fixed point, by the digits that its numbers begin with. */
export interface OddState {
  readonly points: number;
  /** Within the cluster, after centring: everything else follows from it. */
  readonly angle: string;
  /** n - 1 - r. */
  readonly short: string;
  readonly rho: string;
  readonly tau: string;
  /** Largest modulus of an eigenvalue of the layer. */
  readonly radius: string;
}

export interface OddStates {
  readonly states: readonly OddState[];
}

const [FIRST, LAST] = [7, 1024];
const NINE = Interval.pi.squared().times(9);

/** Whether a state is where its digits say, attracts, and meets the bounds of the claims. */
export function checkOddState({ points: n, angle, short, rho, tau, radius }: OddState): boolean {
  const state = provedState(numbersFrom(angle), n, 1);
  if (state === undefined || significant(angle) < 10 || [short, rho, tau].some((text) => decimals(text) < 12))
    return false;
  const [unit, one] = [Interval.ratio(1, n), Interval.of(1)];
  const gap = state.gap.times(state.multiplier).value.times(unit.squared());
  const deficit = state.sine
    .squared()
    .over(state.cosine.plus(1))
    .value.times(unit.squared())
    .times(n - 1);
  const cross = state.crossCosine.value;
  const { slow, fast } = ratesOf(state);
  const sizes = [...slow, ...fast].map(({ value }) => value.squared().root());
  const largest = Interval.of(Math.max(...sizes.map(({ lo }) => lo)), Math.max(...sizes.map(({ hi }) => hi)));
  const second = (x: Interval, slope: number): Interval => x.minus(1).times(n).plus(slope).times(n);
  const leading = NINE.over(Interval.of(8).root()).over(n * n * n);
  return (
    numbersFrom(short).contains(deficit) &&
    numbersFrom(rho).contains(one.minus(gap)) &&
    numbersFrom(tau).contains(cross) &&
    decimals(radius) >= 9 &&
    numbersFrom(radius).contains(largest) &&
    largest.hi < 1 &&
    one.minus(gap).lo > 0.47 &&
    cross.hi < 0.07 &&
    deficit.hi < (n - 1) / 2 &&
    BANDS.gap.contains(second(gap.times(2 * n * n).over(NINE), 4)) &&
    BANDS.short.contains(second(deficit.times(4 * n).over(NINE), 4)) &&
    BANDS.cross.contains(second(cross.over(leading), 4.5)) &&
    RATE.contains(second(largest, 1))
  );
}

/** All of them. */
export function checkOddStates({ states }: OddStates): boolean {
  return (
    states.length === LAST - FIRST + 1 && states.every((state, i) => state.points === FIRST + i && checkOddState(state))
  );
}
