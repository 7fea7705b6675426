import { describe, expect, it } from 'vitest';
import {
  blockGram,
  blocksOfOne,
  centred,
  combination,
  normalised,
  pointsOf,
  toGram,
  traceOf,
} from '../../src/limit/block-gram.js';
import { Resolvent } from '../../src/limit/resolvent.js';
import { at, build, trace } from '../../src/linalg/matrix.js';
import { determinant, inverse, Matrix } from 'ml-matrix';
import { type Dense, denseCentred, denseDistance, denseOf, largest } from './dense-oracle.js';
import { distance, randomBlocks, randomDirection } from './pieces.js';

const UNIT = 2 ** -53;
const structures = [[1], [2], [1, 1], [1, 4], [3, 2], [1, 1, 2, 3], [2, 2, 2], [1, 1, 1, 1, 5]];

describe('a block matrix', () => {
  it.each(structures.map((sizes) => ({ sizes })))('of sizes $sizes acts like its dense matrix', ({ sizes }) => {
    const gram = randomBlocks(`act ${sizes.join()}`, sizes);
    const dense = denseOf(gram);
    const rounding = 20 * pointsOf(gram) * UNIT * largest(dense); // two passes of n sums each
    expect(Math.abs(traceOf(gram) - trace(toGram(gram)))).toBeLessThanOrEqual(rounding);
    expect(denseDistance(denseOf(centred(gram)), denseCentred(dense))).toBeLessThanOrEqual(rounding);
    expect(Math.abs(traceOf(normalised(gram)) - pointsOf(gram))).toBeLessThanOrEqual(rounding);
    expect(distance(combination(2, gram, -1, gram), gram)).toBe(0);
  });

  it('of one block a point is the Gram matrix itself', () => {
    const gram = toGram(randomBlocks('dense', [2, 1, 2]));
    expect(toGram(blocksOfOne(gram))).toEqual(gram);
  });

  it('keeps own = 0 in a block of one point', () => {
    expect(blockGram([1, 2], [3, 4], [1, 2, 2, 5])).toEqual(blockGram([1, 2], [0, 4], [4, 2, 2, 5]));
  });

  it('refuses numbers that are no such matrix', () => {
    expect(() => blockGram([1, 0], [0, 0], [1, 0, 0, 1])).toThrow(
      'blockGram: needs block sizes of at least 1; came 0.',
    );
    expect(() => blockGram([1], [0, 0], [1])).toThrow(
      'blockGram: needs 1 own and 1×1 between for 1 sizes; came 2 and 1.',
    );
    expect(() => blockGram([1, 2], [0, 0], [1, 2, 3, 4])).toThrow(
      'blockGram: needs a symmetric between; came 3 at (1, 0) and 2 mirrored.',
    );
    expect(() => blocksOfOne(build(2, 3, () => 1))).toThrow('blocksOfOne: needs a square matrix; came 2×3.');
    expect(() => combination(1, blockGram([2], [1], [0]), 1, blockGram([3], [1], [0]))).toThrow(
      'combination: needs equal blocks; came [2] and [3].',
    );
  });
});

describe('the resolvent', () => {
  const times = [0, 1e-9, 0.3, 7, 1e6];

  it.each(structures.map((sizes) => ({ sizes })))('of sizes $sizes agrees with dense inverses', ({ sizes }) => {
    const gram = randomBlocks(`resolve ${sizes.join()}`, sizes);
    const direction = randomDirection(`towards ${sizes.join()}`, sizes);
    const c = new Matrix(denseOf(gram));
    const h = new Matrix(denseOf(direction));
    const n = pointsOf(gram);
    const resolvent = new Resolvent(gram);
    for (const t of times) {
      const shifted = Matrix.eye(n).add(Matrix.mul(c, 2 * t));
      const r = inverse(shifted);
      // n^2 roundings of an inverse, times the condition of C: own >= 0.2 bounds the eigenvalues below, their sum above.
      const rounding = 50 * n * n * UNIT * (1 + c.trace() / 0.2);
      const close = (came: Dense, truth: Matrix): void => {
        const scale = largest(truth.to2DArray());
        expect(denseDistance(came, truth.to2DArray())).toBeLessThanOrEqual(rounding * scale);
      };
      close(denseOf(resolvent.tilted(t)), c.mmul(r));
      close(denseOf(resolvent.conjugated(t, direction)), r.mmul(h).mmul(r));
      const root = resolvent.inverseRootDeterminant(t);
      expect(Math.abs(root * Math.sqrt(determinant(shifted)) - 1)).toBeLessThanOrEqual(rounding);
      const norm = r.trace() * largest(h.to2DArray());
      expect(Math.abs(resolvent.tiltedTrace(t, direction) - r.mmul(h).trace())).toBeLessThanOrEqual(
        rounding * n * norm,
      );
    }
  });

  it('would show a missing multiplicity size - 1, which the same comparison catches', () => {
    const gram = randomBlocks('planted', [1, 4]);
    const once = new Resolvent(blockGram([1, 2], gram.own, gram.between)).inverseRootDeterminant(1);
    expect(Math.abs(once / new Resolvent(gram).inverseRootDeterminant(1) - 1)).toBeGreaterThan(0.1);
  });

  it('takes a null direction for null, however large t is', () => {
    const tilted = new Resolvent(centred(randomBlocks('null', [1, 2, 1]))).tilted(1e19);
    const rows = denseOf(tilted).map((row) => row.reduce((sum, x) => sum + x, 0));
    // The rows of a centred matrix sum to zero; entries are of size 1 / (2t).
    expect(Math.max(...rows.map(Math.abs)) * 2e19).toBeLessThanOrEqual(1e3 * UNIT);
    expect(at(toGram(tilted), 0, 0)).toBeGreaterThan(0);
  });
});
