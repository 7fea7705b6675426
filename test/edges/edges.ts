import { fastChain } from '../../src/chain/fast-chain.js';
import { gramChain } from '../../src/chain/gram-chain.js';
import { degeneracy } from '../../src/geometry/describe.js';
import { rank } from '../../src/geometry/spectrum.js';
import { limitChain } from '../../src/limit/limit-chain.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import { directNetwork } from '../../src/network/direct.js';
import { lastLayer, type LayerState, uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { gaussian } from '../../src/network/weights.js';
import { rootKey } from '../../src/random/key.js';

export const POINTS = 4;
const [INPUTS, WIDTH, DEPTH] = [6, 12, 4];
export const KEY = rootKey('edges');

/** Numbers of order one without structure. */
const entry = (k: number, i: number): number => Math.cos(1 + 3 * k + 7 * i * i + k * i);

/** A power of two beyond 1e300, so that multiplying by it rounds nothing. */
export const HUGE = 2 ** 998;

/** Batches at the edge of what there is, by name. */
export const inputs: Readonly<Record<string, Batch>> = {
  'no edge': build(INPUTS, POINTS, entry),
  'entries near 1e-300': build(INPUTS, POINTS, (k, i) => entry(k, i) / HUGE),
  'entries near 1e300': build(INPUTS, POINTS, (k, i) => entry(k, i) * HUGE),
  'two equal points': build(INPUTS, POINTS, (k, i) => entry(k, i === 1 ? 0 : i)),
  'all points equal': build(INPUTS, POINTS, (k) => entry(k, 0)),
  'one dead point': build(INPUTS, POINTS, (k, i) => (i === 1 ? 0 : entry(k, i))),
  'all points dead': build(INPUTS, POINTS, () => 0),
};

/** What runs a network. A mode of the fast chain is asked for by name, so that it is not chosen around an edge. */
export const engines = {
  direct: (stages: string, input: Batch, depth = DEPTH) => directNetwork(networkOf(stages, depth), input, KEY),
  'Gram chain': (stages: string, input: Batch, depth = DEPTH) => gramChain(networkOf(stages, depth), input, KEY),
  gram: (stages: string, input: Batch, depth = DEPTH) =>
    fastChain(networkOf(stages, depth), input, KEY, { mode: 'gram' }),
  factor: (stages: string, input: Batch, depth = DEPTH) =>
    fastChain(networkOf(stages, depth), input, KEY, { mode: 'factor' }),
  bartlett: (stages: string, input: Batch, depth = DEPTH) =>
    fastChain(networkOf(stages, depth), input, KEY, { mode: 'bartlett' }),
  limit: (stages: string, input: Batch, depth = DEPTH) => limitChain(parseStages(stages), input, { depth }),
} as const satisfies Record<string, (stages: string, input: Batch, depth?: number) => Iterable<LayerState>>;

export type EngineName = keyof typeof engines;

function networkOf(stages: string, depth: number) {
  return uniformNetwork({ stages: parseStages(stages), width: WIDTH, depth, weights: gaussian });
}

/** Whether an engine runs these stages: bartlett linear ones, the limit those with a closed form. */
export function runs(engine: EngineName, stages: string): boolean {
  const names = stages.split(',').filter((name) => name !== 'identity');
  if (engine === 'bartlett') return names.every((name) => name === 'recenter');
  return (
    engine !== 'limit' || names.every((name) => ['recenter', 'rescale', 'relu', 'leaky(0.1)', 'abs'].includes(name))
  );
}

/** The last layer, by its degeneracy; `one direction` when there is none but the points lie on one line. */
export function outcome(states: Iterable<LayerState>): string {
  const last = lastLayer(states);
  const found = degeneracy(last.factor);
  return found === 'none' ? (rank(last.factor) === 1 ? 'one direction' : 'right') : found;
}

/** The sum of squares of the entries, n of a batch that is alive. */
export function trace({ factor }: LayerState): number {
  return factor.values.reduce((sum, x) => sum + x * x, 0);
}
