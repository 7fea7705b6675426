import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';

/** How far below the claimed rate the alternatives lie, and the part of the initial wealth that bets on each. */
const ALTERNATIVES = [
  { below: 0.05, wealth: 0.22 },
  { below: 0.1, wealth: 0.22 },
  { below: 0.18, wealth: 0.22 },
  { below: 0.32, wealth: 0.2 },
  { below: 0.02, wealth: 0.05 },
  { below: 0.008, wealth: 0.03 },
  { below: 0.003, wealth: 0.01 },
] as const;
const LEFT_FOR_NEVER = 0.05;

/** The logarithm of the evidence that `happened` of `happened + missed` trials give against the rate. */
export type RateEvidence = (happened: number, missed: number) => number;

/**
 * Evidence against "the event has probability at least `rate`, whatever went before", as the logarithm of an e-process.
 *
 * A mixture of likelihood ratios against lower rates. Each is a supermartingale of mean at most 1 under every rate >= `rate`,
 * since its mean after one more trial falls with the true rate and is 1 at `rate`; so is the mixture, and by Ville's inequality
 * it ever exceeds ln(1/a) with probability at most a. Looking after every trial, and stopping when one likes, is allowed.
 * The alternatives keep the median number of trials within 1.3 times that of the best test with the number fixed in advance.
 * @param rate in (0, 1)
 * @param never part of the wealth that bets on the event never happening
 * Source: Ville 1939; Wald 1945; Robbins 1970, "Statistical methods related to the law of the iterated logarithm".
 */
export function rateEvidence(rate: number, never: number = LEFT_FOR_NEVER): RateEvidence {
  if (!(rate > 0 && rate < 1)) throw new RangeError(`rateEvidence: needs a rate in (0, 1); came ${rate}.`);
  const room = Math.min(1, 2 * rate); // at small rates, the same alternatives in proportion
  const share = (1 - never) / (1 - LEFT_FOR_NEVER);
  const bets = ALTERNATIVES.map(({ below, wealth }) => ({
    wealth: log(wealth * share),
    hit: log((rate - below * room) / rate),
    miss: log((1 - rate + below * room) / (1 - rate)),
  }));
  bets.push({ wealth: log(never), hit: -Infinity, miss: -log(1 - rate) });
  return (happened, missed) => {
    // 0 times -Infinity is NaN: what never happened costs nothing.
    const logs = bets.map(({ wealth, hit, miss }) => wealth + (happened === 0 ? 0 : happened * hit) + missed * miss);
    const largest = Math.max(...logs);
    return largest + log(logs.reduce((sum, x) => sum + exp(x - largest), 0));
  };
}
