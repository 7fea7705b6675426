import { describe, expect, test } from 'vitest';
import { limitReport, type LimitReport } from '../../cli/schemas/limit.js';
import { bnd, json } from './run.js';

const limit = async (...args: readonly string[]): Promise<LimitReport> =>
  limitReport.parse(await json(['limit', ...args]));

/** Equal to a printed number: to 1e-9 of it, or as far as its digits go. */
function agrees(value: number | null | undefined, printed: string): void {
  const digits = printed.replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').length;
  const wanted = Number(printed);
  // Half a unit in the last printed digit, relative to the leading one.
  const relative = Math.max(1e-9, 0.51 * 10 ** (1 - digits));
  expect(Math.abs((value ?? NaN) - wanted), `${String(value)} is not ${printed}`).toBeLessThanOrEqual(
    relative * wanted,
  );
}

/** theory.md, I3: points, norm ratio, cluster cosine, cross cosine, spectral radius. Found with 50 digits elsewhere. */
const TABLE = `
7 3.84927286236 0.479106916972 0.06563276295 0.9448322783
8 5.10473391251 0.578566203724 0.04287868106 0.9307736127
10 7.41199700407 0.704639052775 0.02244471202 0.9267698394
16 13.8961330940 0.866011140014 0.006013485713 0.9428460068
32 30.3848322760 0.961856203268 0.0008397571541 0.9689652773
64 62.6737127183 0.989824836510 0.0001118860144 0.9842818268
128 126.831808294 0.997373419698 1.446451614e-5 0.9921454402
1024 1022.97839833 0.999957809598 2.912003793e-8 0.999022521`;
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split(' '));

/** The cosine of two inputs whose outputs of ReLU have a given one, by halving, and that of their absolute values: (cosine + abs) / 2 is ReLU's. */
function recentred(relu: number): { readonly cosine: number; readonly abs: number } {
  const absolute = (x: number): number => (2 / Math.PI) * (Math.sqrt(1 - x * x) + x * Math.asin(x));
  let [low, high] = [-1, 1];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if ((middle + absolute(middle)) / 2 < relu) low = middle;
    else high = middle;
  }
  return { cosine: low, abs: absolute(low) };
}

describe.concurrent('bnd limit', () => {
  test.each(rows)('has the odd point of %s points where the theory says', async (points, ...printed) => {
    const { exists, fixedPoint, spectralRadius } = await limit('--points', points);
    expect(exists).toBe(true);
    const found = [fixedPoint?.normRatio, fixedPoint?.clusterCosine, fixedPoint?.crossCosine, spectralRadius];
    printed.forEach((number, i) => agrees(found[i], number));
    // Relative to each coordinate, the smallest of which, the cross cosine, is a difference of numbers below 1.
    expect(fixedPoint?.residual).toBeLessThan((4 * 2 ** -53) / (fixedPoint?.crossCosine ?? NaN));
  });

  test('The comparison of digits sees an error in the ninth', () => {
    expect(() => agrees(7.41199700407 * (1 + 2e-9), '7.41199700407')).toThrow();
    expect(() => agrees(7.41199700407, '7.41199700408')).not.toThrow();
    expect(() => agrees(null, '1')).toThrow();
  });

  test.each(['3', '4', '5', '6'])('says that the odd-point state of %s points does not exist', async (points) => {
    const { exists, says, fixedPoint, spectralRadius, eigenvalues } = await limit('--points', points, '--start', 'odd');
    expect({ exists, fixedPoint, spectralRadius, eigenvalues }).toEqual({
      exists: false,
      fixedPoint: null,
      spectralRadius: null,
      eigenvalues: [],
    });
    expect(says).toBe(
      `The odd-point configuration does not exist for ${points} points: the start leads back to the symmetric state.`,
    );
  });

  test('Two points have no odd one', async () => {
    expect(await limit('--points', '2')).toMatchObject({ exists: false, fixedPoint: null });
  });

  test('The symmetric state of 10 points has the eigenvalues of I2, with all multiplicities', async () => {
    const { fixedPoint, eigenvalues } = await limit('--points', '10', '--start', 'symmetric');
    agrees(fixedPoint?.clusterCosine, '0.264721235');
    expect(eigenvalues.map(({ multiplicity }) => multiplicity)).toEqual([9, 35, 11]);
    agrees(eigenvalues[0]?.value, '0.966890556');
    agrees(eigenvalues[1]?.value, '0.702015007');
    expect(Math.abs(eigenvalues[2]?.value ?? NaN)).toBeLessThan(8 * 2 ** -53); // 0: a sum of a few terms below 1 that cancel
  });

  test.each([
    ['--points', '7'],
    ['--points', '16', '--start', 'k=3'],
    ['--points', '9', '--start', 'symmetric', '--stages', 'rc,rs,relu'],
    ['--points', '1024'],
  ])('Multiplicities add up to n(n+1)/2: %s %s %s %s', async (...args) => {
    const { config, eigenvalues } = await limit(...args);
    const sum = eigenvalues.reduce((total, { multiplicity }) => total + multiplicity, 0);
    expect(sum).toBe((config.points * (config.points + 1)) / 2);
  });

  test.each([
    ['k=2', '1.0855', 1],
    ['k=3', '1.0952', 2],
    ['k=4', '1.0937', 3],
  ])('At 16 points %s is a saddle with top eigenvalue %s, %i times', async (start, top, multiplicity) => {
    const { says, spectralRadius, eigenvalues } = await limit('--points', '16', '--start', start);
    expect(says).toMatch(/linearly unstable/);
    expect(spectralRadius?.toFixed(4)).toBe(top);
    const unstable = eigenvalues.filter(({ value }) => value > 1);
    expect(unstable.reduce((total, eigenvalue) => total + eigenvalue.multiplicity, 0)).toBe(multiplicity);
  });

  test('A leaky slope leaves the norm ratio as it is and moves the cross cosine to E3', async () => {
    const { config, fixedPoint } = await limit('--points', '128', '--slope', '0.1');
    expect(config.stages).toEqual(['recenter', 'leaky(0.1)']);
    agrees(fixedPoint?.normRatio, '126.831808294');
    // Both have the same state after recentering, whose cosine follows from the cross cosine of the table, ReLU's.
    const relu = 1.446451614e-5;
    const { cosine, abs } = recentred(relu);
    expect(Math.abs((cosine + abs) / 2 - relu)).toBeLessThan(2 ** -52);
    const leaky = (1.1 ** 2 * cosine + 0.9 ** 2 * abs) / (2 * 1.01);
    // Half a unit in the last digit of the table is 3.5e-11 of it, two thirds of that of 1 + cosine, which is 1.3e-3.
    expect(Math.abs((fixedPoint?.crossCosine ?? NaN) - leaky)).toBeLessThan(1e-13);
    expect(Math.abs(leaky + 0.2 / 1.01)).toBeLessThan(2 * (1 + cosine)); // E3, for many points
  });

  test('With rescaling 10 points are symmetric, and have no odd state', async () => {
    const { fixedPoint } = await limit('--points', '10', '--stages', 'recenter,rescale,relu', '--start', 'symmetric');
    agrees(fixedPoint?.clusterCosine, '0.264721235');
    expect((await limit('--points', '10', '--stages', 'rc,rs,relu')).exists).toBe(false);
  });

  test('A state that every direction leaves as it is counts as neither stable nor unstable', async () => {
    const { says } = await limit('--points', '3', '--stages', 'rc', '--start', 'symmetric');
    expect(says).toBe('The symmetric state is a fixed point, linearly neutral (spectral radius 1).');
  });

  test('The page for people has the same digits', async () => {
    const { code, stdout } = await bnd('limit', '--points', '10');
    expect(code).toBe(0);
    for (const digits of ['7.41199700407', '0.704639052775', '0.926769839']) expect(stdout).toContain(digits);
  });
});
