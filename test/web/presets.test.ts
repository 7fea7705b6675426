import { describe, expect, test } from 'vitest';
import type { LayerMeasures } from '../../src/simulation/measure-layer.js';
import { explore } from '../../web/run/explore.js';
import { predictions } from '../../web/run/predictions.js';
import { runConfigOf } from '../../web/run/run-config.js';
import { commandOf } from '../../web/state/command.js';
import { presets } from '../../web/state/presets.js';

/** The layers of a preset, some ten of them. */
function layers(name: string): readonly LayerMeasures[] {
  const state = presets.find((preset) => preset.name.startsWith(name))?.state;
  if (state === undefined) throw new Error(`presets: needs one that begins with "${name}".`);
  return [...explore({ ...runConfigOf(state), every: 20 })].map(({ measures }) => measures);
}

const nearly = (value: number | undefined, goal: number, by: number): void =>
  expect(Math.abs((value ?? NaN) - goal)).toBeLessThanOrEqual(by);

describe('Each preset shows what it says', () => {
  test('all of them are tried here', () => {
    expect(presets.map(({ name }) => name.split(/[:,]/)[0])).toEqual([
      'RC + ReLU',
      'Full BN',
      'ReLU alone',
      'RC alone',
      'RS alone',
      'RC + RS',
      'Symmetric fixed point',
      'Three odd points fall to one',
      'Full BN',
    ]);
    expect(new Set(presets.map(({ state }) => commandOf(state))).size).toBe(presets.length);
  });

  test('RC + ReLU: the cluster and one point orthogonal to it', () => {
    const end = layers('RC + ReLU').at(-1);
    expect(end?.oddPoints).toBe(1);
    expect(end?.clusterCosine.mean).toBeGreaterThan(0.9);
    expect(end?.crossCosine.max).toBeLessThan(0.01);
  });

  test('Full BN of few points: no odd point, cosines of the symmetric state', () => {
    const end = layers('Full BN: ').at(-1);
    expect(end?.oddPoints).toBe(0);
    nearly(end?.clusterCosine.mean, 0.2647, 0.02);
    nearly(end?.crossCosine.mean, 0.2647, 0.05);
  });

  test('ReLU alone: one direction', () => expect(layers('ReLU alone').at(-1)?.clusterCosine.min).toBeGreaterThan(0.99));

  test('RC alone: one line, both ways', () => {
    const end = layers('RC alone').at(-1);
    expect(end?.stableRank).toBeLessThan(1.2);
    expect(end?.clusterCosine.min).toBeLessThan(-0.5);
  });

  test('RS alone: nearly parallel at first, orthogonal in the end', () => {
    const all = layers('RS alone');
    expect(all[0]?.clusterCosine.min).toBeGreaterThan(0.85);
    nearly(all.at(-1)?.clusterCosine.mean, 0, 0.03);
    expect(all.at(-1)?.isometry).toBeGreaterThan(0.95);
  });

  test('RC + RS, linear: a simplex', () => {
    const end = layers('RC + RS').at(-1);
    expect(end?.rank).toBe(7);
    nearly(end?.clusterCosine.mean, -1 / 7, 0.02);
  });

  test('Symmetric fixed point: reached, and kept', () => {
    const end = layers('Symmetric').at(-1);
    nearly(end?.normRatio, 1, 1e-9);
    nearly(end?.clusterCosine.mean, 0.28568417, 1e-8);
  });

  test('Three odd points fall to one', () => {
    const odd = layers('Three').map(({ oddPoints }) => oddPoints);
    expect([odd[1], odd.at(-1)]).toEqual([3, 1]);
  });

  test('Full BN of 64 points: a mild odd point', () => {
    const end = layers('Full BN, n = 64').at(-1);
    expect(end?.normRatio).toBeGreaterThan(1.8);
    expect(end?.normRatio).toBeLessThan(4);
  });
});

describe('predictions', () => {
  test('of RC + ReLU are the fixed points that `bnd limit` prints', () => {
    const [odd, symmetric] = predictions('recenter,relu', 10);
    nearly(odd?.normRatio, 7.41199700407, 1e-9);
    nearly(odd?.clusterCosine, 0.704639052775, 1e-11);
    nearly(symmetric?.clusterCosine, 0.264721235, 1e-8);
  });

  test('are of one state only where there is no odd point, and of none without a closed form', () => {
    expect(predictions('recenter,relu', 6).map(({ state }) => state)).toEqual(['symmetric']);
    expect(predictions('recenter,tanh', 6)).toEqual([]);
  });
});
