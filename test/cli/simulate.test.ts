import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limitReport } from '../../cli/schemas/limit.js';
import { type SimulateReport, simulateReport } from '../../cli/schemas/simulate.js';
import { bnd, json } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const simulate = async (...args: readonly string[]): Promise<SimulateReport> =>
  simulateReport.parse(await json(['simulate', ...args]));
const small = ['--points', '5', '--width', '12', '--depth', '7'];
const layersOf = ({ layers }: SimulateReport): readonly number[] => layers.map(({ layer }) => layer);

describe.concurrent('bnd simulate', () => {
  test('reports every layer from the input on, and what was run', async () => {
    const report = await simulate(...small, '--seed', 'abc', '--gain', '1.5');
    expect(layersOf(report)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(report.config).toEqual({
      points: 5,
      inputs: 12,
      width: 12,
      depth: 7,
      stages: ['recenter', 'relu'],
      weights: 'gaussian',
      gain: 1.5,
      data: 'gaussian',
      seed: 'abc',
      every: 1,
      engine: 'chain',
    });
    for (const { points, degenerate } of report.layers) expect([points, degenerate]).toEqual([5, 'none']);
  });

  test('The same seed gives the same bytes, another seed other layers', async () => {
    const [one, again, other] = await Promise.all(['1', '1', '2'].map((seed) => simulate(...small, '--seed', seed)));
    expect(again).toEqual(one);
    expect(other?.layers).not.toEqual(one?.layers);
  });

  test('--every reports multiples and the last layer, with the same numbers', async () => {
    const [all, some] = await Promise.all([simulate(...small), simulate(...small, '--every', '3')]);
    expect(layersOf(some)).toEqual([0, 3, 6, 7]);
    expect(some.layers).toEqual(all.layers.filter(({ layer }) => [0, 3, 6, 7].includes(layer)));
    expect(layersOf(await simulate(...small, '--every', '100'))).toEqual([0, 7]);
  });

  test.each(['chain', 'direct'])(
    'The engine %s ends with one odd point at right angles to a cluster',
    async (engine) => {
      const { config, layers } = await simulate('--width', '128', '--every', '300', '--engine', engine);
      expect(config.engine).toBe(engine);
      const last = layers.at(-1);
      expect(last).toMatchObject({ layer: 300, oddPoints: 1 });
      expect(last?.normRatio).toBeGreaterThan(9);
      expect(last?.crossCosine.max).toBeLessThan(0.1);
      expect(last?.clusterCosine.mean).toBeGreaterThan(0.6);
    },
  );

  test('Both engines start from the same batch', async () => {
    const runs = await Promise.all(['chain', 'direct'].map((engine) => simulate(...small, '--engine', engine)));
    const [chain, direct] = runs.map(({ layers }) => layers[0]?.normRatio ?? NaN);
    expect(Math.abs((chain ?? NaN) - (direct ?? NaN))).toBeLessThan(1e-12);
  });

  test('Weights that are not Gaussian run on the direct engine', async () => {
    expect((await simulate(...small, '--weights', 'sparse(0.5)')).config).toMatchObject({
      weights: 'sparse(0.5)',
      engine: 'direct',
    });
  });

  test('A CSV file, an NPY file and iris are batches with a row a point', async () => {
    const csv = join(folder(), 'batch.csv');
    writeFileSync(csv, 'a,b\n3,0\n0,4\n0,12\n');
    const fromCsv = await simulate('--data', csv, '--points', '3', '--depth', '1');
    expect(fromCsv.config.inputs).toBe(2);
    expect(fromCsv.layers[0]).toMatchObject({ oddPoint: 2, normRatio: 3, rank: 2 });
    const npy = fileURLToPath(new URL('points-c.npy', import.meta.url));
    const fromNpy = await simulate('--data', npy, '--points', '3', '--depth', '1');
    expect(fromNpy.config.inputs).toBe(8);
    expect(fromNpy.layers[0]).toMatchObject({ oddPoint: 2, rank: 2 });
    const iris = await simulate('--data', 'iris', '--points', '150', '--depth', '1', '--engine', 'direct');
    expect(iris.config.inputs).toBe(4);
    expect(iris.layers[0]).toMatchObject({ points: 150, rank: 4 });
  });

  test('Infinite width starts from the batch of every width, and ends where bnd limit says', async () => {
    const data = ['--data', 'iris', '--points', '32', '--every', '1500'];
    const wide = await simulate(...data, '--width', 'infinite', '--depth', '1500');
    expect(wide.config).toMatchObject({ width: null, inputs: 4, engine: 'limit', data: 'iris' });
    const { layers: finite } = await simulate(...data, '--width', '10', '--depth', '1');
    expect({ ...wide.layers[0], rank: 0 }).toEqual({ ...finite[0], rank: 0 });
    const { fixedPoint } = limitReport.parse(await json(['limit', '--points', '32']));
    const last = wide.layers.at(-1);
    const pairs = [
      [last?.normRatio, fixedPoint?.normRatio],
      [last?.clusterCosine.mean, fixedPoint?.clusterCosine],
      [last?.crossCosine.mean, fixedPoint?.crossCosine],
    ];
    for (const [came, said] of pairs) expect(Math.abs((came ?? NaN) / (said ?? NaN) - 1)).toBeLessThan(1e-9);
    const early = wide.layers[0]?.normRatio ?? NaN;
    expect(Math.abs(early / (fixedPoint?.normRatio ?? NaN) - 1)).toBeGreaterThan(0.5);
  });

  test('The page of infinite width names neither weights nor engine', async () => {
    const { stdout } = await bnd('simulate', '--width', 'Infinite', '--points', '3', '--depth', '2');
    expect(stdout.split('\n')[0]).toBe('3 points (gaussian), 2 layers of infinite width: recenter, relu, seed "1"');
  });

  test('The smallest network has two points, one neuron and one layer', async () => {
    const { layers } = await simulate('--points', '2', '--width', '1', '--depth', '1');
    expect(layers).toHaveLength(2);
    for (const { clusterCosine } of layers) expect(clusterCosine).toEqual({ min: null, mean: null });
  });

  test('A dead batch has null for what is undefined, and says that it is dead', async () => {
    const { layers } = await simulate(...small, '--gain', '0');
    expect(layers.at(-1)).toMatchObject({
      degenerate: 'dead batch',
      normRatio: null,
      crossCosine: { max: null, mean: null },
      logScale: null,
    });
  });

  test('A batch of two equal points is dead after recentering', async () => {
    const csv = join(folder(), 'equal.csv');
    writeFileSync(csv, '1,2\n1,2\n');
    const { layers } = await simulate('--data', csv, '--points', '2', '--depth', '2', '--engine', 'direct');
    expect(layers.map(({ degenerate }) => degenerate)).toEqual(['none', 'dead batch', 'dead batch']);
  });

  test.each(['1e308', '1e-308'])('A gain of %s neither crashes nor prints what JSON lacks', async (gain) => {
    expect((await simulate(...small, '--gain', gain)).layers).toHaveLength(8);
  });

  test('A gain of -0 is 0', async () => {
    expect(Object.is((await simulate(...small, '--gain', '-0')).config.gain, 0)).toBe(true);
  });
});
