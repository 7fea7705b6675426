import { type BlockGram, blockGram, blocksOfOne } from '../../src/limit/block-gram.js';
import { recenterRows, rectifyRows, rescaleRows } from '../../src/limit/row-law.js';
import { build } from '../../src/linalg/matrix.js';
import type { Stage } from '../../src/network/stage.js';
import { rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';

const untried = (): never => {
  throw new Error('These pieces have an infinite-width face only.');
};

/** The stages at infinite width. */
export const recenter: Stage = { name: 'recenter', onBatchInto: untried, onRows: recenterRows, degree: 1 };
export const rescale: Stage = { name: 'rescale', onBatchInto: untried, onRows: rescaleRows, degree: 0 };
export const leaky = (slope: number): Stage => ({
  name: `leaky(${slope})`,
  onBatchInto: untried,
  onRows: (law) => rectifyRows(law, slope),
  degree: 1,
});
export const relu = leaky(0);

/** Every order of the pieces that has a closed form. */
export const closedForms: Readonly<Record<string, readonly Stage[]>> = {
  RC: [recenter],
  NL: [relu],
  'RC, NL': [recenter, relu],
  'RC, leaky': [recenter, leaky(0.2)],
  'RC, abs': [recenter, leaky(-1)],
  RS: [rescale],
  'RC, RS': [recenter, rescale],
  'RS, NL': [rescale, relu],
  'RC, RS, NL': [recenter, rescale, relu],
  'RC, RS, leaky': [recenter, rescale, leaky(0.3)],
  'NL, RC': [relu, recenter],
};

/** Uniform on [-1, 1], from a stream of its own for every name. */
export function coin(name: string): () => number {
  const stream = new Stream(rootKey(name));
  return () => 2 * stream.uniform() - 1;
}

/** Inner products of blocks of points: a common part a block, of 2 blocks + 2 coordinates, and an own part for each point. */
export function randomBlocks(name: string, sizes: readonly number[]): BlockGram {
  const next = coin(name);
  const common = sizes.map(() => Array.from({ length: 2 * sizes.length + 2 }, next));
  const inner = sizes.flatMap((_, b) =>
    sizes.map((__, c) => (common[b] ?? []).reduce((sum, x, k) => sum + x * (common[c]?.[k] ?? NaN), 0)),
  );
  return blockGram(
    sizes,
    sizes.map(() => 0.2 + Math.abs(next())),
    symmetrised(inner, sizes.length),
  );
}

/** A direction in the space of such matrices: any symmetric one. */
export function randomDirection(name: string, sizes: readonly number[]): BlockGram {
  const next = coin(name);
  return blockGram(sizes, sizes.map(next), symmetrised(Array.from({ length: sizes.length ** 2 }, next), sizes.length));
}

/** Inner products of points in a plane: a Gram matrix of rank two. */
export function planeOf(points: readonly (readonly [number, number])[]): BlockGram {
  const dot = (i: number, j: number): number => {
    const [[a, b], [c, d]] = [points[i] ?? [NaN, NaN], points[j] ?? [NaN, NaN]];
    return a * c + b * d;
  };
  return blocksOfOne(build(points.length, points.length, dot));
}

/** Largest difference of two block matrices of the same blocks, entry by entry. NaN when one is NaN. */
export function distance(a: BlockGram, b: BlockGram): number {
  const apart = (p: Float64Array, q: Float64Array): number =>
    p.reduce((most, x, i) => Math.max(most, Math.abs(x - (q[i] ?? NaN))), 0);
  return Math.max(apart(a.own, b.own), apart(a.between, b.between));
}

function symmetrised(entries: readonly number[], order: number): number[] {
  return entries.map((_, i) => entries[Math.min(i, (i % order) * order + Math.floor(i / order))] ?? NaN);
}
