import { Interval } from '../interval/interval.js';
import { angle, crossing, sinc, versine } from './functions.js';
import type { Jet } from '../interval/jet.js';

/** Two eigenvalues of a layer, by their sum and product. */
export interface Block {
  readonly trace: Jet;
  readonly determinant: Jet;
}

/** The larger eigenvalue. NaN for a complex pair. */
export function larger({ trace, determinant }: Block): Jet {
  return trace.squared().minus(determinant.times(4)).root().plus(trace).over(2);
}

/**
 * k odd points among n = 1/unit, both groups equally tight, as all of it follows from the angle `turn` within a group after centring.
 *
 * Angles are in units of 1/n, so that `unit` may contain 0. Source: docs/derivations.md#group-states, in its notation.
 */
export class GroupState {
  /** l/n, l/k times 1/n, and (l - 1)/l. */
  private readonly part: Jet;
  private readonly spread: Jet;
  readonly cosine: Jet;
  /** d ln h / d psi = sin psi / h, in units of n. */
  readonly growth: Jet;
  /** h, in units of 1/n^2. */
  readonly gap: Jet;
  /** eta, in units of 1/n. */
  readonly closed: Jet;
  /** 1 - eta: the multiplier of the state. */
  readonly multiplier: Jet;
  /** omega, in units of 1/n, and its sine. */
  readonly oblique: Jet;
  readonly sine: Jet;
  /** tau, in units of 1/n^3, and as it is. */
  readonly cross: Jet;
  readonly crossCosine: Jet;
  readonly odd: Jet;
  readonly others: Jet;

  constructor(
    readonly unit: Jet,
    readonly turn: Jet,
    readonly k: number,
  ) {
    const square = turn.times(unit).squared();
    this.gap = versine(square).times(turn.squared());
    this.growth = sinc(square).over(versine(square).times(turn));
    this.closed = crossing(square).times(turn).over(versine(square));
    this.multiplier = this.closed.times(unit).times(-1).plus(1);
    this.part = unit.times(-k).plus(1);
    this.spread = unit
      .times(-k - 1)
      .plus(1)
      .over(this.part);
    const [a, b] = [this.gap.times(Interval.ratio(k - 1, k)), this.gap.times(this.spread)];
    const unit2 = unit.squared();
    this.odd = a.times(unit2).times(-1).plus(1);
    this.others = b.times(unit2).times(-1).plus(1);
    this.cosine = this.odd.times(this.others).root();
    this.sine = a.plus(b).minus(a.times(b).times(unit2)).root();
    this.oblique = angle(this.sine, this.cosine, unit);
    this.cross = crossing(this.oblique.times(unit).squared()).times(this.oblique).times(this.oblique.squared());
    this.crossCosine = this.cross.times(unit2).times(unit);
  }

  /** V: 0 exactly at fixed points, and negative where a layer loosens the groups. */
  get defect(): Jet {
    return this.closed.times(this.weight).minus(this.cosine.times(this.cosine.plus(this.crossCosine)).times(2));
  }

  private get weight(): Jet {
    const { unit, part, odd, others, k } = this;
    const own = odd.times(unit.squared()).times(k).over(part);
    return odd.times(others).times(unit).times(2).plus(others.times(part).over(k)).plus(own);
  }

  /** For k = 1: how a layer moves the one angle. */
  get angleRate(): Jet {
    const { unit, turn, closed, cosine, crossCosine, gap, growth, oblique } = this;
    const bend = turn.over(Interval.pi).minus(closed).times(growth).times(this.weight);
    const loss = gap.times(growth).times(this.spread).times(unit.squared()); // -d c^2 / d psi
    const slope = crossCosine
      .plus(cosine.times(2))
      .minus(cosine.times(oblique).times(unit).over(Interval.pi))
      .over(cosine);
    const change = bend.plus(loss.times(slope.minus(closed.times(unit.plus(1)))));
    return change.times(unit).times(this.part).over(growth.times(this.multiplier)).times(-1).plus(1);
  }

  /** kappa' between the groups, and within each. */
  private get slopes(): readonly [between: Jet, within: Jet] {
    const { unit, oblique, turn } = this;
    const within = turn.times(unit).over(Interval.pi).times(-1).plus(1);
    return [oblique.times(unit).over(Interval.pi), within];
  }

  /** Rates of what changes inner products alone: between the groups, and inside a group of four points or more. */
  get exchangeRates(): readonly [between: Jet, within: Jet] {
    const [between, within] = this.slopes;
    return [between.over(this.multiplier), within.over(this.multiplier)];
  }

  /** How a layer moves what tells the points of a group apart. A group of two has one such direction. */
  standard(group: 'odd' | 'others'): Block {
    const { unit, k, multiplier } = this;
    const [between, within] = this.slopes;
    const more = group === 'odd' ? unit.times(k - 2) : unit.times(-k - 2).plus(1); // own - 2, times the unit
    const alpha = this.growth.times(this.gap).over(Interval.pi.times(2)); // in units of 1/n
    const lengths =
      group === 'odd'
        ? this.odd.over(this.others).root().times(unit).times(k)
        : this.others.over(this.odd).root().times(this.part);
    const beta = this.sine.times(lengths).over(Interval.pi.times(2));
    const ofNorm = more.times(alpha).plus(beta).plus(1).minus(between).times(unit);
    const ofPairs = within.minus(between).times(more);
    const norm = ofNorm.times(-2).plus(1);
    const determinant = within.times(norm).minus(ofPairs.times(alpha.times(unit).times(-2).plus(1)));
    if (group === 'odd' && k === 2) return { trace: norm.over(multiplier), determinant: norm.times(0) };
    return {
      trace: norm.plus(within).minus(ofPairs).over(multiplier),
      determinant: determinant.over(multiplier.squared()),
    };
  }
}
