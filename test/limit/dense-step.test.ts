import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelFor } from '../../src/chain/kernel-instance.js';
import { blocksOfOne, toGram } from '../../src/limit/block-gram.js';
import type { WideLayer } from '../../src/limit/dense-step.js';
import { twoBlockGram } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { onReference, type WideSteps, wideSteps } from '../../src/limit/wide-steps.js';
import { build, type Gram, matrix } from '../../src/linalg/matrix.js';
import { coin, leaky, recenter } from './pieces.js';

const UNIT = 2 ** -53;
const slopes = [0, 0.1, -1, 1];

/** Points of a common direction plus `spread` times a draw; the first one `outlier` times as long. */
function gramOf(name: string, points: number, spread: number, outlier: number): Gram {
  const next = coin(name);
  const common = Array.from({ length: points + 1 }, next);
  const batch = Array.from({ length: points }, (_, i) =>
    common.map((x) => (i === 0 ? outlier : 1) * (x + spread * next())),
  );
  return build(points, points, (i, j) => (batch[i] ?? []).reduce((sum, x, k) => sum + x * (batch[j]?.[k] ?? NaN), 0));
}

/** Generic, near-collinear and outlier states. An outlier of length 0 is a point of variance zero. */
const states = fc
  .record({
    name: fc.integer({ min: 0, max: 1e6 }),
    points: fc.integer({ min: 2, max: 19 }),
    spread: fc.constantFrom(1, 30, 1e-3, 1e-9),
    outlier: fc.constantFrom(1, 1, -1, 40, 1e6, 0),
  })
  .map(({ name, points, spread, outlier }) => gramOf(`dense step ${name}`, points, spread, outlier));

const layers = fc.record({
  slope: fc.constantFrom(...slopes),
  recenter: fc.boolean(),
  steps: fc.integer({ min: 0, max: 6 }),
});

const agree = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((x, i) => Object.is(x, b[i]));

/** The same up to the sign of 0: blocks add a zero where rows do not. */
const equal = (a: Float64Array, b: Float64Array): boolean =>
  agree(
    a.map((x) => x + 0),
    b.map((x) => x + 0),
  );

/** The same steps, by the map of blocks. */
function byBlocks(gram: Gram, { slope, recenter: centres, steps }: WideSteps): Float64Array {
  const layer = limitLayer([...(centres ? [recenter] : []), leaky(slope)]);
  let state = blocksOfOne(gram);
  for (let t = 0; t < steps; t++) state = layer({ gram: state }).gram;
  return toGram(state).values;
}

/** What must not pass for the layer: one without its centring (or with one that it has not), one of a slope a unit off. */
const wrong: Readonly<Record<string, (layer: WideLayer) => WideLayer>> = {
  'centring dropped or added': (layer) => ({ ...layer, recenter: !layer.recenter }),
  'slope off in the last places': (layer) => ({ ...layer, slope: layer.slope + 8 * UNIT }),
};

describe('the infinite-width step of a dense Gram matrix', () => {
  it('has a kernel here, so that what follows compares two programs', () => {
    expect(kernelFor(19)).toBeDefined();
  });

  it('gives the same bits in WebAssembly as in TypeScript', () => {
    fc.assert(
      fc.property(states, layers, (gram, how) => agree(wideSteps(gram, how).values, onReference(gram, how))),
      { numRuns: 2000 },
    );
  });

  it('gives the bits of limitLayer on blocks of one point: the rounding bound between them is zero', () => {
    fc.assert(
      fc.property(states, layers, (gram, how) => equal(wideSteps(gram, how).values, byBlocks(gram, how))),
      { numRuns: 500 },
    );
  });

  it.each(Object.keys(wrong))('is told from one with its %s by the same comparison', (name) => {
    const gram = gramOf('planted', 9, 1, 1);
    for (const slope of slopes) {
      for (const recenter of [true, false]) {
        const how = { slope, recenter, steps: 3 };
        const other = { steps: 3, ...wrong[name]?.(how) };
        expect(agree(wideSteps(gram, how).values, onReference(gram, { ...how, ...other })), `${slope}`).toBe(false);
        expect(equal(byBlocks(gram, how), onReference(gram, { ...how, ...other })), `${slope}`).toBe(false);
      }
    }
  });

  it('finds in memory nothing that a larger matrix left', () => {
    const how = { slope: 0.1, recenter: true, steps: 2 };
    const small = gramOf('small', 5, 1, 1);
    const fresh = wideSteps(small, how).values;
    wideSteps(matrix(8, 8, new Float64Array(64).fill(NaN)), how);
    wideSteps(gramOf('large', 23, 1, 1), how);
    expect(wideSteps(small, how).values).toEqual(fresh);
  });

  it.each([
    [
      '0, with diagonal entries of both signs',
      [1.2274063177810468e-10, 5.829762510712468e-10, 4.321187036438891e-11, 5.034474896575311e-10],
    ],
    ['negative', [3.68221895334314e-10, 7.489287532137403e-10, 1.296356110931667e-10, 5.10342468972593e-10]],
  ])('makes a batch NaN whose recentred trace is all rounding and comes out %s', (_, offsets) => {
    const gram = build<'point', 'point'>(4, 4, (i, j) => 2.5 + ((offsets[i] ?? 0) + (offsets[j] ?? 0)));
    for (const slope of slopes) {
      const how = { slope, recenter: true, steps: 1 };
      const dead = [...onReference(gram, how), ...byBlocks(gram, how), ...wideSteps(gram, how).values];
      expect(
        dead.filter((x) => !Number.isNaN(x)),
        `slope ${slope}`,
      ).toEqual([]);
    }
  });

  it('makes a batch that it sends to zero NaN, on both programs', () => {
    const dead = matrix<'point', 'point'>(3, 3, new Float64Array(9));
    const one = matrix<'point', 'point'>(1, 1, new Float64Array([2]));
    for (const gram of [dead, one]) {
      const how = { slope: 0, recenter: true, steps: 1 };
      expect(wideSteps(gram, how).values.every(Number.isNaN)).toBe(true);
      expect(onReference(gram, how).every(Number.isNaN)).toBe(true);
    }
  });

  it('leaves its argument as it is, and returns it after no steps', () => {
    const gram = gramOf('kept', 4, 1, 1);
    const before = gram.values.slice();
    expect(wideSteps(gram, { slope: 0, recenter: true, steps: 0 })).toEqual(gram);
    wideSteps(gram, { slope: 0, recenter: true, steps: 3 });
    expect(gram.values).toEqual(before);
  });

  it('refuses what is no Gram matrix', () => {
    const how = { slope: 0, recenter: true, steps: 1 };
    expect(() =>
      wideSteps(
        build(2, 3, () => 1),
        how,
      ),
    ).toThrow('wideSteps: needs a square matrix; came 2×3.');
    const skew = build<'point', 'point'>(12, 12, (i, j) => (i === 11 && j === 2 ? 3 : 1));
    expect(() => wideSteps(skew, how)).toThrow(
      'wideSteps: needs a symmetric matrix; came 3 at (11, 2) and 1 mirrored.',
    );
  });
});

describe('the outlier fixed point of recentring and ReLU at 10 points', () => {
  /** I3, to all digits: Newton on the three scalars in 60-digit arithmetic. Scaled to trace 10. */
  const shape = { normRatio: 7.411997004065286, clusterCosine: 1 - 0.29536094722495976, oddCosine: NaN };
  const start = (crossCosine: number): Gram => {
    const { values } = toGram(twoBlockGram(10, 1, { ...shape, crossCosine }));
    const trace = 9 + shape.normRatio * shape.normRatio;
    return matrix(
      10,
      10,
      values.map((x) => (10 * x) / trace),
    );
  };
  /** Largest change of an entry in one step. */
  const moved = (gram: Gram): number => {
    const next = wideSteps(gram, { slope: 0, recenter: true, steps: 1 }).values;
    return next.reduce((most, x, i) => Math.max(most, Math.abs(x - (gram.values[i] ?? NaN))), 0);
  };
  // Entries are at most 10. Two means of 10 numbers and three differences: 20 units of 10; the start's own rounding 10 more, which
  // a layer expands by less than 4; kappa 40 relative units of the same; the trace 13. The layer's gain is 1 at a fixed point.
  const allowed = (20 + 4 * 10 + 40 + 13) * 10 * UNIT;

  it('stays where it is, to rounding', () => {
    expect(moved(start(0.022444712022364786))).toBeLessThanOrEqual(allowed);
  });

  it('would not with its cross cosine a billionth off', () => {
    expect(moved(start(0.022444712022364786 * (1 + 1e-9)))).toBeGreaterThan(allowed);
  });
});
