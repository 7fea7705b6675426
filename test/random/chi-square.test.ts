import { describe, expect, it } from 'vitest';
import { bartlettFactor } from '../../src/chain/bartlett.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { ChiSquare } from '../../src/random/chi-square.js';
import { derive, rootKey } from '../../src/random/key.js';
import { NormalStream } from '../../src/random/normal-stream.js';
import { ksCritical, ksDistance } from '../../src/statistics/kolmogorov-smirnov.js';

const root = rootKey('chi-square');
const SAMPLES = 20_000;
/** 4 + 1 + 15 true comparisons at this level: the file refutes a true law with probability at most 1e-6. */
const critical = ksCritical(SAMPLES, 1e-6 / 20);

function drawn(degrees: number): number[] {
  const source = new ChiSquare(derive(root, 'drawn', degrees));
  return Array.from({ length: SAMPLES }, () => source.next(degrees));
}

function summed(degrees: number): number[] {
  const normals = new NormalStream(derive(root, 'summed', degrees));
  return Array.from({ length: SAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < degrees; i++) sum += normals.next() ** 2;
    return sum;
  });
}

describe('ChiSquare', () => {
  it.each([1, 2, 3, 10])('draws sums of %i squared normals, and not of one more', (degrees) => {
    expect(ksDistance(drawn(degrees), summed(degrees))).toBeLessThanOrEqual(critical);
    expect(ksDistance(drawn(degrees), summed(degrees + 1))).toBeGreaterThan(critical);
  });

  it('draws from a law with a billion degrees of freedom', () => {
    // Standardised it is normal up to a distance of 1 / sqrt(9 pi degrees) = 6e-6 (the skewness term of Edgeworth), twice that allowed.
    const standard = drawn(1e9).map((x) => (x - 1e9) / Math.sqrt(2e9));
    const normals = new NormalStream(derive(root, 'normals'));
    const expected = Array.from({ length: SAMPLES }, () => normals.next());
    expect(ksDistance(standard, expected)).toBeLessThanOrEqual(critical + 1.2e-5);
    expect(
      ksDistance(
        standard.map((x) => 1.2 * x),
        expected,
      ),
    ).toBeGreaterThan(critical);
  });

  it('refuses degrees that are no positive integer', () => {
    const source = new ChiSquare(root);
    expect(() => source.next(0)).toThrow('ChiSquare: needs a positive integer of degrees of freedom; came 0.');
    expect(() => source.next(1.5)).toThrow('came 1.5');
  });
});

describe('the Bartlett factor', () => {
  it('has the law of the R of a Gaussian matrix, entry by entry, and not that of a wider one', () => {
    const POINTS = 5;
    const WIDTH = 6;
    const factors = (label: string, draw: (key: ReturnType<typeof derive>) => Float64Array): Float64Array[] =>
      Array.from({ length: SAMPLES }, (_, i) => draw(derive(root, label, i)));
    const expected = factors('qr', (key) => triangularFactor(gaussianBatch(key, WIDTH, POINTS)).values);
    const actual = factors('bartlett', (key) => bartlettFactor(key, POINTS, WIDTH));
    const wider = factors('wider', (key) => bartlettFactor(key, POINTS, WIDTH + 1));
    const column = (sample: readonly Float64Array[], m: number): number[] => sample.map((f) => f[m] ?? NaN);
    for (let i = 0; i < POINTS; i++) {
      for (let j = i; j < POINTS; j++) {
        const m = i * POINTS + j;
        expect(ksDistance(column(actual, m), column(expected, m)), `${i},${j}`).toBeLessThanOrEqual(critical);
        if (i === j) expect(ksDistance(column(wider, m), column(expected, m)), `${i}`).toBeGreaterThan(critical);
      }
    }
  });
});
