import gammaln from '@stdlib/math-base-special-gammaln';
import { log } from '../portable/log.js';

/** Halvings of an interval of length 1, until it is as short as the spacing of doubles below 1. */
const HALVINGS = 53;

/**
 * Bounds that hold a probability at every moment at once, with probability at least 1 - level: a confidence sequence.
 *
 * All p against which a mixture of all alternatives (Beta(1/2, 1/2) for the true rate) has not gathered evidence 1/level. For
 * each p that is a martingale, so the true one is ever left out with probability at most `level` (Ville 1939).
 * @param level in (0, 1). No trials give [0, 1].
 * Source: Robbins 1970; with this prior, Jeffreys' mixture (Howard, Ramdas, McAuliffe and Sekhon 2021, section 3).
 */
export function rateInterval(
  happened: number,
  trials: number,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const possible = rateStillPossible(happened, trials, level);
  const share = happened / trials; // NaN without trials, when everything is possible
  return { lower: edge(0, share, possible), upper: edge(1, share, possible) };
}

/** Whether a rate is inside the bounds of `rateInterval`: for a caller who asks for few, fifty times as fast as the bounds. */
export function rateStillPossible(happened: number, trials: number, level: number): (rate: number) => boolean {
  const missed = trials - happened;
  const mixture = logBeta(happened + 0.5, missed + 0.5) - logBeta(0.5, 0.5);
  const allowed = mixture + log(level);
  // ln of the likelihood of p, concave in p with its top at the observed share: what is allowed is an interval around it.
  return (p) => (happened === 0 ? 0 : happened * log(p)) + (missed === 0 ? 0 : missed * log(1 - p)) >= allowed;
}

/** Where `possible` begins between an end and a middle that is, rounded towards the end: the end itself when all are. */
function edge(end: number, middle: number, possible: (p: number) => boolean): number {
  let [outside, inside] = [end, middle];
  for (let k = 0; k < HALVINGS; k++) {
    const between = (outside + inside) / 2;
    if (possible(between)) inside = between;
    else outside = between;
  }
  return outside;
}

function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}
