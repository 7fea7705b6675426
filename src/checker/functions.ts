import { Interval } from '../interval/interval.js';
import type { Jet } from '../interval/jet.js';
import { PowerSeries } from '../interval/power-series.js';

const SINC = new PowerSeries(Interval.of(1), (k) => [-1, (2 * k + 2) * (2 * k + 3)]);
const VERSINE = new PowerSeries(Interval.ratio(1, 2), (k) => [-1, (2 * k + 3) * (2 * k + 4)]);
const CROSSING = new PowerSeries(Interval.ratio(1, 3), (k) => [-1, (2 * k + 2) * (2 * k + 5)]);
const ARC_SINE = new PowerSeries(Interval.of(1), (k) => [(2 * k + 1) * (2 * k + 1), (2 * k + 2) * (2 * k + 3)], 1);

/** (sin x)/x of x^2. */
export function sinc(square: Jet): Jet {
  return square.in(SINC);
}

/** (1 - cos x)/x^2 of x^2. */
export function versine(square: Jet): Jet {
  return square.in(VERSINE);
}

/** kappa(-cos x)/x^3 = (sin x - x cos x)/(pi x^3) of x^2. */
export function crossing(square: Jet): Jet {
  return square.in(CROSSING).over(Interval.pi);
}

/**
 * The angle x in [0, pi) of sin x and cos x: three times halved, then by the series of the arc sine.
 *
 * @param unit sine and angle are both taken in this unit, which may contain 0
 */
export function angle(sine: Jet, cosine: Jet, unit: Jet): Jet {
  let [s, c] = [sine, cosine];
  for (let halvings = 0; halvings < 3; halvings++) {
    c = c.plus(1).over(2).root();
    s = s.over(c.times(2));
  }
  return s.times(unit).squared().in(ARC_SINE).times(s).times(8);
}
