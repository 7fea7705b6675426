import type { Stream } from './stream.js';

/**
 * Throws 32 independent coins that each come up 1 with probability p, one a bit: what 32 comparisons of a uniform number with p say.
 *
 * Exactly p: the numbers are uniform on [0, 1) and have as many binary digits as p. Digit by digit, all 32 at once, until each is
 * known to be below p or not, which takes 7 words on average, and one for p = 1/2.
 * @param p in [0, 1]
 */
export function throwCoins(stream: Stream, p: number): number {
  if (p >= 1) return -1;
  let heads = 0;
  let open = -1; // the numbers that have agreed with p in every digit so far: those that agree to the end are not below it
  for (let rest = 2 * p; open !== 0 && rest > 0; rest *= 2) {
    const digits = stream.uint32();
    if (rest >= 1) {
      heads |= open & ~digits;
      open &= digits;
      rest -= 1;
    } else open &= ~digits;
  }
  return heads;
}
