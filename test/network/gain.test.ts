import { describe, expect, it } from 'vitest';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { fastChain } from '../../src/chain/fast-chain.js';
import { gramChain } from '../../src/chain/gram-chain.js';
import { reference } from '../../src/chain/reference.js';
import { degeneracy } from '../../src/geometry/describe.js';
import { directNetwork } from '../../src/network/direct.js';
import { lastLayer, type LayerState, type Network, uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { splitGain } from '../../src/network/scale.js';
import { gaussian } from '../../src/network/weights.js';
import { rootKey } from '../../src/random/key.js';

const root = rootKey('gain');
const input = gaussianBatch(root, 6, 5);
const depth = 3;
type Engine = (network: Network) => Iterable<LayerState>;
const engines: Readonly<Record<string, Engine>> = {
  direct: (network) => directNetwork(network, input, root),
  gramChain: (network) => gramChain(network, input, root),
  'the kernel, gram': (network) => fastChain(network, input, root, { mode: 'gram', every: 2 }),
  'the kernel, factor': (network) => fastChain(network, input, root, { mode: 'factor', every: 2 }),
  'the reference, gram': (network) => fastChain(network, input, root, { mode: 'gram', engine: reference }),
  'the reference, factor': (network) => fastChain(network, input, root, { mode: 'factor', engine: reference }),
};
const last = (engine: Engine, stages: string, gain: number): LayerState =>
  lastLayer(engine(uniformNetwork({ stages: parseStages(stages), width: 70, depth, weights: gaussian, gain })));
const GAINS = [5e-324, 1e-308, 1e-200, 1e-160, -1e-160, 1e160, 1e200, 1.7e308];

describe.each(Object.entries(engines))('a gain that no square survives, on %s,', (_, engine) => {
  it.each([
    ['recenter,relu', depth],
    ['relu', depth],
    ['recenter,rescale,relu', 0],
    ['relu^2', 2 + 4 + 8],
  ])('changes the scale of %s and nothing else', (stages, power) => {
    for (const gain of GAINS) {
      const [one, far] = [last(engine, stages, Math.sign(gain)), last(engine, stages, gain)];
      expect(far.factor, `${gain}`).toEqual(one.factor);
      const expected = one.logScale + power * Math.log(Math.abs(gain));
      expect(Math.abs(far.logScale - expected)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(expected)));
    }
    const half = last(engine, stages, 1.5).logScale - last(engine, stages, 1).logScale; // a comparison that never fails would say 0
    expect(Math.abs(half) > 0.1).toBe(power !== 0);
  });

  it('leaves what bends at its limits: tanh is z far below 1, and a sign far above', () => {
    const small = last(engine, 'tanh', 1e-200);
    const linear = last(engine, 'identity', 1e-200);
    expect(degeneracy(small.factor)).toBe('none');
    // Not for the modes that a chain of linear layers runs elsewhere: all here are forced.
    small.factor.values.forEach((x, m) =>
      expect(Math.abs(x - (linear.factor.values[m] ?? NaN))).toBeLessThanOrEqual(1e-12),
    );
    expect(Math.abs(last(engine, 'tanh', 1e200).logScale - 0.5 * Math.log(70))).toBeLessThanOrEqual(1e-12);
  });

  it('is dead at 0, as it must be', () => {
    expect(degeneracy(last(engine, 'recenter,relu', 0).factor)).toBe('dead batch');
  });
});

describe('a gain', () => {
  it('of common size stays a factor, to the bit', () => {
    for (const gain of [1, -1, Math.SQRT2, 0.1, 0, -0, 20])
      expect(splitGain(gain)).toEqual({ factor: gain, logarithm: 0 });
    const { factor, logarithm } = splitGain(-1e9);
    expect(factor).toBe(-1);
    expect(Math.abs(logarithm - Math.log(1e9))).toBeLessThanOrEqual(1e-12);
  });
});
