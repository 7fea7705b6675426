import { Interval } from '../interval/interval.js';
import { Jet } from '../interval/jet.js';
import { angle } from './functions.js';
import { groupState } from './group-state.js';
import { onAll } from './notation.js';

/** A tiling of the angles within a group up to that of symmetry, for k odd points among n. */
export interface Absence {
  readonly odd: number;
  readonly points: number;
  readonly cells: string;
}

export interface Absences {
  readonly absences: readonly Absence[];
}

/** Sizes n > 2k below those from which the states exist. */
const SIZES = [
  [2, 5, 8],
  [3, 7, 11],
  [4, 9, 13],
] as const;

/** V < 0 on each cell, and V' > 0 on the last one, at whose end, symmetry, V = 0. */
export function checkAbsence({ odd: k, points: n, cells }: Absence): boolean {
  const unit = Interval.ratio(1, n);
  const x = Jet.constant(Interval.ratio(1, n - 1), 0);
  const right = x.times(0).plus(1);
  // acos(-1/(n-1)) is pi less the angle with the cosine 1/(n-1).
  const end = Interval.pi.minus(angle(right.minus(x.squared()).root(), x, right).value).times(n);
  const defect = (turn: Interval, order: number): Jet =>
    groupState(Jet.constant(unit, order), Jet.variable(turn, order), k).defect;
  return onAll(cells, (cell) => {
    const turn = cell.times(end);
    if (cell.hi === 1) return defect(turn, 1).of(1).isPositive();
    if (defect(turn, 0).value.isNegative()) return true;
    const middle = Interval.of(turn.middle);
    return defect(middle, 0)
      .value.plus(defect(turn, 1).of(1).times(turn.minus(middle)))
      .isNegative();
  });
}

/** All of them: with the saddles, k odd points stand up to n = 128 exactly where they are certified. */
export function checkAbsences({ absences }: Absences): boolean {
  const expected = SIZES.flatMap(([k, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => [k, first + i]),
  );
  return (
    absences.length === expected.length &&
    absences.every((absence, i) => {
      const [odd, points] = expected[i] ?? [];
      return absence.odd === odd && absence.points === points && checkAbsence(absence);
    })
  );
}
