import { build, type Gram } from '../src/linalg/matrix.js';

/** A point in four dimensions, on a grid. */
export type Place = readonly [number, number, number, number];

/** Inner products of the points. Symmetric to the bit. */
export function gramOfPlaces(places: readonly Place[]): Gram {
  return build(places.length, places.length, (i, j) => inner(places[i], places[j]));
}

/** Points about the origin: their mean taken away. */
export function aboutMean(places: readonly Place[]): Place[] {
  const mean = [0, 1, 2, 3].map((k) => places.reduce((sum, place) => sum + (place[k] ?? NaN), 0) / places.length);
  const [a = NaN, b = NaN, c = NaN, d = NaN] = mean;
  return places.map(([x, y, z, w]) => [x - a, y - b, z - c, w - d]);
}

/** Distance of each point from the mean of the batch. */
export function distancesFromMean(places: readonly Place[]): number[] {
  return aboutMean(places).map((place) => Math.sqrt(inner(place, place)));
}

function inner(a: Place | undefined, b: Place | undefined): number {
  return (a ?? []).reduce((sum, x, k) => sum + x * (b?.[k] ?? NaN), 0);
}
