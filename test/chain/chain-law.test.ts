import { describe, expect, it } from 'vitest';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import type { ChainMode } from '../../src/chain/chain-mode.js';
import { fastChain } from '../../src/chain/fast-chain.js';
import { gramChain } from '../../src/chain/gram-chain.js';
import { directNetwork } from '../../src/network/direct.js';
import { lastLayer, type LayerState, type Network, uniformNetwork } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { gaussian } from '../../src/network/weights.js';
import { derive, rootKey } from '../../src/random/key.js';
import { ksCritical } from '../../src/statistics/kolmogorov-smirnov.js';
import { distances, observables } from './observables.js';

const root = rootKey('the fast chain is the network in law');
const SAMPLES = 3000;

interface Cell {
  readonly stages: string;
  readonly points: number;
  readonly inputs: number;
  readonly width: number;
  readonly depth: number;
  readonly modes: readonly ChainMode[];
}
const both: readonly ChainMode[] = ['gram', 'factor'];
const grid: readonly Cell[] = [
  { stages: 'recenter,relu', points: 5, inputs: 7, width: 20, depth: 3, modes: both },
  { stages: 'recenter,abs', points: 9, inputs: 3, width: 6, depth: 2, modes: both },
  { stages: 'recenter,rescale,relu', points: 5, inputs: 7, width: 20, depth: 3, modes: both },
  { stages: 'relu', points: 4, inputs: 7, width: 70, depth: 4, modes: both },
  { stages: 'rescale', points: 6, inputs: 7, width: 9, depth: 3, modes: both },
  { stages: 'recenter,tanh', points: 3, inputs: 7, width: 12, depth: 3, modes: both },
  { stages: 'leaky(0.2),recenter', points: 6, inputs: 7, width: 16, depth: 2, modes: both },
  { stages: 'recenter', points: 8, inputs: 7, width: 5, depth: 2, modes: ['gram', 'factor', 'bartlett'] },
  { stages: 'identity', points: 4, inputs: 7, width: 6, depth: 4, modes: ['gram', 'factor', 'bartlett'] },
  { stages: 'identity', points: 4, inputs: 2, width: 3, depth: 1, modes: ['factor', 'bartlett'] },
];
/** The plain statement of the chain, which runs whatever has a Gram matrix to start from; and the modes, each of which is one. */
const PLAIN = 'plain';
type Way = ChainMode | typeof PLAIN;
const waysOf = ({ modes }: Cell): readonly Way[] => (modes.includes('gram') ? [PLAIN, ...modes] : modes);
/** The whole file refutes a true equality with probability at most 1e-6. */
const COMPARISONS = grid.flatMap(waysOf).length * Object.keys(observables).length;
const LEVEL = 1e-6 / COMPARISONS;
const critical = ksCritical(SAMPLES, LEVEL);

function network({ width, depth }: Cell, stages: string): Network {
  return uniformNetwork({ stages: parseStages(stages), width, depth, weights: gaussian });
}

const input = ({ stages, inputs, points }: Cell) => gaussianBatch(derive(root, stages), inputs, points);

function direct(cell: Cell): readonly LayerState[] {
  return Array.from({ length: SAMPLES }, (_, draw) =>
    lastLayer(directNetwork(network(cell, cell.stages), input(cell), derive(root, 'direct', cell.stages, draw))),
  );
}

function chain(cell: Cell, way: Way, stages = cell.stages): readonly LayerState[] {
  return Array.from({ length: SAMPLES }, (_, draw) => {
    const key = derive(root, way, stages, draw);
    return lastLayer(
      way === PLAIN
        ? gramChain(network(cell, stages), input(cell), key)
        : fastChain(network(cell, stages), input(cell), key, { mode: way, every: cell.depth }),
    );
  });
}

describe('the chain', () => {
  it.each(grid)('has the law of the direct network: $stages, n $points, d $width, $depth layers, by $modes', (cell) => {
    const expected = direct(cell);
    for (const way of waysOf(cell)) {
      for (const [name, distance] of Object.entries(distances(expected, chain(cell, way)))) {
        expect(distance, `${way}: ${name}`).toBeLessThanOrEqual(critical);
      }
    }
  });

  it.each([
    { mode: PLAIN, at: 0, planted: 'recenter,leaky(0.2)', shows: 'mean cosine of the cluster' },
    { mode: PLAIN, at: 0, planted: 'recenter,leaky(0.2)', shows: 'scale' },
    { mode: 'gram', at: 0, planted: 'recenter,leaky(0.2)', shows: 'mean cosine of the cluster' },
    { mode: 'factor', at: 0, planted: 'recenter,leaky(0.2)', shows: 'mean cosine of the cluster' },
    { mode: 'factor', at: 3, planted: 'abs', shows: 'gap of one pair' },
    { mode: 'bartlett', at: 8, planted: 'recenter', shows: 'gap of one pair' },
  ] as const)('is refuted in mode $mode when it runs $planted instead: $shows', ({ mode, at, planted, shows }) => {
    const cell = grid[at];
    if (cell === undefined) throw new RangeError('no such cell');
    expect(distances(direct(cell), chain(cell, mode, planted))[shows]).toBeGreaterThan(critical);
  });
});
