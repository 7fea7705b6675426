/** One draw of an instance, and the smallest margin of the event in it. */
export interface Sighting<Instance> {
  readonly instance: Instance;
  readonly margin: number;
}

/**
 * The instance that did worst: the smallest mean of margins, NaN counting as minus infinity. Undefined when nothing was seen.
 *
 * It may be the worst by chance alone, so only fresh draws say anything about it. The place for a search that proposes instances.
 */
export function worstOf<Instance>(seen: readonly Sighting<Instance>[]): Sighting<Instance> | undefined {
  const sums = new Map<string, { readonly instance: Instance; sum: number; count: number }>();
  for (const { instance, margin } of seen) {
    const value = JSON.stringify(instance);
    const entry = sums.get(value) ?? { instance, sum: 0, count: 0 };
    entry.sum += Number.isNaN(margin) ? -Infinity : margin;
    entry.count += 1;
    sums.set(value, entry);
  }
  let worst: Sighting<Instance> | undefined;
  for (const { instance, sum, count } of sums.values()) {
    if (worst === undefined || sum / count < worst.margin) worst = { instance, margin: sum / count };
  }
  return worst;
}
