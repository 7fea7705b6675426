import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { type BlockGram, blocksOfOne, toGram } from '../../src/limit/block-gram.js';
import { symmetricFixedPoint, twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { recenterRows } from '../../src/limit/row-law.js';
import { spectrum, type Spectrum } from '../../src/limit/spectrum.js';
import { build } from '../../src/linalg/matrix.js';
import type { Stage } from '../../src/network/stage.js';
import { type Dense, denseLayer, denseOf } from './dense-oracle.js';
import { leaky, recenter, relu, rescale } from './pieces.js';

type DenseMap = (c: Dense) => Dense;

/** The n(n+1)/2 × n(n+1)/2 derivative by central differences, extrapolated: h^4 = 6e-11 times a fifth derivative over 480. */
function numericJacobian(map: DenseMap, at: Dense): Matrix {
  const n = at.length;
  const pairs = at.flatMap((_, i) => Array.from({ length: n - i }, (__, k) => [i, i + k] as const));
  const step = 2 ** -8;
  const shifted = ([i, j]: readonly [number, number], h: number): Dense =>
    at.map((row, a) => row.map((x, b) => ((a === i && b === j) || (a === j && b === i) ? x + h : x)));
  const columns = pairs.map((pair) => {
    const slope = (h: number): number[] => {
      const [up, down] = [map(shifted(pair, h)), map(shifted(pair, -h))];
      return pairs.map(([i, j]) => ((up[i]?.[j] ?? NaN) - (down[i]?.[j] ?? NaN)) / (2 * h));
    };
    const [fine, coarse] = [slope(step / 2), slope(step)];
    return fine.map((x, i) => (4 * x - (coarse[i] ?? NaN)) / 3);
  });
  return new Matrix(columns).transpose();
}

/** Largest difference of the power sums tr J^k, k = 1..8: unlike single eigenvalues they do not mind multiplicity. */
function powerSumsApart(jacobian: Matrix, { eigenvalues }: Spectrum): number {
  let power = Matrix.eye(jacobian.rows);
  let most = 0;
  for (let k = 1; k <= 8; k++) {
    power = power.mmul(jacobian);
    const sum = eigenvalues.reduce((total, z) => total + z.multiplicity * z.value ** k, 0);
    most = Math.max(most, Math.abs(power.trace() - sum));
  }
  return most;
}

const layers: Readonly<
  Record<string, { stages: readonly Stage[]; points: readonly number[]; odd: readonly number[] }>
> = {
  'RC, NL': { stages: [recenter, relu], points: [5, 7, 8], odd: [1] },
  'RC, leaky': { stages: [recenter, leaky(0.2)], points: [5, 8], odd: [1] },
  'RC, RS, NL': { stages: [recenter, rescale, relu], points: [5, 7], odd: [] },
  'RS, NL': { stages: [rescale, relu], points: [2, 5, 7], odd: [] },
  'RS, leaky': { stages: [rescale, leaky(0.3)], points: [5], odd: [] },
  'RC, RS': { stages: [recenter, rescale], points: [5], odd: [] },
};

function fixedPoints(stages: readonly Stage[], points: number, odd: readonly number[]): BlockGram[] {
  const ends = [symmetricFixedPoint(stages, points), ...odd.map((k) => twoBlockFixedPoint(stages, points, k))];
  return ends.flatMap((end) => (end.kind === 'unsettled' ? [] : [end.gram]));
}

/** The layer as a map of dense matrices, every point a block: no tangent, no sector, no two-block family. */
const apart =
  (stages: readonly Stage[]): DenseMap =>
  (c) =>
    denseOf(limitLayer(stages)({ gram: blocksOfOne(build(c.length, c.length, (i, j) => c[i]?.[j] ?? NaN)) }).gram);

describe('the spectrum, against a dense numeric derivative', () => {
  /** 36 × 36 entries with errors of 1e-9 in powers up to 8: 8 × 36 × 1e-9. */
  const allowed = 3e-7;

  it.each(Object.entries(layers))('agrees for %s', (_, { stages, points, odd }) => {
    for (const n of points) {
      for (const gram of fixedPoints(stages, n, odd)) {
        expect(
          powerSumsApart(numericJacobian(apart(stages), denseOf(gram)), spectrum(stages, gram)),
        ).toBeLessThanOrEqual(allowed);
      }
    }
  });

  it('agrees with the textbook formulas for RC + ReLU, saddle included', () => {
    const stages = [recenter, relu];
    const saddle = twoBlockFixedPoint(stages, 10, 2);
    if (saddle.kind !== 'two-block') throw new Error(saddle.kind);
    for (const gram of [...fixedPoints(stages, 8, [1]), saddle.gram]) {
      const jacobian = numericJacobian((c) => denseLayer(c, { centre: true, rescale: false, slope: 0 }), denseOf(gram));
      const came = spectrum(stages, gram);
      expect(powerSumsApart(jacobian, came)).toBeLessThanOrEqual(55 * allowed);
      const top = Math.max(...new EigenvalueDecomposition(jacobian).realEigenvalues);
      expect(Math.abs(top - came.spectralRadius)).toBeLessThanOrEqual(allowed);
    }
  });

  it('catches a stage that forgets to move the tangent', () => {
    const forgetful: Stage = {
      ...recenter,
      onRows: (law) => (law.tangent ? { ...recenterRows(law), tangent: law.tangent } : recenterRows(law)),
    };
    for (const gram of fixedPoints([recenter, relu], 8, [1])) {
      const jacobian = numericJacobian(apart([recenter, relu]), denseOf(gram));
      expect(powerSumsApart(jacobian, spectrum([forgetful, relu], gram))).toBeGreaterThan(1000 * allowed);
    }
  });

  it('works on the dense matrix that a block matrix stands for', () => {
    const [gram] = fixedPoints([recenter, relu], 5, []);
    expect(gram && toGram(gram).rows).toBe(5);
  });
});
