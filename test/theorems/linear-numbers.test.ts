import { describe, expect, it } from 'vitest';
import { isometry, spectrum } from '../../src/geometry/spectrum.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { build } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone, rescaleLinear } from '../../src/network/layers.js';
import { rescaleInto } from '../../src/network/stages.js';
import { gapOfTwins, twinsAfter } from '../../theorems/pair-of-points.js';
import { limitVariance } from '../../theorems/relu-depth/cosine-fluctuates-like-its-delta.js';
import { CURVATURE } from '../../theorems/relu-depth/angle-shrinks-by-its-square.js';
import { normTail } from '../../theorems/relu-depth/norm-has-bernstein-tails.js';
import { seriesAt } from '../../theorems/relu-depth/cosine-map-has-a-power-series.js';
import { balance } from '../../theorems/rescale-linear/stationary-gap.js';
import { wideGapSquared } from '../../theorems/rescale-linear/expected-gap-in-one-layer.js';
import { growthOf } from '../../theorems/rescale-linear/lower-rank-is-unstable.js';
import { softRankMargins } from '../../theorems/rescale-linear/soft-rank-dominates-stable-rank.js';
import { gapOf, levelsOf, spectralGram } from '../../theorems/spectral-batch.js';

/** A printed number: right to half a unit of its last digit. */
function prints(found: number, text: string): void {
  const digits = (/\.(\d+)/.exec(text)?.[1] ?? '').length;
  const exponent = Number(/e(.+)$/.exec(text)?.[1] ?? 0);
  expect(Math.abs(found - Number(text)), `${found} for ${text}`).toBeLessThanOrEqual(0.51 * 10 ** (exponent - digits));
}

describe('numbers computed elsewhere (NumPy, mpmath), once', () => {
  it('expected gap of two points at .99 and .01, two neurons', () => {
    const batch = {
      levels: [
        { points: 1, weight: 99 },
        { points: 1, weight: 1 },
      ],
      dead: 0,
    };
    const wide = wideGapSquared(batch);
    prints(wide / 2 + 1 / 4, '.417');
    prints(wide + 1 / 4, '.584');
  });

  it('growth of a new direction', () => {
    prints(growthOf({ rank: 3, parts: 1e8 }).least, '2.99896');
    prints(growthOf({ rank: 1, parts: 1e8 }).least, '1.00e4');
    for (const [rank, text] of [
      [4, '2.00'],
      [6, '1.50'],
      [10, '1.25'],
    ] as const) {
      const { least, most } = growthOf({ rank, parts: 1e8 });
      prints(least, text);
      prints(most, text);
    }
  });

  it('the gap that exceeds the published bound: 64 points, 115 layers', () => {
    const step = limitLayer(stagesOf(rescaleLinear));
    let gram = spectralGram({
      levels: [
        { points: 32, weight: 7 },
        { points: 32, weight: 13 },
      ],
      dead: 0,
    });
    for (let t = 0; t < 115; t++) gram = step({ gram }).gram;
    prints(gapOf(levelsOf(gram)) / 64, '1.140e-3');
    prints(2 * (1 - (2 / 3) * Math.sqrt(0.7 / 64)) ** 115, '4.915e-4');
  });

  it('a spectrum whose soft rank is below (1 - tau) r', () => {
    const values = Float64Array.of(2.991, 0.298, 0.374, 0.338);
    prints(1 - (softRankMargins(values, 0.3775, 1 - 0.3775)['soft rank'] ?? NaN), '1.07'); // the printed eigenvalues sum to 4.001
    expect(softRankMargins(values, 0.3775, (1 - 0.3775) ** 2)['soft rank']).toBeGreaterThan(0);
  });

  it('five rows in the plane that rescaling makes less isometric', () => {
    const rows = [10, 0, 0, 10, 1, 1, 1, 1, 1, 1];
    const batch = build<'neuron', 'point'>(5, 2, (k, j) => rows[2 * k + j] ?? NaN);
    prints(isometry(batch), '.99958');
    rescaleInto(batch);
    prints(isometry(batch), '.8');
    expect(spectrum(batch).length).toBe(2);
  });

  it('the stationary gap is half the root of n/d', () => {
    prints(Math.sqrt(balance(4096, 4096 ** 2, 4096 / 4098) * 4096), '.50');
  });

  it('ReLU in depth from orthogonal points', () => {
    for (const [layers, text] of [
      [10, '.28925'],
      [100, '.80536'],
      [1000, '.97110'],
      [10_000, '.996368'],
    ] as const) {
      prints((2 * layers ** 2 * gapOfTwins(twinsAfter(reluAlone, Math.PI / 2, layers))) / (9 * Math.PI ** 2), text);
    }
    prints(CURVATURE.most, '.0675475');
    prints(CURVATURE.mostAcute, '.0377502');
    prints(seriesAt(0), '.3183098862');
  });

  it('variance of the cosine after a layer, by the delta method', () => {
    for (const [angle, text] of [
      [0.2, '.0028'],
      [1, '.4806'],
      [Math.PI / 2, '.5441'],
      [2.5, '.0179'],
    ] as const) {
      prints(limitVariance(Math.cos(angle)), text);
    }
  });

  it('tails of the norm at 256 neurons', () => {
    prints(normTail(256, 1.5, false), '6.9e-4');
    prints(normTail(256, 0.5, true), '9.6e-6');
    prints(normTail(256, 1.9, false), '5.67e-8');
  });
});
