/** Cosines of all pairs of points, recentred; NaN where a point lies in the mean. */
export function centredCosines(places: readonly (readonly number[])[]): readonly number[] {
  const dimensions = places[0]?.length ?? 0;
  const mean = Array.from(
    { length: dimensions },
    (_, k) => places.reduce((sum, place) => sum + (place[k] ?? NaN), 0) / places.length,
  );
  const centred = places.map((place) => place.map((x, k) => x - (mean[k] ?? NaN)));
  const inner = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x, k) => sum + x * (b[k] ?? NaN), 0);
  return centred.flatMap((a, i) =>
    centred.slice(i + 1).map((b) => Math.min(1, Math.max(-1, inner(a, b) / Math.sqrt(inner(a, a) * inner(b, b))))),
  );
}

/** The cosine of two corners of a regular simplex, as recentring sees them. */
export function simplexCosine(points: number): number {
  return -1 / (points - 1);
}
