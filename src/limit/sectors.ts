import { betweenBlocks, type BlockGram, blockGram, squaredNorm } from './block-gram.js';

/**
 * One kind of direction at a block matrix: an irreducible representation of the permutations within blocks.
 *
 * A map that commutes with these permutations acts on all `multiplicity` copies alike, by one small matrix: column j is `read`
 * of where the tangent sends `directions[j]`.
 */
export interface Sector {
  /** Dimension of the representation. */
  readonly multiplicity: number;
  /** The block matrix with the points that the directions tell apart in blocks of their own. */
  readonly base: BlockGram;
  readonly directions: readonly BlockGram[];
  /** Coordinates of a tangent of this kind; the j-th direction has 1 at place j and 0 elsewhere. */
  readonly read: (tangent: BlockGram) => number[];
}

/**
 * All directions that treat points of one block differently, for a block matrix of sizes s_b. For blocks b != c:
 *
 * - standard of b, dimension s_b - 1: one point against another, in their norms, within b, and towards each other block;
 * - (s_b - 2, 2), dimension s_b (s_b - 3) / 2: inner products within b, changed along (e_p - e_q)(e_u - e_v)';
 * - standard of b times standard of c: the same between b and c.
 *
 * With the directions inside the blocks family these are all n(n+1)/2 of them.
 * Source: decomposition of symmetric matrices under S_a × S_b × ...; a swap-odd vector that the other permutations fix is standard.
 */
export function sectorsOf(gram: BlockGram): Sector[] {
  return gram.sizes.flatMap((size, b) => {
    const others = gram.sizes.map((_, c) => c).filter((c) => c > b);
    return [
      ...(size >= 2 ? [standard(gram, b)] : []),
      ...(size >= 4 ? [exchange(gram, b, b, (size * (size - 3)) / 2)] : []),
      ...others
        .filter((c) => size >= 2 && (gram.sizes[c] ?? 0) >= 2)
        .map((c) => exchange(gram, b, c, (size - 1) * ((gram.sizes[c] ?? NaN) - 1))),
    ];
  });
}

type Pair = readonly [number, number];

/** Points p and q of block b, moved in opposite ways. */
function standard(gram: BlockGram, b: number): Sector {
  const { base, single, rest } = splitOff(gram, [b, b]);
  const [p, q] = [single(0), single(1)];
  const towards = [p, ...rest];
  const moves = towards.map((end, i) => ({ plus: [[p, end]], minus: [[q, i === 0 ? q : end]] }) as const);
  return {
    multiplicity: (gram.sizes[b] ?? NaN) - 1,
    base,
    directions: moves.map(({ plus, minus }) => direction(base.sizes, plus, minus)),
    read: (tangent) => towards.map((end) => betweenBlocks(tangent, p, end)),
  };
}

/** (e_p - e_q)(e_u - e_v)' made symmetric, p and q in block b, u and v in block c. */
function exchange(gram: BlockGram, b: number, c: number, multiplicity: number): Sector {
  const { base, single } = splitOff(gram, [b, b, c, c]);
  const [p, q, u, v] = [single(0), single(1), single(2), single(3)];
  const along = direction(
    base.sizes,
    [
      [p, u],
      [q, v],
    ],
    [
      [p, v],
      [q, u],
    ],
  );
  return { multiplicity, base, directions: [along], read: (tangent) => [betweenBlocks(tangent, p, u)] };
}

/** The same matrix with a single point split off block owners[0], another off owners[1], and so on; what is left of each block. */
function splitOff(gram: BlockGram, owners: readonly number[]) {
  const left = gram.sizes.map((size, b) => size - owners.filter((owner) => owner === b).length);
  const kept = left.map((_, b) => b).filter((b) => (left[b] ?? 0) > 0);
  const parents = [...kept, ...owners];
  const sizes = parents.map((b, i) => (i < kept.length ? (left[b] ?? NaN) : 1));
  const own = parents.map((b, i) => (sizes[i] === 1 ? 0 : (gram.own[b] ?? NaN)));
  const between = parents.flatMap((b, i) =>
    parents.map((c, j) => (i === j && sizes[i] === 1 ? squaredNorm(gram, b) : betweenBlocks(gram, b, c))),
  );
  return {
    base: blockGram(sizes, own, between),
    single: (i: number) => kept.length + i,
    rest: kept.map((_, i) => i),
  };
}

/** +1 at some pairs of blocks and -1 at others, both ways round. */
function direction(sizes: readonly number[], plus: readonly Pair[], minus: readonly Pair[]): BlockGram {
  const between = new Float64Array(sizes.length * sizes.length);
  for (const [i, j] of plus) between[i * sizes.length + j] = between[j * sizes.length + i] = 1;
  for (const [i, j] of minus) between[i * sizes.length + j] = between[j * sizes.length + i] = -1;
  return { sizes, own: new Float64Array(sizes.length), between };
}
