import { describe, expect, it } from 'vitest';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { type Batch, renamed } from '../../src/linalg/matrix.js';
import { applyLayer, directNetwork } from '../../src/network/direct.js';
import { lastLayer, type LayerState, uniformNetwork } from '../../src/network/network.js';
import { activationSpellings } from '../../src/network/parse-activation.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { parseWeightLaw } from '../../src/network/parse-weight-law.js';
import { gaussian } from '../../src/network/weights.js';
import { exp } from '../../src/portable/exp.js';
import { derive, rootKey } from '../../src/random/key.js';
import { UNIT_ROUNDOFF } from '../../src/theory/allowance.js';

const root = rootKey('direct network');
const WIDTH = 12;
const POINTS = 4;

/** The same network without normalisation: numbers as they are. */
function plain(stages: string, input: Batch, depth: number): Batch {
  let batch = input;
  for (let t = 1; t <= depth; t++)
    batch = applyLayer(parseStages(stages), gaussian.draw(derive(root, t), WIDTH, batch.rows), batch);
  return batch;
}

function run(stages: string, input: Batch, depth: number): LayerState {
  return lastLayer(
    directNetwork(uniformNetwork({ stages: parseStages(stages), width: WIDTH, depth, weights: gaussian }), input, root),
  );
}

/** Largest difference between two batches relative to the largest entry of the first. */
function apart(a: Batch, b: Batch): number {
  const largest = Math.max(...a.values.map(Math.abs));
  return Math.max(...a.values.map((x, i) => Math.abs(x - (b.values[i] ?? NaN)))) / largest;
}

const times = (batch: Batch, factor: number): Batch => ({ ...batch, values: batch.values.map((x) => x * factor) });

describe('the direct network', () => {
  const orders = activationSpellings.flatMap(({ example }) => [
    `recenter,${example}`,
    `recenter,rescale,${example}`,
    `${example},recenter`,
    example,
  ]);

  it.each(orders)('carries the scale apart without changing the network: %s', (stages) => {
    // Three layers of d + n + 40 roundings; each layer can amplify a relative error by the quotient of the largest to the typical
    // entry, below 100 here.
    const input = gaussianBatch(root, WIDTH, POINTS);
    const { factor, logScale } = run(stages, input, 3);
    const there = times(renamed<'neuron', 'point'>(factor), exp(logScale));
    expect(apart(plain(stages, input, 3), there)).toBeLessThanOrEqual(3 * (WIDTH + POINTS + 40) * UNIT_ROUNDOFF * 100);
  });

  it('has a wrong scale when the scale is forgotten: the check above can fail', () => {
    const input = times(gaussianBatch(root, WIDTH, POINTS), 3);
    const { factor, logScale } = run('recenter,tanh', times(input, 1 / 3), 3);
    expect(
      apart(plain('recenter,tanh', input, 3), times(renamed<'neuron', 'point'>(factor), exp(logScale))),
    ).toBeGreaterThan(1e-3);
  });

  it.each([
    ['recenter,tanh', 1e-250],
    ['gelu', 1e-250],
    ['recenter,softplus', 1e250],
    ['silu', 1e250],
    ['elu,recenter', 1e-250],
  ])('treats %s at scale %s as its leading term', (stages, scale) => {
    const input = gaussianBatch(root, WIDTH, POINTS);
    const near = run(stages, times(input, scale > 1 ? 1e30 : 1e-30), 2);
    const far = run(stages, times(input, scale), 2);
    const shift = scale > 1 ? 220 : -220;
    expect(apart(renamed<'neuron', 'point'>(near.factor), renamed<'neuron', 'point'>(far.factor))).toBeLessThanOrEqual(
      1e-12,
    ); // beyond e^±30 the next term is below 1e-12
    const layersThatGrow = stages.startsWith('recenter,softplus') || stages === 'silu' || scale < 1 ? 1 : 0;
    expect(Math.abs(far.logScale - near.logScale - layersThatGrow * shift * Math.LN10)).toBeLessThanOrEqual(1e-9);
  });

  it('reports a dead batch as such and goes on', () => {
    const input = times(gaussianBatch(root, WIDTH, POINTS), 0);
    const { factor, logScale } = run('recenter,relu', input, 2);
    expect(factor.values.every((x) => x === 0)).toBe(true);
    expect(logScale).toBe(-Infinity);
  });

  it.each([2, 3, 5, 8])('makes %i equal points dead by recentering, not by luck of rounding', (points) => {
    const place = gaussianBatch(root, 7, 1);
    const equal: Batch = {
      rows: 7,
      cols: points,
      values: Float64Array.from({ length: 7 * points }, (_, m) => place.values[Math.floor(m / points)] ?? NaN),
    };
    expect(run('recenter,relu', equal, 3).logScale).toBe(-Infinity);
    // Points that differ by more than rounding live on.
    const differing = { ...equal, values: equal.values.map((x, m) => (m === 0 ? x * (1 + 1e-13) : x)) };
    expect(run('recenter,relu', differing, 3).logScale).toBeGreaterThan(-Infinity);
  });

  it('wakes a dead batch up again where the activation is not zero at zero', () => {
    const { factor, logScale } = run('sigmoid', times(gaussianBatch(root, WIDTH, POINTS), 0), 1);
    // Every entry is 1/2, so every point has norm sqrt(d)/2.
    expect(Math.abs(exp(logScale) - Math.sqrt(WIDTH) / 2)).toBeLessThanOrEqual(40 * UNIT_ROUNDOFF * Math.sqrt(WIDTH));
    expect(new Set(factor.values).size).toBe(1);
  });

  it.each(['gaussian', 'rademacher', 'uniform', 'orthogonal', 'sparse(0.3)', 'student-t(3)', 'cauchy'])(
    'runs on %s weights',
    (law) => {
      const network = uniformNetwork({
        stages: parseStages('recenter,relu'),
        width: WIDTH,
        depth: 5,
        weights: parseWeightLaw(law),
      });
      const states = [...directNetwork(network, gaussianBatch(root, 7, POINTS), root)];
      expect(states.map(({ layer }) => layer)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(states.at(-1)?.factor).toMatchObject({ rows: WIDTH, cols: POINTS });
    },
  );
});
