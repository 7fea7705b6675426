import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchFamilyExamples, parseBatchFamily } from '../../src/batches/batch-family.js';
import { cosineGap, cosines } from '../../src/geometry/cosines.js';
import { describeGeometry } from '../../src/geometry/describe.js';
import { norms } from '../../src/geometry/norms.js';
import { rank } from '../../src/geometry/spectrum.js';
import { at, type Batch, isFinite } from '../../src/linalg/matrix.js';
import { rootKey, type StreamKey } from '../../src/random/key.js';
import { u } from '../linalg/draws.js';

const key = rootKey('batches');
const draw = (text: string, dimension: number, points: number, from: StreamKey = key): Batch =>
  parseBatchFamily(text).draw(from, dimension, points);
const column = (x: Batch, j: number): number[] => Array.from({ length: x.rows }, (_, i) => at(x, i, j));
const equalColumns = (x: Batch, a: number, b: number): boolean => column(x, a).every((v, i) => v === at(x, i, b));

describe.each(batchFamilyExamples)('%s', (text) => {
  test('A key determines a batch of the shape asked for, with finite entries and no dead point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.nat(), (points, more, seed) => {
        const from = rootKey(String(seed));
        const x = draw(text, points + more, points, from);
        expect([x.rows, x.cols, isFinite(x)]).toEqual([points + more, points, true]);
        expect(norms(x).every((norm) => norm > 0)).toBe(true);
        expect(draw(text, points + more, points, from)).toEqual(x);
      }),
    );
  });

  test('Fewer points are the first ones of more', () => {
    const few = draw(text, 9, 4);
    const many = draw(text, 9, 9);
    for (let j = 0; j < 4; j++) expect(column(few, j)).toEqual(column(many, j));
  });

  test('Another key gives another batch, unless the family has one batch only', () => {
    const other = draw(text, 6, 4, rootKey('other')).values;
    expect(draw(text, 6, 4).values.every((x, i) => x === other[i])).toBe(text === 'one-hot');
  });

  test('Sizes that are not positive integers are refused', () => {
    expect(() => draw(text, 9, 0)).toThrow(new RangeError('batch: needs a positive integer as points; came 0.'));
    expect(() => draw(text, 9.5, 4)).toThrow(new RangeError('batch: needs a positive integer as dimension; came 9.5.'));
  });
});

describe('Each family has its geometry', () => {
  // Sample moments of N entries: standard errors sqrt(1/N) and sqrt(2/N); six of them, for a fixed key.
  const moments = (x: Batch): [mean: number, variance: number] => {
    const mean = x.values.reduce((a, b) => a + b, 0) / x.values.length;
    return [mean, x.values.reduce((a, b) => a + b * b, 0) / x.values.length - mean * mean];
  };
  const isStandard = (x: Batch): boolean => {
    const [mean, variance] = moments(x);
    return (
      Math.abs(mean) <= 6 / Math.sqrt(x.values.length) && Math.abs(variance - 1) <= 6 * Math.sqrt(2 / x.values.length)
    );
  };

  test('Gaussian entries have mean 0 and variance 1, and others are told from them', () => {
    const x = draw('gaussian', 100, 100);
    expect(isStandard(x)).toBe(true);
    expect(isStandard({ ...x, values: x.values.map((v) => v + 0.07) })).toBe(false);
    expect(isStandard({ ...x, values: x.values.map((v) => v * 1.05) })).toBe(false);
    expect(isStandard(draw('heavy-tailed(3)', 100, 100))).toBe(false);
  });

  test('Points on the sphere have norm 1', () => {
    norms(draw('sphere', 20, 30)).forEach((norm) => expect(Math.abs(norm - 1)).toBeLessThanOrEqual(25 * u));
  });

  test.each([1, 2, 5])('low-rank(%i) has that rank, as far as there are rows and columns', (r) => {
    expect(rank(draw(`low-rank(${r})`, 30, 12))).toBe(r);
    expect(rank(draw(`low-rank(${r})`, 3, 12))).toBe(Math.min(r, 3));
    expect(rank(draw('gaussian', 30, 12))).toBe(12);
  });

  test('Entries of low-rank batches have variance 1', () => {
    // Relative variance of the mean square of a product of d x r and r x n normals: 2/rd + 2/rn + 2/dn; six standard errors.
    const allowance = 6 * Math.sqrt(2 / 24_000 + 2 / 24_000 + 2 / 3600);
    const x = draw('low-rank(400)', 60, 60);
    const isUnit = (batch: Batch): boolean => Math.abs(moments(batch)[1] - 1) <= allowance;
    expect(isUnit(x)).toBe(true);
    expect(isUnit({ ...x, values: x.values.map((v) => v * 1.15) })).toBe(false);
  });

  test('Points of one cluster are close, of different ones far', () => {
    const c = cosines(draw('clusters(3)', 400, 9));
    for (let i = 0; i < 9; i++) {
      for (let j = 0; j < 9; j++) {
        // Expected cosines 1/1.01 and 0; standard error 1/sqrt(400) = 0.05 for the latter, six of them.
        if (i % 3 === j % 3) expect(at(c, i, j)).toBeGreaterThan(0.97);
        else expect(Math.abs(at(c, i, j))).toBeLessThan(0.3);
      }
    }
  });

  test('odd-points(2) has two points about one centre and the others about another', () => {
    const c = cosines(draw('odd-points(2)', 400, 7));
    for (let i = 0; i < 7; i++)
      for (let j = 0; j < i; j++) {
        // 1 - cosine is 0.01 within a group; between groups a cosine is 0.05 times a normal.
        if (i < 2 === j < 2) expect(at(c, i, j)).toBeGreaterThan(0.97);
        else expect(Math.abs(at(c, i, j))).toBeLessThan(0.3);
      }
  });

  test('Duplicated points come in equal pairs, and only in pairs', () => {
    const x = draw('duplicated', 6, 7);
    for (let j = 0; j + 1 < 7; j++) expect(equalColumns(x, j, j + 1)).toBe(j % 2 === 0);
    expect(describeGeometry(x).rank).toBe(4);
  });

  test.each([1e-2, 1e-6, 1e-10])('near-collinear(%f) has angles of that size', (spread) => {
    const x = draw(`near-collinear(${spread})`, 200, 4);
    // |difference|^2 / |axis|^2 is near 2 spread^2; a chi-square of 200 stays within a factor of 2, and so does the axis.
    for (let j = 1; j < 4; j++) {
      expect(cosineGap(x, 0, j)).toBeGreaterThan((spread * spread) / 4);
      expect(cosineGap(x, 0, j)).toBeLessThan(4 * spread * spread);
    }
    expect(describeGeometry(draw('near-collinear(0)', 9, 4)).clusterCosine).toEqual({ min: 1, mean: 1 });
  });

  test('heavy-tailed(1) is Cauchy: half of the entries exceed 1 in magnitude', () => {
    const x = draw('heavy-tailed(1)', 100, 100);
    const share = x.values.filter((v) => Math.abs(v) > 1).length / 10_000;
    // Binomial standard error 0.005, six of them; for normals the share is 0.317.
    expect(Math.abs(share - 0.5)).toBeLessThanOrEqual(0.03);
    const normal = draw('gaussian', 100, 100).values.filter((v) => Math.abs(v) > 1).length / 10_000;
    expect(Math.abs(normal - 0.5)).toBeGreaterThan(0.03);
  });

  test('One-hot points are unit vectors and need as many dimensions', () => {
    expect([...draw('one-hot', 3, 2).values]).toEqual([1, 0, 0, 1, 0, 0]);
    expect(() => draw('one-hot', 3, 4)).toThrow(
      new RangeError(
        'one-hot: needs a dimension of at least the number of points; came dimension 3 for 4 points. Ask for dimension 4.',
      ),
    );
  });
});

describe('parseBatchFamily', () => {
  test('Every family is found by its name, however it is written, and its name parses back', () => {
    for (const text of [
      ...batchFamilyExamples,
      ' Clusters( 3 ) ',
      'NEAR-COLLINEAR(1E-6)',
      'near-collinear(0.000001)',
    ]) {
      const family = parseBatchFamily(text);
      expect(parseBatchFamily(family.name).name).toBe(family.name);
      expect(family.draw(key, 9, 3)).toEqual(draw(family.name, 9, 3));
    }
    expect(parseBatchFamily(' Clusters( 3 ) ').name).toBe('clusters(3)');
    expect(parseBatchFamily('near-collinear(0.000001)').name).toBe('near-collinear(0.000001)');
  });

  const families =
    'gaussian, sphere, low-rank(2), clusters(3), odd-points(2), duplicated, near-collinear(1e-6), heavy-tailed(3), one-hot';
  test.each([
    ['gausian', `batch family: needs one of ${families}; came "gausian". Write one of these, with your own number.`],
    ['', `batch family: needs one of ${families}; came "". Write one of these, with your own number.`],
    [
      'constructor',
      `batch family: needs one of ${families}; came "constructor". Write one of these, with your own number.`,
    ],
    [
      'clusters(3',
      `batch family: needs one of ${families}; came "clusters(3". Write one of these, with your own number.`,
    ],
    ['clusters', 'batch family: needs a number with clusters; came "clusters". Write clusters(3).'],
    ['gaussian(2)', 'batch family: needs no number with gaussian; came "gaussian(2)". Write gaussian.'],
    [
      'low-rank(1.5)',
      'batch family: needs an integer from 1 to 10000 in low-rank(...); came "low-rank(1.5)". Write low-rank(2).',
    ],
    [
      'clusters()',
      'batch family: needs an integer from 1 to 10000 in clusters(...); came "clusters()". Write clusters(3).',
    ],
    [
      'heavy-tailed(0)',
      'batch family: needs an integer from 1 to 10000 in heavy-tailed(...); came "heavy-tailed(0)". Write heavy-tailed(3).',
    ],
    [
      'near-collinear(-1)',
      'batch family: needs a number of at least 0 in near-collinear(...); came "near-collinear(-1)". Write near-collinear(1e-6).',
    ],
    [
      'near-collinear(1e999)',
      'batch family: needs a number of at least 0 in near-collinear(...); came "near-collinear(1e999)". Write near-collinear(1e-6).',
    ],
  ])('"%s" is refused with a line that says what to write', (text, message) => {
    expect(() => parseBatchFamily(text)).toThrow(new RangeError(message));
  });
});
