import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binOf, MarginBins } from '../../cli/report/margin-bins.js';
import type { Case } from '../../src/theory/examination.js';

/** The next edge away from zero. */
function next(edge: number): number {
  const size = Math.abs(edge);
  return (size.toExponential().startsWith('2') ? 2.5 : 2) * edge;
}

describe('the bin of a margin', () => {
  test.each([
    [0, 0],
    [-0, 0],
    [1, 1],
    [0.1, 0.1],
    [0.0999, 0.05],
    [-0.3, -0.2],
    [-1e-16, -1e-16],
    [4.999999, 2],
    [1e-300, 1e-18],
    [Infinity, 5e9],
    [-Infinity, -5e9],
  ])('of %s begins at %s', (margin, from) => expect(binOf(margin) === from).toBe(true));

  test('begins at the margin or nearer to zero, and the next one does not', () => {
    const sizes = fc.double({ min: 1e-17, max: 4e9, noNaN: true });
    fc.assert(
      fc.property(sizes, fc.constantFrom(1, -1), (size, sign) => {
        const from = binOf(sign * size);
        expect(Math.sign(from)).toBe(sign);
        expect(Math.abs(from)).toBeLessThanOrEqual(size);
        // 2.5 and 2 times a decimal number is off the next one by a rounding at most.
        expect(Math.abs(next(from)) * (1 + 1e-15)).toBeGreaterThan(size);
      }),
    );
  });
});

function told(margins: readonly number[], allowance: number, control = ''): Case {
  const readings = margins.map((margin, k) => ({ clause: `clause ${k}`, margin, allowance, share: 0 }));
  const failed = readings.some(({ margin }) => !(margin >= -allowance));
  return { control, instance: 0, status: failed ? 'failed' : 'passed', because: '', readings, regimes: [] };
}

describe('the histogram of a claim', () => {
  test('counts every clause by itself, without the controls, NaN and failures beside', () => {
    const bins = new MarginBins();
    for (const margins of [[0.3, 0], [0.25, -1e-3], [NaN, 0]]) bins.hear(told(margins, 1e-4)); // prettier-ignore
    bins.hear(told([7, 7], 0, 'no recentering'));
    expect(bins.read).toEqual([
      { clause: 'clause 0', count: 3, failed: 1, notNumbers: 1, bins: [{ from: 0.2, count: 2 }] },
      { clause: 'clause 1', count: 3, failed: 1, notNumbers: 0, bins: [{ from: -0.001, count: 1 }, { from: 0, count: 2 }] }, // prettier-ignore
    ]);
  });

  test('has no failures among the observations of a law', () => {
    const bins = new MarginBins();
    bins.hear({ ...told([-3], 0), status: 'passed' });
    expect(bins.read[0]?.failed).toBe(0);
  });
});
