import { describe, expect, it } from 'vitest';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { fastChain } from '../../src/chain/fast-chain.js';
import { diagonalOf, tolerantCholesky } from '../../src/chain/tolerant-cholesky.js';
import { inputState } from '../../src/chain/input-state.js';
import { cosines } from '../../src/geometry/cosines.js';
import { degeneracy } from '../../src/geometry/describe.js';
import { normRatio } from '../../src/geometry/odd-point.js';
import { blocksOfOne, toGram } from '../../src/limit/block-gram.js';
import { twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { limitChain, wideLayerOf } from '../../src/limit/limit-chain.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { leaky } from '../../src/network/activations.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import type { Stage } from '../../src/network/stage.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { gaussian } from '../../src/network/weights.js';
import { derive, rootKey } from '../../src/random/key.js';

const root = rootKey('limit chain');
const batch = (points: number, name = ''): Batch => gaussianBatch(derive(root, name), 12, points);

/** The last factor by the map that takes any stages. */
function general(stages: readonly Stage[], input: Batch, depth: number): Float64Array {
  const layer = limitLayer(stages);
  let blocks = blocksOfOne(gram(inputState(input).factor));
  for (let t = 0; t < depth; t++) blocks = layer({ gram: blocks }).gram;
  const { rows, values } = toGram(blocks);
  return tolerantCholesky(values, rows, rows, diagonalOf(values, rows), rows).upper;
}

/** Equal, 0 and -0 alike. */
const equal = (a: Float64Array, b: Float64Array): boolean => a.length === b.length && a.every((x, m) => x === b[m]);

describe('a batch at infinite width', () => {
  it.each([
    ['rc,relu', { recenter: true, slope: 0 }],
    ['rc,leaky(0.1)', { recenter: true, slope: 0.1 }],
    ['rc,abs', { recenter: true, slope: -1 }],
    ['rc', { recenter: true, slope: 1 }],
    ['relu', { recenter: false, slope: 0 }],
    ['identity', { recenter: false, slope: 1 }],
    ['rc,rs,relu', undefined],
    ['rs', undefined],
    ['relu,rc', undefined],
    ['rc,tanh', undefined],
  ])('runs %s on the kernel where that can run it', (stages, layer) => {
    expect(wideLayerOf(parseStages(stages))).toEqual(layer);
  });

  it.each(['rc,relu', 'rc,leaky(-0.3)', 'abs', 'rc,identity', 'relu,rc', 'rc,rs,relu'])(
    'has the bits of limitLayer with %s',
    (text) => {
      const [stages, input, depth] = [parseStages(text), batch(5), 4];
      const { factor } = lastLayer(limitChain(stages, input, { depth, every: 3 }));
      expect(equal(factor.values, general(stages, input, depth))).toBe(true);
      expect(equal(factor.values, general([recenter, activate(leaky(0.7))], input, depth))).toBe(false);
    },
  );

  it('does what a control does that changes a stage at infinite width alone', () => {
    const uncentred = { ...recenter, onRows: keep.onRows };
    const stages = [uncentred, activate(leaky(0))];
    expect(wideLayerOf(stages)).toBeUndefined();
    const { factor } = lastLayer(limitChain(stages, batch(5), { depth: 3 }));
    expect(equal(factor.values, general(parseStages('relu'), batch(5), 3))).toBe(true);
  });

  it('has the same layers whichever are asked for', () => {
    const states = (every: number) => [...limitChain(parseStages('rc,relu'), batch(7), { depth: 7, every })];
    const [all, some] = [states(1), states(3)];
    expect(some.map(({ layer }) => layer)).toEqual([0, 3, 6, 7]);
    for (const { layer, factor } of some) expect(factor).toEqual(all[layer]?.factor);
  });

  it('ends at the odd point of the theory, and without recentering does not', () => {
    const end = twoBlockFixedPoint(parseStages('rc,relu'), 16, 1);
    const expected = end.kind === 'two-block' ? end.normRatio : NaN;
    const ratio = (stages: string): number =>
      normRatio(lastLayer(limitChain(parseStages(stages), batch(16), { depth: 1500, every: 1500 })).factor);
    // A perturbation decays by 0.943 a layer (I4): 1500 layers leave nothing of the start, and 18 times the roundings of one, 20 n.
    const rounding = 18 * 20 * 16 * 2 ** -53;
    expect(Math.abs(ratio('rc,relu') / expected - 1)).toBeLessThanOrEqual(rounding);
    expect(Math.abs(ratio('relu') / expected - 1)).toBeGreaterThan(0.5);
  });

  it('is where a network of 2^18 neurons is, to its fluctuations, and one with other stages is not', () => {
    const [input, depth, width] = [batch(6), 3, 2 ** 18];
    const limit = cosines(lastLayer(limitChain(parseStages('rc,relu'), input, { depth })).factor).values;
    const apart = (stages: string): number => {
      const network = uniformNetwork({ stages: parseStages(stages), width, depth, weights: gaussian });
      const { values } = cosines(lastLayer(fastChain(network, input, root, { every: depth })).factor);
      return Math.max(...values.map((x, m) => Math.abs(x - (limit[m] ?? NaN))));
    };
    const fluctuation = 1 / Math.sqrt(width);
    expect(apart('rc,relu')).toBeLessThanOrEqual(8 * fluctuation); // each layer adds about one
    expect(apart('rc,leaky(0.1)')).toBeGreaterThan(20 * fluctuation);
  });

  it.each([2, 3, 7, 23])('is dead when %i equal points are recentred, and stays dead', (points) => {
    const equalPoints: Batch = build(5, points, (i) => Math.sqrt(i + 0.3) - 1);
    const states = [...limitChain(parseStages('rc,relu'), equalPoints, { depth: 3 })];
    const dead = 'dead batch';
    expect(states.map(({ factor }) => degeneracy(factor))).toEqual(['none', dead, dead, dead]);
    expect(degeneracy(lastLayer(limitChain(parseStages('relu'), equalPoints, { depth: 3 })).factor)).toBe('none');
  });

  it('refuses a depth or a step that is no count, and stages without a closed form', () => {
    const run = (stages: string, how: { depth: number; every?: number }): unknown[] => [
      ...limitChain(parseStages(stages), batch(3), how),
    ];
    expect(() => run('relu', { depth: 1.5 })).toThrow('limitChain: needs an integer depth >= 1; came 1.5.');
    expect(() => run('relu', { depth: 2, every: 0 })).toThrow('limitChain: needs an integer every >= 1; came 0.');
    expect(() => run('tanh', { depth: 2 })).toThrow('infinite width: needs an activation');
  });
});
