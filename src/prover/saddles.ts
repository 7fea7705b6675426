import { Interval } from '../interval/interval.js';
import { angleOfGap } from './elementary.js';
import { digitsOf } from './digits.js';
import { fixedAngle, groupsAt } from './group-angle.js';
import { tiling } from './tilings.js';

/** From how many points on states with two, three, four equal odd points exist. */
const FIRST = [9, 12, 14] as const;
const LAST = 128;
const STEP = 0.002;

/** Where the defect first turns positive, from a tight cluster on. */
function firstBracket(k: number, l: number): readonly [number, number] {
  let psi = STEP;
  while (!groupsAt(Interval.of(psi), k, l).defect.isPositive()) psi += STEP;
  return [psi - STEP, psi];
}

export function proveSaddles() {
  return {
    states: FIRST.flatMap((first, i) =>
      Array.from({ length: LAST - first + 1 }, (_, j) => {
        const [odd, points] = [i + 2, first + j];
        const angle = fixedAngle(odd, points - odd, ...firstBracket(odd, points - odd));
        return { odd, points, angle: digitsOf(angle, 11) };
      }),
    ),
  };
}

/** The last cell, which a slope decides. */
const NEAR_SYMMETRY = 1 / 1024;

export function proveNoSaddles() {
  return {
    absences: FIRST.flatMap((first, i) => {
      const odd = i + 2;
      return Array.from({ length: first - 2 * odd - 1 }, (_, j) => {
        const points = 2 * odd + 1 + j;
        const end = angleOfGap(Interval.ratio(points, points - 1));
        const cells = tiling(({ lo, hi }) => {
          if (hi === 1) return lo >= 1 - NEAR_SYMMETRY;
          // Half of the cell to spare: the checker bounds values more coarsely.
          const spared = Interval.of(Math.max(0, lo - (hi - lo) / 2), Math.min(1, hi + (hi - lo) / 2));
          return hi - lo <= 1 / 32 && groupsAt(spared.times(end), odd, points - odd).defect.isNegative();
        });
        return { odd, points, cells: cells ?? '' };
      });
    }),
  };
}
