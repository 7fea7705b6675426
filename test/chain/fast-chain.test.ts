import { describe, expect, it } from 'vitest';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { nearCollinear } from '../../src/batches/structured.js';
import { chooseMode } from '../../src/chain/chain-mode.js';
import { fastChain } from '../../src/chain/fast-chain.js';
import { gramChain } from '../../src/chain/gram-chain.js';
import { kernelEngine } from '../../src/chain/kernel.js';
import { reference } from '../../src/chain/reference.js';
import { stageProgram } from '../../src/chain/stage-program.js';
import { cosineGap } from '../../src/geometry/cosines.js';
import { lastLayer, type LayerState, type Network, uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import type { Stage } from '../../src/network/stage.js';
import { activate } from '../../src/network/stages.js';
import { relu } from '../../src/network/activations.js';
import { gaussian, rademacher } from '../../src/network/weights.js';
import { rootKey } from '../../src/random/key.js';

const root = rootKey('the fast chain');
const input = gaussianBatch(root, 7, 5);
const net = (stages: string, depth: number, width = 100): Network =>
  uniformNetwork({ stages: parseStages(stages), width, depth, weights: gaussian });
const modes = ['gram', 'factor', 'bartlett'] as const;
const stagesOf = { gram: 'recenter,relu', factor: 'relu', bartlett: 'recenter' } as const;

describe('a fast chain', () => {
  it.each(modes)(
    'in mode %s replays a layer from its key, whatever is yielded, and other layers draw otherwise',
    (mode) => {
      const run = (depth: number, every = 1): LayerState[] => [
        ...fastChain(net(stagesOf[mode], depth), input, root, { mode, every }),
      ];
      expect(run(4)).toEqual(run(7).slice(0, 5));
      expect(run(7, 3)).toEqual(run(7).filter(({ layer }) => [0, 3, 6, 7].includes(layer)));
      expect(run(2)[1]?.factor.values).not.toEqual(run(2)[2]?.factor.values);
    },
  );

  it.each(modes)('in mode %s can be interleaved with another of any size', (mode) => {
    const [small, large] = [net(stagesOf[mode], 5), net(stagesOf[mode], 5)];
    const wide = gaussianBatch(root, 7, 70);
    const first = fastChain(small, input, root, { mode });
    const second = fastChain(large, wide, root, { mode });
    const pairs = Array.from({ length: 6 }, () => [first.next().value, second.next().value]);
    expect(pairs.map(([a]) => a)).toEqual([...fastChain(small, input, root, { mode })]);
    expect(pairs.map(([, b]) => b)).toEqual([...fastChain(large, wide, root, { mode })]);
  });

  it.each(modes)('in mode %s gives the same numbers without WebAssembly', (mode) => {
    const network = net(stagesOf[mode], 4);
    const slow = [...fastChain(network, input, root, { mode, engine: reference })];
    expect([...fastChain(network, input, root, { mode })]).toEqual(slow);
  });

  it('chooses its mode by what may collapse', () => {
    const generic = gaussianBatch(root, 7, 5);
    const chosen = (stages: string, width = 100, input = generic, precise = false): string => {
      const program = stageProgram(parseStages(stages));
      return program === undefined ? 'none' : chooseMode(program, input, [width], precise);
    };
    expect(['recenter', 'identity', 'recenter,identity'].map((s) => chosen(s))).toEqual(Array(3).fill('bartlett'));
    const strong = ['recenter,relu', 'recenter,rescale,tanh', 'leaky(0.2),recenter', 'recenter,abs', 'recenter,relu^2'];
    expect(strong.map((s) => chosen(s))).toEqual(Array(5).fill('gram'));
    const weak = ['relu', 'recenter,rescale', 'rescale,tanh', 'recenter,tanh', 'recenter,leaky(0.9)', 'rescale'];
    expect(weak.map((s) => chosen(s))).toEqual(Array(6).fill('factor'));
    expect(chosen('recenter,relu', 19)).toBe('factor');
    expect(chosen('recenter,relu', 100, generic, true)).toBe('factor');
    expect(chosen('recenter,relu', 100, nearCollinear(1e-6)(root, 7, 5))).toBe('factor');
  });

  it('keeps the distance of nearly equal points in modes factor and bartlett, where gram loses it', () => {
    // A linear layer of width 10^5 moves |x - y|² / |x|² by a factor with standard deviation sqrt(2/d) = 0.0045; 8 of them allowed.
    const close = nearCollinear(1e-9)(root, 30, 4);
    const error = (mode: (typeof modes)[number]): number => {
      const { factor } = lastLayer(fastChain(net('identity', 1, 100_000), close, root, { mode }));
      return Math.abs(cosineGap(factor, 0, 1) / cosineGap(close, 0, 1) - 1);
    };
    const allowed = 8 * Math.sqrt(2 / 100_000);
    expect(cosineGap(close, 0, 1)).toBeLessThan(1e-16);
    expect(error('factor')).toBeLessThanOrEqual(allowed);
    expect(error('bartlett')).toBeLessThanOrEqual(allowed);
    expect(error('gram')).toBeGreaterThan(allowed);
  });

  it('neither underflows nor overflows in ten thousand layers', () => {
    for (const stages of [
      'recenter,relu',
      'recenter,gelu',
      'recenter,softplus',
      'relu',
      'recenter,tanh',
      'square',
      'rc',
    ]) {
      for (const mode of stages === 'rc' ? modes : (['gram', 'factor'] as const)) {
        const { factor, logScale } = lastLayer(
          fastChain(net(stages, 10_000, 8), gaussianBatch(root, 4, 3), root, { mode }),
        );
        expect(factor.values.every(Number.isFinite), `${stages} ${mode}`).toBe(true);
        expect(Number.isNaN(logScale), `${stages} ${mode}`).toBe(false);
      }
    }
  });

  it('runs stages that it has no code for, or that a control altered, on the readable chain', () => {
    const cubed: Stage = activate({ name: 'cubed', at: (z) => z * z * z, degree: 3 });
    const altered: Stage = { ...activate(relu), onBatchInto: (z) => z.values.forEach((x, m) => (z.values[m] = 2 * x)) };
    for (const stage of [cubed, altered]) {
      const network = uniformNetwork({ stages: [stage], width: 20, depth: 3, weights: gaussian });
      expect(stageProgram([stage])).toBeUndefined();
      expect([...fastChain(network, input, root, { every: 2 })]).toEqual(
        [...gramChain(network, input, root)].filter(({ layer }) => layer !== 1),
      );
    }
  });

  it('costs no more at width 10^9 than at width 10 when the network is linear', () => {
    const { factor, logScale } = lastLayer(fastChain(net('identity', 20, 1e9), input, root));
    const [zeroth] = fastChain(net('identity', 0), input, root);
    // Norms move by a factor with relative deviation sqrt(2/d) a layer; 8 deviations of 20 layers.
    const allowed = 8 * Math.sqrt((20 * 2) / 1e9);
    const wider = 0.5 * Math.log(1e9 / 7); // squared norms are sums over neurons
    expect(Math.abs(logScale - (zeroth?.logScale ?? NaN) - wider)).toBeLessThanOrEqual(allowed);
    expect(Math.abs(cosineGap(factor, 0, 1) / cosineGap(input, 0, 1) - 1)).toBeLessThanOrEqual(2 * allowed);
  });

  it('refuses what it cannot run', () => {
    const run = (network: Network, options = {}) => lastLayer(fastChain(network, input, root, options));
    expect(() => run(net('relu', 1), { mode: 'bartlett' })).toThrow(
      "fastChain: mode 'bartlett' needs stages that are all recentering or identity; came one that rescales or bends. Use 'factor', or leave the mode out.",
    );
    expect(() => run(net('relu', 1), { every: 0 })).toThrow(
      'fastChain: needs an integer every >= 1; came 0. Leave it out to see all layers.',
    );
    expect(() => run({ ...net('relu', 1), weights: rademacher })).toThrow('needs gaussian weights');
    expect(() => kernelEngine()?.factorise(new Float64Array(), 4097)).toThrow(
      'kernel: takes at most 4096 points, 1.2 GB of memory; came 4097. Use gramChain.',
    );
  });
});
