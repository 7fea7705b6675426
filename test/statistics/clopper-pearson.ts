import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * Exact one-sided confidence bounds for a probability, each wrong with probability at most `level`.
 *
 * @param passes successes among `draws` independent trials
 * @param level in (0, 1), for each side; down to 1e-12 the bounds are right to 15 digits
 * Also valid for trials with unequal probabilities, read as bounds on their mean (Hoeffding 1956: the sum is then more concentrated).
 * Source: Clopper and Pearson 1934. No draws give [0, 1].
 */
export function clopperPearson(
  passes: number,
  draws: number,
  level: number,
): { readonly lower: number; readonly upper: number } {
  return {
    lower: passes === 0 ? 0 : betaQuantile(level, passes, draws - passes + 1),
    // By reflection, because 1 - level would round the level itself.
    upper: passes === draws ? 1 : 1 - betaQuantile(level, draws - passes, passes + 1),
  };
}
