import { Interval } from '../interval/interval.js';
import type { Jet } from '../interval/jet.js';
import { exchangeRates, type GroupState, standardBlock } from './group-state.js';

/** For one odd point: how a layer moves the one angle. */
function angleRate({ unit, turn, closed, cosine, crossCosine, gap, growth, oblique, ...state }: GroupState): Jet {
  const bend = turn.over(Interval.pi).minus(closed).times(growth).times(state.weight);
  const loss = gap.times(growth).times(state.spread).times(unit.squared()); // -d c^2 / d psi
  const slope = crossCosine
    .plus(cosine.times(2))
    .minus(cosine.times(oblique).times(unit).over(Interval.pi))
    .over(cosine);
  const change = bend.plus(loss.times(slope.minus(closed.times(unit.plus(1)))));
  return change.times(unit).times(state.part).over(growth.times(state.multiplier)).times(-1).plus(1);
}

/** All rates at one odd point: those that tend to 1 - 1/n, and the others. NaN for a complex pair. */
export function ratesOf(state: GroupState): { readonly slow: readonly Jet[]; readonly fast: readonly Jet[] } {
  const { trace, determinant } = standardBlock(state, 'others');
  const larger = trace.squared().minus(determinant.times(4)).root().plus(trace).over(2);
  const [between, within] = exchangeRates(state);
  return { slow: [angleRate(state), within, larger], fast: [between, trace.minus(larger)] };
}

/** Where the second coefficients of 1 - rho, n - 1 - r and tau must lie, and that of the largest rate: the claims on asymptotics. */
export const BANDS = { gap: Interval.of(2.5, 7.2), short: Interval.of(11.5, 12.3), cross: Interval.of(16.4, 17.7) };
export const RATE = Interval.of(-1, 4.3);
