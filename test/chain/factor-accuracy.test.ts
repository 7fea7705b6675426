import { describe, expect, it } from 'vitest';
import { fastChain, type FastChainOptions } from '../../src/chain/fast-chain.js';
import type { LayerEngine } from '../../src/chain/layer-engine.js';
import { factorLayersIn, reference } from '../../src/chain/reference.js';
import { cosineGap } from '../../src/geometry/cosines.js';
import { type Batch, matrix } from '../../src/linalg/matrix.js';
import { uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { gaussian } from '../../src/network/weights.js';
import goldens from './goldens.json' with { type: 'json' };

interface Reading {
  readonly angles: number;
  readonly scale: number;
}

/** The largest errors of a chain on one golden, as shares of what rounding may do. */
function shares(golden: (typeof goldens.cases)[number], options: FastChainOptions): Reading {
  const { stages, width, points, depth, layers } = golden;
  const input: Batch = matrix(golden.input.length / points, points, Float64Array.from(golden.input));
  const network = uniformNetwork({ stages: parseStages(stages), width, depth, weights: gaussian });
  // An entry of a row is a sum of n products and passes a handful of roundings; a layer adds them as an angle of n u or so.
  // Later layers shrink or widen an error with the angle that it belongs to.
  const unit = 8 * points * depth * 2 ** -53;
  const pairs = Array.from({ length: points }, (_, i) => Array.from({ length: i }, (__, j) => [j, i] as const)).flat();
  pairs.sort(([a, b], [c, d]) => a - c || b - d);
  const narrowest = pairs.map(([i, j]) => angle(cosineGap(input, i, j)));
  const worst = { angles: 0, scale: 0 };
  for (const state of [...fastChain(network, input, goldens.key, options)].slice(-layers.length)) {
    const expected = layers[state.layer - (depth - layers.length) - 1];
    pairs.forEach(([i, j], pair) => {
      const exact = angle(expected?.gaps[pair] ?? NaN);
      const allowed = unit * Math.max(1, exact / (narrowest[pair] ?? NaN));
      worst.angles = Math.max(worst.angles, Math.abs(angle(cosineGap(state.factor, i, j)) - exact) / allowed);
      narrowest[pair] = Math.min(narrowest[pair] ?? NaN, exact);
    });
    worst.scale = Math.max(worst.scale, Math.abs(state.logScale - (expected?.logScale ?? NaN)) / unit);
  }
  return worst;
}

/** The angle with 1 - cos = gap, for small gaps. */
function angle(gap: number): number {
  return Math.sqrt(2 * gap);
}

describe('the factor chain', () => {
  it.each(goldens.cases)('keeps angles to rounding against 100 digits: $stages, n $points, $depth layers', (golden) => {
    const factor = shares(golden, { mode: 'factor' });
    expect(factor.angles).toBeLessThanOrEqual(1);
    expect(factor.scale).toBeLessThanOrEqual(1);
    expect(shares(golden, { mode: 'gram' }).angles, 'the Gram chain loses them').toBeGreaterThan(100);
  });

  it('needs to run a layer again when the first divisor was far from the rows', () => {
    // Points of a plane, two of them 1e-9 apart: tanh bends them out of the plane, and the input does not show that they go together.
    const golden = goldens.cases.find(({ stages }) => stages === 'tanh');
    if (golden === undefined) throw new Error('no such golden');
    const inPasses = (passes: number): number => {
      const engine: LayerEngine = { ...reference, factorLayers: (run, state) => factorLayersIn(passes, run, state) };
      return shares(golden, { mode: 'factor', engine }).angles;
    };
    expect(inPasses(1)).toBeGreaterThan(100);
    expect(inPasses(3)).toBeLessThanOrEqual(1);
  });
});
