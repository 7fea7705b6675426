import { Interval } from '../interval/interval.js';
import { Jet } from '../interval/jet.js';
import { angle, crossing, sinc, versine } from './functions.js';

export type GroupState = ReturnType<typeof groupState>;

/**
 * k odd points among n = 1/unit, both groups equally tight, as all of it follows from the angle `turn` within a group after centring.
 *
 * Angles are in units of 1/n, so that `unit` may contain 0. Source: docs/derivations.md#group-states, in its notation: gap is h,
 * closed eta, oblique omega, odd and others p_a and p_b, in units of 1/n where they are small; defect is V.
 */
export function groupState(unit: Jet, turn: Jet, k: number) {
  const [square, unit2] = [turn.times(unit).squared(), unit.squared()];
  const gap = versine(square).times(turn.squared());
  const closed = crossing(square).times(turn).over(versine(square));
  const part = unit.times(-k).plus(1); // l/n
  const spread = unit
    .times(-k - 1)
    .plus(1)
    .over(part); // (l - 1)/l
  const [a, b] = [gap.times(Interval.ratio(k - 1, k)), gap.times(spread)];
  const odd = a.times(unit2).times(-1).plus(1);
  const others = b.times(unit2).times(-1).plus(1);
  const cosine = odd.times(others).root();
  const sine = a.plus(b).minus(a.times(b).times(unit2)).root();
  const oblique = angle(sine, cosine, unit);
  const cross = crossing(oblique.times(unit).squared()).times(oblique).times(oblique.squared());
  const crossCosine = cross.times(unit2).times(unit); // tau
  const share = odd.times(unit2).times(k).over(part);
  const weight = odd.times(others).times(unit).times(2).plus(others.times(part).over(k)).plus(share);
  const defect = closed.times(weight).minus(cosine.times(cosine.plus(crossCosine)).times(2));
  const growth = sinc(square).over(versine(square).times(turn)); // d ln h / d psi
  const multiplier = closed.times(unit).times(-1).plus(1); // gamma
  // kappa' between the groups, and within each.
  const between = oblique.times(unit).over(Interval.pi);
  const within = turn.times(unit).over(Interval.pi).times(-1).plus(1);
  return {
    ...{ unit, turn, k, gap, closed, part, spread, odd, others, cosine, sine, oblique, cross, crossCosine, weight },
    ...{ defect, growth, multiplier, between, within },
  };
}

/** The fixed point in a range of angles, by a Newton step into it, and the only one within 1e-4 of it; undefined without a proof. */
export function provedState(angles: Interval, points: number, k: number): GroupState | undefined {
  const at = (turn: Interval, order: number): GroupState =>
    groupState(Jet.constant(Interval.ratio(1, points), order), Jet.variable(turn, order), k);
  const [turn, middle] = [angles.times(points), Interval.of(angles.middle).times(points)];
  const image = middle.minus(at(middle, 0).defect.value.over(at(turn, 1).defect.of(1)));
  const around = at(
    turn.times(Interval.ratio(9999, 10000)).hull(turn.times(Interval.ratio(10001, 10000))),
    1,
  ).defect.of(1);
  const inside = turn.lo < image.lo && image.hi < turn.hi;
  return inside && (around.isPositive() || around.isNegative()) ? at(image, 0) : undefined;
}

/** Rates of what changes inner products alone: between the groups, and inside a group of four points or more. */
export function exchangeRates({ between, within, multiplier }: GroupState): readonly [between: Jet, within: Jet] {
  return [between.over(multiplier), within.over(multiplier)];
}

/** Two eigenvalues of a layer, by their sum and product. */
export interface Block {
  readonly trace: Jet;
  readonly determinant: Jet;
}

/** How a layer moves what tells the points of a group apart. A group of two has one such direction. */
export function standardBlock(state: GroupState, group: 'odd' | 'others'): Block {
  const { unit, k, multiplier, growth, gap, odd, others, part, between, within, sine } = state;
  const more = group === 'odd' ? unit.times(k - 2) : unit.times(-k - 2).plus(1); // own - 2, times the unit
  const alpha = growth.times(gap).over(Interval.pi.times(2)); // in units of 1/n
  const lengths = group === 'odd' ? odd.over(others).root().times(unit).times(k) : others.over(odd).root().times(part);
  const beta = sine.times(lengths).over(Interval.pi.times(2));
  const norm = more.times(alpha).plus(beta).plus(1).minus(between).times(unit).times(-2).plus(1);
  const pairs = within.minus(between).times(more);
  const determinant = within.times(norm).minus(pairs.times(alpha.times(unit).times(-2).plus(1)));
  if (group === 'odd' && k === 2) return { trace: norm.over(multiplier), determinant: norm.times(0) };
  return {
    trace: norm.plus(within).minus(pairs).over(multiplier),
    determinant: determinant.over(multiplier.squared()),
  };
}
