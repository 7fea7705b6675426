import { Interval } from '../interval/interval.js';
import { angle, crossing, versine } from './functions.js';
import { Jet } from '../interval/jet.js';
import { cellsOf, decimals, numbersFrom, onAll } from './notation.js';

/** Tilings, row by row: the depth of a row of batch sizes, then those of its cells, from symmetry outwards. */
type Tiling = readonly (readonly [row: string, cells: string])[];

/** What proves where the odd-point state is born, n and c at the saddle-node first. */
export interface Birth {
  readonly size: string;
  readonly place: string;
  readonly tilings: Readonly<Record<'shorter' | 'before' | 'closer' | 'farther' | 'core', Tiling>>;
}

/** Where the odd point is longer than the others, x runs from symmetry, 0, to a cluster that is one point, 1. */
const BAND = { from: 6, to: 6.109375, inner: 0.25, outer: 0.5 } as const;

/**
 * F: 0 exactly at fixed points, negative where a layer loosens the cluster. Source: docs/derivations.md#birth.
 *
 * c = cos phi is (1 + (n-2) x)/(n-1) for a longer odd point, x/(n-1) for a shorter one.
 */
function tightening(x: Jet, n: Jet, longer: boolean): Jet {
  const one = x.times(0).plus(1);
  const m = n.minus(1);
  const deficit = longer ? one.minus(x).times(one.minus(one.over(m))) : one.minus(x.over(m));
  const c = one.minus(deficit);
  const sine2 = deficit.times(c.plus(1));
  const half = sine2.plus(sine2.over(m.minus(1))).over(2);
  const psi = angle(half.root(), one.minus(half).root(), one).times(2);
  const phi = angle(sine2.root(), c, one);
  const cross = crossing(phi.squared()).times(phi.squared()).times(phi);
  const closed = crossing(psi.squared()).times(psi).over(versine(psi.squared()));
  const weight = n.squared().minus(1).times(c.squared()).plus(1);
  return closed.times(weight).minus(m.times(c).times(c.plus(cross)).times(2));
}

/** Bounds of F on a box, from its middle by both slopes. */
function fromMiddle(x: Interval, n: Interval, longer: boolean): Interval {
  const [x0, n0] = [Interval.of(x.middle), Interval.of(n.middle)];
  const inX = slopeInX(x, n, longer).times(x.minus(x0));
  const inN = slopeInN(x0, n, longer).times(n.minus(n0));
  return tightening(Jet.constant(x0, 0), Jet.constant(n0, 0), longer).value.plus(inX).plus(inN);
}

function slopeInX(x: Interval, n: Interval, longer: boolean): Interval {
  return tightening(Jet.variable(x, 1), Jet.constant(n, 1), longer).of(1);
}

function slopeInN(x: Interval, n: Interval, longer: boolean): Interval {
  return tightening(Jet.constant(x, 1), Jet.variable(n, 1), longer).of(1);
}

/** No fixed point among these x, for all sizes in a range: one sign, and towards symmetry, which is one, a slope. */
function excludes(x: Interval, n: Interval, longer: boolean): boolean {
  if (longer ? x.lo === 0 : x.hi === 1) return slopeInX(x, n, longer).isNegative();
  const decided = (value: Interval): boolean => (longer ? value.isNegative() : value.isPositive());
  return decided(tightening(Jet.constant(x, 0), Jet.constant(n, 0), longer).value) || decided(fromMiddle(x, n, longer));
}

/** F is concave in x and grows with n: its maximum over x grows with n, through 0 at one n only. */
function folds(x: Interval, n: Interval): boolean {
  const bend = tightening(Jet.variable(x, 2), Jet.constant(n, 2), true).of(2);
  return bend.isNegative() && slopeInN(x, n, true).isPositive();
}

/** The part of [from, to] that a cell of [0, 1] stands for. */
function part(cell: Interval, from: number, to: number): Interval {
  return cell.times(to - from).plus(from); // exact: all are binary fractions of few digits
}

/** See `BIRTH` for what is proved. */
export function checkBirth({ size, place, tilings }: Birth): boolean {
  const [n, x] = [numbersFrom(size), numbersFrom(place)];
  if (decimals(size) < 12 || decimals(place) < 8) return false;
  if (!Interval.of(BAND.from, BAND.to).contains(n) || !Interval.of(BAND.inner, BAND.outer).contains(x)) return false;
  const on = (tiling: Tiling, test: (cell: Interval, row: Interval) => boolean): boolean => {
    const rows = cellsOf(tiling.map(([row]) => row).join(' '));
    return rows?.every((row, i) => onAll(tiling[i]?.[1] ?? '', (cell) => test(cell, row))) === true;
  };
  const band = (row: Interval): Interval => part(row, BAND.from, BAND.to);
  const [first, last] = [Interval.of(n.lo), Interval.of(n.hi)];
  const summit = (at: Interval): Interval => fromMiddle(x, at, true);
  return (
    slopeInX(Interval.of(x.lo), n, true).isPositive() &&
    slopeInX(Interval.of(x.hi), n, true).isNegative() &&
    summit(first).isNegative() &&
    summit(last).isPositive() &&
    on(tilings.shorter, (cell, row) => excludes(cell, part(row, 3, BAND.to), false)) &&
    on(tilings.before, (cell, row) => excludes(cell, part(row, 3, BAND.from), true)) &&
    on(tilings.closer, (cell, row) => excludes(part(cell, 0, BAND.inner), band(row), true)) &&
    on(tilings.farther, (cell, row) => excludes(part(cell, BAND.outer, 1), band(row), true)) &&
    on(tilings.core, (cell, row) => folds(part(cell, BAND.inner, BAND.outer), band(row)))
  );
}
