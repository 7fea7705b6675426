import { median } from '../median.js';
import type { Measured, SearchResults } from './results.js';

/** Below this share of seeds plain generation counts as blind to a falsehood. */
export const BLIND = 0.2;
/** What the search must find of these. */
export const FOUND = 0.95;
/** How many times fewer evaluations it must need on thin regions, in the median. */
export const FEWER = 20;

/** Evaluations of plain generation for one of the search: a lower bound where plain generation found nothing. */
export function ratioOf({ guided, plain }: Measured): number {
  return plain.evaluations / guided.evaluations;
}

export interface SearchTargets {
  /** Falsehoods to which plain generation is blind, and those of them that the search misses too often. */
  readonly blind: readonly Measured[];
  readonly missed: readonly Measured[];
  /** Falsehoods in a thin region, the median of their ratios, and those whose own ratio is below the target. */
  readonly thin: readonly Measured[];
  readonly ratio: number;
  readonly slow: readonly Measured[];
}

/** Judges results against the targets. A region is thin when plain generation is blind to it and the margin has a slope. */
export function searchTargets({ rows }: Pick<SearchResults, 'rows'>): SearchTargets {
  const blind = rows.filter(({ plain }) => plain.found < BLIND);
  const thin = blind.filter(({ slope }) => slope);
  return {
    blind,
    missed: blind.filter(({ guided }) => guided.found < FOUND),
    thin,
    ratio: median(thin.map(ratioOf)),
    slow: thin.filter((row) => ratioOf(row) < FEWER),
  };
}
