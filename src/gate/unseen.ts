import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';

/**
 * How frequent something may be that never came up in so many cases: the upper end of an exact one-sided interval.
 *
 * @param level chance that the bound is wrong, in (0, 1). No cases give 1.
 * Also of the mean over cases that are not alike (Hoeffding 1956). Source: Clopper and Pearson 1934, with no successes.
 */
export function unseen(cases: number, level: number): number {
  return cases === 0 ? 1 : 1 - exp(log(level) / cases);
}
