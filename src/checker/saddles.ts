import { Interval } from '../interval/interval.js';
import { Jet } from '../interval/jet.js';
import { angle, crossing, versine } from './functions.js';
import { type Block, exchangeRates, type GroupState, provedState, standardBlock } from './group-state.js';
import { numbersFrom, significant } from './notation.js';

/** A state with k odd points, by the digits that its angle within a group begins with. */
export interface Saddle {
  readonly odd: number;
  readonly points: number;
  readonly angle: string;
}

export interface Saddles {
  readonly states: readonly Saddle[];
}

/** From how many points on there are such states with two, three, four odd points. */
const FIRST = [9, 12, 14] as const;
const LAST = 128;

/** What a layer makes of two spreads, own over squared distance: docs/derivations.md#group-states. */
function spreadStep(a: Jet, b: Jet, k: number, l: number): readonly [Jet, Jet] {
  const n2 = (k + l) * (k + l);
  const one = a.times(0).plus(1);
  const left = (spread: Jet, size: number, other: number) => {
    const variance = spread.times(Interval.ratio(size - 1, size)).plus(Interval.ratio(other * other, n2));
    const half = spread.over(variance).over(2); // h/2
    const psi = angle(half.root(), one.minus(half).root(), one).times(2);
    const kept = one.minus(crossing(psi.squared()).times(psi).over(versine(psi.squared())));
    const own = spread.times(kept);
    return { variance, own, mean: variance.minus(own.times(Interval.ratio(size - 1, size))) };
  };
  const [odd, others] = [left(a, k, l), left(b, l, k)];
  const lengths = odd.variance.times(others.variance).root();
  const cosine = one.times(Interval.ratio(k * l, n2)).over(lengths);
  const turn = angle(one.minus(cosine.squared()).root(), cosine, one);
  const cross = crossing(turn.squared()).times(turn).times(turn.squared()).times(lengths);
  const distance = odd.mean.plus(others.mean).minus(cross.times(2));
  return [odd.own.over(distance), others.own.over(distance)];
}

/** How a layer moves the two spreads near a state. */
function spreadBlock({ gap, odd, others, unit }: GroupState, k: number, l: number): Block {
  const h = gap.times(unit.squared()).value;
  const n2 = (k + l) * (k + l);
  const a = h.times(Interval.ratio(l * l, n2)).over(odd.value);
  const b = h.times(Interval.ratio(k * k, n2)).over(others.value);
  const [aa, ab] = spreadStep(Jet.variable(a, 1), Jet.constant(b, 1), k, l);
  const [ba, bb] = spreadStep(Jet.constant(a, 1), Jet.variable(b, 1), k, l);
  const determinant = aa
    .of(1)
    .times(bb.of(1))
    .minus(ab.of(1).times(ba.of(1)));
  return { trace: Jet.constant(aa.of(1).plus(bb.of(1)), 0), determinant: Jet.constant(determinant, 0) };
}

/** Whether both eigenvalues lie inside the unit circle (Jury), or one above 1 and the other inside. */
function kindOf({ trace, determinant }: Block): 'stable' | 'saddle' | undefined {
  const at = (sign: 1 | -1): Interval => determinant.plus(1).minus(trace.times(sign)).value;
  if (!at(-1).isPositive()) return undefined;
  if (at(1).isNegative()) return 'saddle';
  return at(1).isPositive() && determinant.times(-1).plus(1).value.isPositive() ? 'stable' : undefined;
}

/** Whether there is such a state, with one growing rate: that of the k - 1 directions that tell the odd points apart. */
export function checkSaddle({ odd: k, points, angle: digits }: Saddle): boolean {
  const state = provedState(numbersFrom(digits), points, k);
  if (state === undefined || significant(digits) < 10) return false;
  return (
    kindOf(standardBlock(state, 'odd')) === 'saddle' &&
    kindOf(standardBlock(state, 'others')) === 'stable' &&
    kindOf(spreadBlock(state, k, points - k)) === 'stable' &&
    exchangeRates(state).every(({ value }) => value.isPositive() && value.hi < 1)
  );
}

/** All of them: k = 2, 3, 4 and n up to 128. */
export function checkSaddles({ states }: Saddles): boolean {
  const expected = FIRST.flatMap((first, i) => Array.from({ length: LAST - first + 1 }, (_, j) => [i + 2, first + j]));
  return (
    states.length === expected.length &&
    states.every((state, i) => {
      const [odd, points] = expected[i] ?? [];
      return state.odd === odd && state.points === points && checkSaddle(state);
    })
  );
}
