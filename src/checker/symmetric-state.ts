import { Interval } from '../interval/interval.js';
import { Jet } from '../interval/jet.js';
import { angle, crossing } from './functions.js';
import { onAll } from './notation.js';

/** A tiling of the range of x = 1/(n-1), [0, 1/2]. */
export interface SymmetricState {
  readonly cells: string;
}

/** The balanced rate kappa'(-x)(1 + x)/(1 - kappa(-x)) below 1 on each cell, and positive: all other rates follow. */
export function checkSymmetricState({ cells }: SymmetricState): boolean {
  return onAll(cells, (cell) => {
    const x = Jet.constant(cell.over(2), 0);
    const one = Jet.constant(1, 0);
    const turn = angle(one.minus(x).times(one.plus(x)).root(), x, one);
    const kappa = crossing(turn.squared()).times(turn).times(turn.squared());
    const rate = turn.over(Interval.pi).times(x.plus(1)).over(one.minus(kappa)).value;
    return rate.isPositive() && rate.hi < 1;
  });
}
