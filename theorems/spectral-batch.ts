import {
  betweenBlocks,
  type BlockGram,
  blockGram,
  normalised,
  pointsOf,
  squaredNorm,
} from '../src/limit/block-gram.js';
import { limitLayer } from '../src/limit/limit-map.js';
import { type Layer, stagesOf } from '../src/network/layer.js';

/** A batch of orthogonal points, that is a Gram matrix in its own axes: so many eigenvalues of one weight a level. */
export interface SpectralBatch {
  readonly levels: readonly { readonly points: number; readonly weight: number }[];
  /** Number of zero eigenvalues besides. */
  readonly dead: number;
}

/** One eigenvalue, in units of the mean over the n of them, before and after a layer of infinite width. */
export interface Move {
  readonly before: number;
  readonly after: number;
  readonly multiplicity: number;
}

/** Every weight is positive and there is at least one: the spectrum says where it is zero. */
export function isSpectrum({ levels, dead }: SpectralBatch): boolean {
  return levels.length > 0 && dead >= 0 && levels.every(({ points, weight }) => points >= 1 && weight > 0);
}

/** The Gram matrix, of trace n: a block for every level, the dead ones last. */
export function spectralGram({ levels, dead }: SpectralBatch): BlockGram {
  const all = dead > 0 ? [...levels, { points: dead, weight: 0 }] : levels;
  const none = new Float64Array(all.length * all.length);
  return normalised(
    blockGram(
      all.map(({ points }) => points),
      all.map(({ weight }) => weight),
      none,
    ),
  );
}

/** The largest entry off the diagonal: 0 when the axes of the batch are still those of the spectrum. */
function turned(gram: BlockGram): number {
  let largest = 0;
  for (const [b, size] of gram.sizes.entries()) {
    for (const c of gram.sizes.keys()) {
      if (b !== c || size > 1) largest = Math.max(largest, Math.abs(betweenBlocks(gram, b, c)));
    }
  }
  return largest;
}

/** Where the layer takes each level, largest first, and by how much it turns the axes. */
export function moves(
  batch: SpectralBatch,
  layer: Layer,
): { readonly moves: readonly Move[]; readonly turned: number } {
  const start = spectralGram(batch);
  const { gram } = limitLayer(stagesOf(layer))({ gram: start });
  const list = start.sizes.map((multiplicity, b) => ({
    before: squaredNorm(start, b),
    after: squaredNorm(gram, b),
    multiplicity,
  }));
  return { moves: list.sort((a, b) => b.before - a.before), turned: turned(gram) };
}

/** n times the orthogonality gap of a Gram matrix in its own axes: the length of the eigenvalues minus their mean 1. */
export function gapOf(values: readonly { readonly value: number; readonly multiplicity: number }[]): number {
  return Math.sqrt(values.reduce((sum, { value, multiplicity }) => sum + multiplicity * (value - 1) * (value - 1), 0));
}

/** `gapOf` before and after a layer. */
export function gaps(list: readonly Move[]): { readonly before: number; readonly after: number } {
  return {
    before: gapOf(list.map(({ before, multiplicity }) => ({ value: before, multiplicity }))),
    after: gapOf(list.map(({ after, multiplicity }) => ({ value: after, multiplicity }))),
  };
}

/** The eigenvalues of a diagonal Gram matrix of trace n. */
export function levelsOf(gram: BlockGram): readonly { readonly value: number; readonly multiplicity: number }[] {
  return gram.sizes.map((multiplicity, b) => ({ value: squaredNorm(gram, b), multiplicity }));
}

/** Number of points n. */
export function pointsOfBatch(batch: SpectralBatch): number {
  return pointsOf({ sizes: batch.levels.map(({ points }) => points) }) + batch.dead;
}
