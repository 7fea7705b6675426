import { describe, expect, test } from 'vitest';
import { fastChain } from '../../src/chain/fast-chain.js';
import { gramChain } from '../../src/chain/gram-chain.js';
import { symmetricFixedPoint } from '../../src/limit/fixed-point.js';
import { limitChain } from '../../src/limit/limit-chain.js';
import { wideSteps } from '../../src/limit/wide-steps.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { directNetwork } from '../../src/network/direct.js';
import { lastLayer, type LayerState, type Network, uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { gaussian } from '../../src/network/weights.js';
import { derive } from '../../src/random/key.js';
import { KEY } from './edges.js';

const entries = (rows: number, points: number): Batch =>
  build(rows, points, (k, i) => Math.cos(1 + 3 * k + 7 * i * i + 1.7 * k * i));
const network = (stages: string, width: number, depth: number): Network =>
  uniformNetwork({ stages: parseStages(stages), width, depth, weights: gaussian });
const products = (states: Iterable<LayerState>): Float64Array => gram(lastLayer(states).factor).values;
const apart = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, x, m) => Math.max(most, Math.abs(x - (b[m] ?? NaN))), 0);
const last = (plan: Network, input: Batch, mode: 'gram' | 'factor' | 'bartlett'): Iterable<LayerState> =>
  fastChain(plan, input, KEY, { mode, every: plan.widths.length });
const UNIT = 2 ** -53;

describe('Two points', () => {
  test('have no inner product after recentering and ReLU, since their supports are disjoint', () => {
    const plan = network('rc,relu', 16, 3);
    for (const states of [
      directNetwork(plan, entries(5, 2), KEY),
      gramChain(plan, entries(5, 2), KEY),
      last(plan, entries(5, 2), 'gram'),
      last(plan, entries(5, 2), 'factor'),
    ])
      expect(products(states)[1]).toBe(0);
    // One layer: absolute values make the two points equal, which the next recentering takes away.
    expect(products(last(network('rc,abs', 16, 1), entries(5, 2), 'factor'))[1]).not.toBe(0);
  });

  test('of infinite width are orthonormal after that, and opposite after recentering alone', () => {
    expect([...products(limitChain(parseStages('rc,relu'), entries(5, 2), { depth: 2 }))]).toEqual([1, 0, 0, 1]);
    const [x = NaN, y = NaN] = products(last(network('rc', 16, 3), entries(5, 2), 'bartlett'));
    expect(Math.abs(x + y)).toBeLessThanOrEqual(8 * UNIT);
  });
});

describe('1,024 points', () => {
  /** The arc-cosine kernel at the cosine of recentred orthonormal points. */
  const c = -1 / 1023;
  const kappa = (Math.sqrt(1 - c * c) + c * (Math.PI - Math.acos(c))) / Math.PI;

  test('that are orthonormal have the cosine of the arc-cosine kernel after a layer of infinite width', () => {
    const identity = build<'point', 'point'>(1024, 1024, (i, j) => (i === j ? 1 : 0));
    const { values } = wideSteps(identity, { steps: 1, recenter: true, slope: 0 });
    const worst = values.reduce((most, x, m) => Math.max(most, Math.abs(x - (m % 1025 === 0 ? 1 : kappa))), 0);
    expect(worst).toBeLessThanOrEqual(1024 * UNIT);
  });

  test('sum to nothing after recentering, and their squares to 1,024', () => {
    const plan = network('rc', 16, 1);
    for (const states of [
      directNetwork(plan, entries(8, 1024), KEY),
      ...(['gram', 'factor', 'bartlett'] as const).map((mode) => last(plan, entries(8, 1024), mode)),
    ]) {
      const { factor } = lastLayer(states);
      let [sums, squares] = [0, 0];
      for (let k = 0; k < factor.rows; k++)
        sums = Math.max(
          sums,
          Math.abs(factor.values.subarray(1024 * k, 1024 * (k + 1)).reduce((sum, x) => sum + x, 0)),
        );
      for (const x of factor.values) squares += x * x;
      expect(sums).toBeLessThanOrEqual(1024 * 32 * UNIT);
      expect(Math.abs(squares - 1024)).toBeLessThanOrEqual(1024 * 1024 * UNIT);
    }
    const kept = lastLayer(directNetwork(network('identity', 16, 1), entries(8, 1024), KEY)).factor.values.subarray(
      0,
      1024,
    );
    expect(Math.abs(kept.reduce((sum, x) => sum + x, 0))).toBeGreaterThan(1);
  });
});

describe('One neuron', () => {
  const x = [-1, 0, 3, 8];
  const input = build<'neuron', 'point'>(1, 4, (_, i) => x[i] ?? NaN);
  /** Products of a row of numbers, scaled to trace 4. */
  const scaled = (row: readonly number[]): readonly number[] => {
    const square = row.reduce((sum, each) => sum + each * each, 0);
    return row.flatMap((a) => row.map((b) => (4 * a * b) / square));
  };
  const recentred = x.map((each) => each - 2.5);
  const rectified = (sign: number): readonly number[] => scaled(recentred.map((each) => Math.max(0, sign * each)));

  test('leaves of a line one of its two halves, whichever the sign of its weight', () => {
    const plan = network('rc,relu', 1, 1);
    for (const states of [
      directNetwork(plan, input, KEY),
      gramChain(plan, input, KEY),
      last(plan, input, 'gram'),
      last(plan, input, 'factor'),
    ]) {
      const came = products(states);
      expect(Math.min(apart(came, rectified(1)), apart(came, rectified(-1)))).toBeLessThanOrEqual(64 * UNIT);
    }
    expect(apart(rectified(1), rectified(-1))).toBeGreaterThan(1);
    expect(apart(products(last(network('rc', 1, 1), input, 'bartlett')), scaled(recentred))).toBeLessThanOrEqual(
      64 * UNIT,
    );
  });

  test('is not infinitely many: these leave both halves, orthogonal to each other', () => {
    const came = products(limitChain(parseStages('rc,relu'), input, { depth: 1 }));
    const both = scaled(recentred).map((each) => Math.max(0, each));
    // On the scale of trace 4 (it was 51.25) products before recentering are up to 5: three means of 5 roundings each and three sums are 90
    // units. The angle and its kernel take another 16 roundings of entries up to 2.4: 38.
    expect(apart(came, both)).toBeLessThanOrEqual((18 * 5 + 16 * 2.4) * UNIT);
  });
});

describe('Very many neurons', () => {
  const input = entries(5, 3);
  const limit = (stages: string): Float64Array => products(limitChain(parseStages(stages), input, { depth: 1 }));

  test('10^6 are nearly infinitely many', () => {
    // Entries are means over the neurons of products whose standard deviation is below 3: eight standard errors.
    const bound = (8 * 3) / Math.sqrt(1e6);
    const plan = network('rc,relu', 1_000_000, 1);
    for (const states of [last(plan, input, 'gram'), last(plan, input, 'factor'), gramChain(plan, input, KEY)])
      expect(apart(products(states), limit('rc,relu'))).toBeLessThanOrEqual(bound);
    expect(apart(products(last(plan, input, 'gram')), limit('rc,leaky(0.2)'))).toBeGreaterThan(bound);
  });

  test('10^9 more so, at no cost where the network is linear', () => {
    const bound = (8 * 3) / Math.sqrt(1e9);
    for (const stages of ['rc', 'identity'])
      expect(
        apart(products(last(network(stages, 1_000_000_000, 1), input, 'bartlett')), limit(stages)),
      ).toBeLessThanOrEqual(bound);
    expect(apart(products(last(network('rc', 1000, 1), input, 'bartlett')), limit('rc'))).toBeGreaterThan(bound);
  });
});

describe('100,000 layers', () => {
  const DEPTH = 100_000;

  test('of one neuron multiply a line by 100,000 weights: the scale is the sum of their logarithms', () => {
    const input = entries(1, 2);
    const states = [...directNetwork(network('identity', 1, DEPTH), input, KEY)];
    const [first, end] = [states[0], states.at(-1)];
    let sum = first?.logScale ?? NaN;
    for (let t = 1; t <= DEPTH; t++) sum += Math.log(Math.abs(gaussian.draw(derive(KEY, t), 1, 1).values[0] ?? NaN));
    expect(end?.layer).toBe(DEPTH);
    expect(sum).toBeLessThan(-60_000); // e^-60,000: no double is so small
    expect(Math.abs((end?.logScale ?? NaN) - sum)).toBeLessThanOrEqual(DEPTH * Math.abs(sum) * UNIT);
    expect(apart(end?.factor.values.map(Math.abs) ?? [], first?.factor.values.map(Math.abs) ?? [])).toBeLessThanOrEqual(
      4 * DEPTH * UNIT,
    );
  });

  test.each(['gram', 'factor'] as const)(
    'of recentering and ReLU end alike with and without a look on the way: %s',
    (mode) => {
      const plan = network('rc,relu', 12, DEPTH);
      const ends = [1000, DEPTH].map((every) => lastLayer(fastChain(plan, entries(5, 3), KEY, { mode, every })));
      expect(ends[0]).toEqual(ends[1]);
      expect(ends[1]?.logScale).toBeLessThan(-50_000);
      expect(ends[1]?.logScale).toBeGreaterThan(-100_000);
      expect(Math.abs((ends[1]?.factor.values.reduce((sum, x) => sum + x * x, 0) ?? NaN) - 3)).toBeLessThanOrEqual(
        64 * UNIT,
      );
    },
  );

  test('of weights alone bring points onto one line, which a triangular factor shows and does not overflow', () => {
    const { factor, logScale } = lastLayer(last(network('identity', 3, DEPTH), entries(5, 2), 'bartlett'));
    const [, , below, rest] = factor.values;
    expect([below, rest]).toEqual([0, 0]);
    expect(logScale).toBeLessThan(-10_000);
  });

  test('of infinite width stand at the fixed point, or on one line', () => {
    const end = (stages: string): Float64Array =>
      products(limitChain(parseStages(stages), entries(5, 4), { depth: DEPTH, every: DEPTH }));
    const fixed = symmetricFixedPoint(parseStages('rc,relu'), 4);
    const cosine = fixed.kind === 'settled' ? fixed.cosine : NaN;
    expect(
      apart(
        end('rc,relu'),
        Array.from({ length: 16 }, (_, m) => (m % 5 === 0 ? 1 : cosine)),
      ),
    ).toBeLessThanOrEqual(1e-14);
    // Angles of ReLU alone fall like 3 pi/t: 1 - cos is 4.5 (pi/t)^2 and what rounding adds.
    const angles = end('relu');
    const cosines = Array.from(
      { length: 16 },
      (_, m) => (angles[m] ?? NaN) / Math.sqrt((angles[5 * Math.floor(m / 4)] ?? NaN) * (angles[5 * (m % 4)] ?? NaN)),
    );
    expect(Math.max(...cosines.map((each) => 1 - each))).toBeLessThanOrEqual(4.5 * (Math.PI / DEPTH) ** 2 + 1e-13);
  });
});
