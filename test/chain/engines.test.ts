import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { kernelEngine } from '../../src/chain/kernel.js';
import { kernelFor } from '../../src/chain/kernel-instance.js';
import type { ChainState, LayerEngine, LayerRun } from '../../src/chain/layer-engine.js';
import { reference } from '../../src/chain/reference.js';
import { stageProgram, type StageProgram } from '../../src/chain/stage-program.js';
import { gram } from '../../src/linalg/product.js';
import { parseStages } from '../../src/network/parse-stage.js';
import type { Stage } from '../../src/network/stage.js';
import { derive, rootKey } from '../../src/random/key.js';

const root = rootKey('two engines, one set of bits');
const kernel = kernelEngine();

const activations = ['relu', 'leaky(0.2)', 'abs', 'identity', 'square', 'tanh', 'sigmoid', 'gelu', 'silu', 'softplus'];
const stageName = fc.constantFrom('rc', 'rs', ...activations, 'elu', 'sin', 'relu^2', 'relu^1.3');
const configuration: fc.Arbitrary<Configuration> = fc.record({
  // The paper's orders first, so that failures shrink to them; then anything in any order.
  stages: fc.oneof(
    fc.constantFrom('rc,relu', 'relu', 'rc,rs,relu', 'rs,tanh'),
    fc.array(stageName, { minLength: 1, maxLength: 4 }).map((names) => names.join(',')),
  ),
  points: fc.oneof(fc.constantFrom(2, 3, 4, 5), fc.integer({ min: 1, max: 21 })),
  widths: fc.array(fc.oneof(fc.constantFrom(63, 64, 65, 128), fc.integer({ min: 1, max: 200 })), {
    minLength: 1,
    maxLength: 4,
  }),
  inputs: fc.integer({ min: 1, max: 30 }),
  copies: fc.boolean(),
  gain: fc.constantFrom(1, 1.5, 1e-200, 1e200),
  logScale: fc.constantFrom(0, -3.5, 2000, -2000),
  draw: fc.nat(),
});
interface Configuration {
  readonly stages: string;
  readonly points: number;
  readonly widths: readonly number[];
  readonly inputs: number;
  readonly copies: boolean;
  readonly gain: number;
  readonly logScale: number;
  readonly draw: number;
}

function programOf(stages: readonly Stage[]): StageProgram {
  const program = stageProgram(stages);
  if (program === undefined) throw new Error('not in the catalogue');
  return program;
}

function runOf(c: Configuration): LayerRun {
  const { points, inputs, widths, gain, draw } = c;
  const program = programOf(parseStages(c.stages));
  return { program, points, widths: [inputs, ...widths], first: 1, gain, key: derive(root, draw >>> 0) };
}

/** The Gram matrix of a random batch, with the first two points equal when `copies` says so. */
function gramOf({ points, inputs, copies, draw, logScale }: Configuration): ChainState {
  const batch = gaussianBatch(derive(root, draw, 1), inputs, points);
  if (copies && points > 1)
    for (let k = 0; k < inputs; k++) batch.values[k * points + 1] = batch.values[k * points] ?? 0;
  const { values } = gram(batch);
  return { matrix: values.map((x, m) => (m % points < Math.floor(m / points) ? 0 : x)), logScale };
}

/** The same as a state of either kind of layers: the Gram matrix, or its factor. */
function stateOf(layers: 'gramLayers' | 'factorLayers', c: Configuration): ChainState {
  const state = gramOf(c);
  return layers === 'gramLayers' ? state : { ...state, matrix: reference.factorise(state.matrix, c.points) };
}

/** Bit for bit, except that 0 may be -0, which no later number depends on. */
function equal(a: ChainState, b: ChainState): boolean {
  const same = (x: number | undefined, y: number | undefined): boolean => x === y || Object.is(x, y);
  return same(a.logScale, b.logScale) && a.matrix.every((x, m) => same(x, b.matrix[m]));
}

/** Where the fixed part of the kernel's memory ends: kernel/memory.ts. */
const MATRICES = 18432;

describe('the kernel and the reference', () => {
  it('are compared on an engine that has WebAssembly SIMD', () => expect(kernel).toBeDefined());

  it.each(['gramLayers', 'factorLayers'] as const)('run %s to the same bits', (layers) => {
    const visited = { narrow: 0, finite: 0, dead: 0, broken: 0 };
    fc.assert(
      fc.property(configuration, (c) => {
        const [a, b] = [reference, kernel].map((engine) => engine?.[layers](runOf(c), stateOf(layers, c)));
        if (c.widths.some((d) => d < c.points)) visited.narrow++;
        if (a?.logScale === -Infinity) visited.dead++;
        else if (Number.isNaN(a?.logScale)) visited.broken++;
        else visited.finite++;
        return a !== undefined && b !== undefined && equal(a, b);
      }),
      { seed: 1, numRuns: 400 },
    );
    expect(Math.min(visited.narrow, visited.dead, visited.broken), JSON.stringify(visited)).toBeGreaterThan(0);
    expect(visited.finite, JSON.stringify(visited)).toBeGreaterThan(200);
  });

  // Blocks of 65 points are multiplied in parts, of 161 in strips. 163 leaves a column of padding, which no normals reach.
  it.each([64, 65, 160, 161, 163])('agree on %d points, whatever lay in the memory before', (points) => {
    for (const stages of ['rc,relu', 'rs,tanh']) {
      const c = { stages, points, widths: [70], inputs: points + 3, copies: false, gain: 1, logScale: 0, draw: 9 };
      for (const layers of ['gramLayers', 'factorLayers'] as const) {
        const state = stateOf(layers, c);
        const { buffer } = kernelFor(points)?.memory ?? { buffer: new ArrayBuffer(0) };
        new Float64Array(buffer, MATRICES).fill(NaN);
        const [a, b] = [reference, kernel].map((engine) => engine?.[layers](runOf(c), state));
        expect(a?.logScale).not.toBeNaN();
        expect(a !== undefined && b !== undefined && equal(a, b), `${stages}, ${layers}`).toBe(true);
      }
    }
  });

  it('factorise Gram matrices to the same bits', () => {
    fc.assert(
      fc.property(configuration, (c) => {
        const { matrix } = gramOf(c);
        const [a, b] = [reference, kernel].map((engine) => engine?.factorise(matrix, c.points));
        return a !== undefined && b !== undefined && a.every((x, m) => x === b[m]);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('differ as soon as one of them does anything else', () => {
    const c = {
      stages: 'rc,leaky(0.2)',
      points: 5,
      widths: [70, 9],
      inputs: 7,
      copies: false,
      gain: 1,
      logScale: 0,
      draw: 3,
    };
    const run = runOf(c);
    const result = (engine: LayerEngine | undefined, r: LayerRun): ChainState =>
      engine?.gramLayers(r, gramOf(c)) ?? { matrix: new Float64Array(), logScale: NaN };
    expect(equal(result(reference, run), result(kernel, run))).toBe(true);
    const nearly = programOf(parseStages(`rc,leaky(${0.2 * (1 + 2 ** -52)})`));
    expect(equal(result(reference, { ...run, program: nearly }), result(kernel, run)), 'a slope off by one ulp').toBe(
      false,
    );
    expect(equal(result(reference, { ...run, first: 2 }), result(kernel, run)), 'another layer').toBe(false);
    expect(equal(result(reference, { ...run, widths: [7, 70, 10] }), result(kernel, run)), 'one more row').toBe(false);
  });
});
