import { describe, expect, test } from 'vitest';
import { explorerPage } from '../../cli/explorer-page.js';
import { loadClaims } from '../../cli/load-claims.js';
import { sightOf } from '../../cli/report/sights.js';
import type { Claim } from '../../src/theory/claim.js';
import { distancesFromMean, type Place } from '../../theorems/points-in-space.js';
import { explore } from '../../web/run/explore.js';
import { runConfigOf } from '../../web/run/run-config.js';
import { fromLink } from '../../web/state/link.js';

const claims = await loadClaims();

function claim(id: string): Claim {
  const found = claims.find(({ theorem }) => theorem.id === id);
  if (found === undefined) throw new Error(`sights.test: no claim ${id}`);
  return found;
}

describe('a link into the explorer', () => {
  test('shows the very counterexample: another point than the farthest becomes odd there', () => {
    const places: Place[] = [[0, 1, 0, 0], [0, 1, 0, 0], [0, 3, 0, 0], [0, 0, 4, 0], [1, 4, 0, 0], [7, 0, 0, 0], [6, 0, 0, 0]]; // prettier-ignore
    const distances = distancesFromMean(places);
    expect(distances.indexOf(Math.max(...distances))).toBe(5);
    const sight = sightOf(claim('recenter-relu/farthest-point-becomes-odd'), { places });
    expect(sight?.same).toBe(true);
    const frames = [...explore(runConfigOf(fromLink(sight?.link ?? '')))];
    const end = frames.at(-1)?.measures;
    expect([end?.layer, end?.points, end?.oddPoint, end?.oddPoints]).toEqual([600, 7, 3, 1]);
  });

  test('shows such a network as a random claim is about, at its last layer', () => {
    const sight = sightOf(claim('paper/one-cluster-and-one-odd-point'), {
      data: 'clusters(3)',
      points: 20,
      width: 256,
      depth: 200,
    });
    expect(sight?.same).toBe(false);
    expect(fromLink(sight?.link ?? '')).toMatchObject({
      points: 20,
      width: 256,
      depth: 200,
      layer: 200,
      data: 'clusters(3)',
      recenter: true,
      rescale: false,
      activate: true,
      activation: 'relu',
    });
  });

  test.each([
    ['recenter-relu/symmetric-state-is-fixed', { points: 9 }],
    ['recenter-relu/odd-point-appears', { points: 16, width: 5, depth: 300 }],
    ['recenter-relu/odd-point-appears', { points: 'many' }],
  ])('is not given for what is no network of the claim: %s %j', (id, instance) => {
    expect(sightOf(claim(id), instance)).toBeUndefined();
  });

  test('can be followed for every instance that gets one', () => {
    const links = claims.flatMap((each) =>
      each.sample(3, 1).flatMap((instance) => sightOf(each, instance)?.link ?? []),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(fromLink(link).layer).toBeGreaterThan(0);
  });
});

test('The sources of the explorer are not taken for the built page', () => {
  expect(explorerPage()).toBeUndefined(); // run from the sources, beside which is web/
});
