import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Batch, matrix } from '../../src/linalg/matrix.js';
import { abs, relu } from '../../src/network/activations.js';
import { parseStages } from '../../src/network/parse-stage.js';
import type { Stage } from '../../src/network/stage.js';
import { activate, keep, recenter, rescale } from '../../src/network/stages.js';
import { UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { recenterAtFirst, recenterOverNeurons } from '../../properties/mutants.js';

/** Batches of a few neurons and points with entries on a grid of quarters, exactly representable. */
const batches: fc.Arbitrary<Batch> = fc
  .record({
    rows: fc.integer({ min: 1, max: 5 }),
    cols: fc.integer({ min: 2, max: 9 }),
    seed: fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 45, maxLength: 45 }),
  })
  .map(({ rows, cols, seed }) =>
    matrix(
      rows,
      cols,
      Float64Array.from(seed.slice(0, rows * cols), (k) => k / 4),
    ),
  );

const after = (stage: Stage, z: Batch): Batch => {
  const copy = { ...z, values: z.values.slice() };
  stage.onBatchInto(copy);
  return copy;
};
const row = ({ values, cols }: Batch, k: number): readonly number[] => [...values.subarray(k * cols, (k + 1) * cols)];
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const largest = (xs: readonly number[]): number => Math.max(...xs.map(Math.abs));

/** Largest row sum relative to its rounding: n(n+3) units of the largest entry of the row (theory-contrasts F13). */
function worstRowSum(stage: Stage, z: Batch): number {
  const done = after(stage, z);
  return Math.max(
    ...Array.from({ length: z.rows }, (_, k) => {
      const allowed = z.cols * (z.cols + 3) * UNIT_ROUNDOFF * Math.max(largest(row(z, k)), 1e-300);
      return Math.abs(sum(row(done, k))) / allowed;
    }),
  );
}

describe('recentering', () => {
  it('makes every neuron sum to zero over the batch', () => {
    fc.assert(fc.property(batches, (z) => worstRowSum(recenter, z) <= 1));
  });

  it.each([keep, recenterOverNeurons, recenterAtFirst])('is told apart from: $name', (mutant) => {
    expect(fc.check(fc.property(batches, (z) => worstRowSum(mutant, z) <= 1)).failed).toBe(true);
  });

  it('subtracts the mean: 1, 2, 6 become -2, -1, 3', () => {
    expect(row(after(recenter, matrix(1, 3, new Float64Array([1, 2, 6]))), 0)).toEqual([-2, -1, 3]);
  });
});

describe('rescaling', () => {
  it('divides by the root-mean-square, not by the deviation from the mean: 3, 4 become 3s, 4s with s = sqrt(2)/5', () => {
    const [first = NaN, second = NaN] = row(after(rescale, matrix(1, 2, new Float64Array([3, 4]))), 0);
    expect(Math.abs(first - (3 * Math.SQRT2) / 5)).toBeLessThanOrEqual(4 * UNIT_ROUNDOFF);
    expect(Math.abs(second - (4 * Math.SQRT2) / 5)).toBeLessThanOrEqual(4 * UNIT_ROUNDOFF);
  });

  it('gives every neuron that is not zero mean square 1, within 2n + 8 units', () => {
    fc.assert(
      fc.property(batches, (z) => {
        const done = after(rescale, z);
        for (let k = 0; k < z.rows; k++) {
          if (row(z, k).every((x) => x === 0)) continue;
          const meanSquare = sum(row(done, k).map((x) => x * x)) / z.cols;
          expect(Math.abs(meanSquare - 1)).toBeLessThanOrEqual((2 * z.cols + 8) * UNIT_ROUNDOFF);
        }
      }),
    );
  });

  it('turns a neuron that is zero on the whole batch into NaN, and leaves the others alone', () => {
    const done = after(rescale, matrix(2, 2, new Float64Array([0, 0, 1, -1])));
    expect([...done.values]).toEqual([NaN, NaN, 1, -1]);
  });

  it('ignores the scale of a neuron, to the bit for powers of two', () => {
    fc.assert(
      fc.property(batches, fc.integer({ min: -60, max: 60 }), (z, k) => {
        const factor = 2 ** k;
        const scaled = { ...z, values: z.values.map((x) => x * factor) };
        expect(after(rescale, scaled).values).toEqual(after(rescale, z).values);
      }),
    );
  });
});

describe('activating', () => {
  it('acts on every entry', () => {
    const z = matrix<'neuron', 'point'>(1, 4, new Float64Array([-2, -0.5, 0, 3]));
    expect([...after(activate(relu), z).values]).toEqual([0, 0, 0, 3]);
    expect([...after(activate(abs), z).values]).toEqual([2, 0.5, 0, 3]);
  });
});

describe('every stage', () => {
  const stages = parseStages('recenter,rescale,relu,leaky(0.3),tanh,gelu,square,relu^1.5');

  it.each(stages)('$name keeps equal points equal, to the bit', (stage) => {
    fc.assert(
      fc.property(batches, (z) => {
        for (let k = 0; k < z.rows; k++) z.values[k * z.cols + 1] = z.values[k * z.cols] ?? NaN;
        const done = after(stage, z);
        for (let k = 0; k < z.rows; k++) expect(row(done, k)[1]).toBe(row(done, k)[0]);
      }),
    );
  });

  it.each(stages.filter(({ degree }) => degree !== undefined))(
    '$name is homogeneous of the degree it states',
    (stage) => {
      fc.assert(
        fc.property(batches, (z) => {
          const four = { ...z, values: z.values.map((x) => 4 * x) };
          const degree = stage.degree ?? NaN;
          const factor = 4 ** degree; // a power of two for the degrees of the catalogue, so that nothing rounds
          expect(after(stage, four).values).toEqual(after(stage, z).values.map((x) => x * factor));
        }),
      );
    },
  );
});
