import { Interval } from '../interval/interval.js';
import { angleOfSquare, cosineGap, crossing } from './elementary.js';

/** What a layer leaves of k odd points and l others whose groups have the gap 1 - cos psi after centring. */
export interface Groups {
  readonly gap: Interval;
  /** l/k minus the ratio of lengths, odd over others. */
  readonly short: Interval;
  readonly cross: Interval;
  /** Below 0 where the layer loosens the groups, 0 at fixed points. */
  readonly defect: Interval;
}

/** Source: docs/derivations.md#group-states. */
export function groupsAt(psi: Interval, k: number, l: number): Groups {
  const one = Interval.of(1);
  const h = cosineGap(psi);
  const [a, b] = [h.times(Interval.ratio(k - 1, k)), h.times(Interval.ratio(l - 1, l))];
  const [odd, others] = [one.minus(a), one.minus(b)];
  const cosine = odd.times(others).root();
  const cross = crossing(angleOfSquare(a.plus(b).minus(a.times(b))));
  // It grows from 0 with the angle.
  const share = (at: number): Interval =>
    at > 0 ? crossing(Interval.of(at)).over(cosineGap(Interval.of(at))) : Interval.of(0);
  const closed = share(psi.lo).hull(share(psi.hi));
  const weight = odd.times(others).times(2).plus(others.times(l).over(k)).plus(odd.times(k).over(l));
  return {
    gap: h.minus(crossing(psi)),
    short: one.minus(others.over(odd)).over(others.over(odd).root().plus(1)).times(l).over(k),
    cross,
    defect: closed.times(weight).minus(cosine.times(cosine.plus(cross)).times(2)),
  };
}

/** Halvings until the bounds of a bracket are neighbours, whatever it was. */
const HALVINGS = 1100;

/** The angle at which the defect turns positive between two others, within rounding. @throws RangeError when it does not */
export function fixedAngle(k: number, l: number, from: number, to: number): Interval {
  const rises = (psi: number): Interval => groupsAt(Interval.of(psi), k, l).defect;
  if (!rises(from).isNegative() || !rises(to).isPositive()) {
    throw new RangeError(
      `fixed angle: needs a change of sign; found none from ${from} to ${to} at k = ${k}, l = ${l}.`,
    );
  }
  let [low, high] = [from, to];
  for (const turn of ['negative', 'positive'] as const) {
    // The last angle known to be on one side, then the first known to be on the other.
    let [inside, outside] = turn === 'negative' ? [from, high] : [to, low];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = inside / 2 + outside / 2;
      if (middle === inside || middle === outside) break;
      const sign = rises(middle);
      if (turn === 'negative' ? sign.isNegative() : sign.isPositive()) inside = middle;
      else outside = middle;
    }
    if (turn === 'negative') low = inside;
    else high = inside;
  }
  return Interval.of(low, high);
}
