import { expect, test } from 'vitest';
import { curves } from '../../cli/report/curves/curves.js';
import { loadClaims } from '../../cli/load-claims.js';
import type { Curve } from '../../cli/report/run-document.js';

const made = curves('1');

function series(name: string, of: string): ReadonlyMap<number, number> {
  const found = made.find((curve) => curve.name === name)?.series.find((one) => one.name === of);
  if (found === undefined) throw new Error(`curves.test: no series ${of} of ${name}`);
  return new Map(found.points);
}

/** The largest relative difference at the places of the second. */
function apart(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  return Math.max(...[...b].map(([x, y]) => Math.abs((a.get(x) ?? NaN) / y - 1)));
}

test('The predictions are the fixed points of the notes, to the digits that they have', () => {
  // Computed with mpmath: norm ratio, cluster cosine and cross cosine of 10 and 1024 points. Half a unit in the last digit, and rounding.
  expect(Math.abs((series('How far the odd point is', 'infinite width').get(10) ?? NaN) - 7.41199700407)).toBeLessThan(0.51e-11); // prettier-ignore
  expect(Math.abs((series('How tight the cluster is', 'infinite width').get(1024) ?? NaN) - (1 - 0.999957809598))).toBeLessThan(0.51e-12); // prettier-ignore
  expect(Math.abs((series('How orthogonal the odd point is', 'infinite width').get(1024) ?? NaN) - 2.912003793e-8)).toBeLessThan(0.51e-17); // prettier-ignore
});

test('The asymptotes are met: terms of order 1/n are left out, with coefficients of at most 5', () => {
  for (const name of ['How far the odd point is', 'How tight the cluster is', 'How orthogonal the odd point is']) {
    const [limit, asymptote] = [series(name, 'infinite width'), series(name, 'asymptote')];
    for (const n of [256, 1024]) expect(Math.abs((limit.get(n) ?? NaN) / (asymptote.get(n) ?? NaN) - 1)).toBeLessThan(5 / n); // prettier-ignore
  }
});

test('What is measured is what is predicted, and a prediction of something else would be seen', () => {
  const draws = 'How fast the odd-point state draws in';
  const [spectrum, letGo] = [series(draws, 'spectrum'), series(draws, 'let go')];
  // Other directions have died; a disturbance of 1e-7 is off the derivative by as much, and 1 - rate is a twentieth.
  for (const n of [7, 8, 10]) expect(Math.abs((letGo.get(n) ?? NaN) / (spectrum.get(n) ?? NaN) - 1)).toBeLessThan(1e-5); // prettier-ignore
  // From 12 points on the next slowest directions lose up to 6 % more a layer, and some of them are left.
  expect(apart(letGo, spectrum)).toBeLessThan(0.06);
  expect(apart(series(draws, 'let go'), series(draws, '1/n'))).toBeGreaterThan(0.5); // seven points are far from the asymptote
  const symmetric = 'How fast the symmetric state draws in';
  // A disturbance of 1e-7 an entry, √2 n 1e-7 in all, moves the rate of its n layers by that times the second derivative of a layer, below 1.
  const away = series(symmetric, 'let go');
  for (const [n, loss] of series(symmetric, 'closed form')) {
    expect(Math.abs((away.get(n) ?? NaN) - loss)).toBeLessThan(Math.SQRT2 * 1e-7);
    expect(Math.abs(1 / n - loss)).toBeGreaterThan(1e-4); // which another rate would not meet
  }
  // A mean over a hundred layers of one chain: norms of n points differ by a few per cent, and the width takes some.
  expect(apart(series('How far the odd point is', 'infinite width'), series('How far the odd point is', 'width 1024'))).toBeLessThan(0.1); // prettier-ignore
});

test('Every claim that a curve names exists, and no curve has a hole', async () => {
  const ids = (await loadClaims()).map(({ theorem }) => theorem.id);
  for (const { claims, series: all } of made) {
    expect(claims.filter((id) => !ids.includes(id))).toEqual([]);
    expect(claims.length).toBeGreaterThan(0);
    for (const { points } of all) expect(points.length).toBeGreaterThan(1);
    for (const { points } of all) expect(points.flat().every(Number.isFinite)).toBe(true);
  }
});

test('Another seed measures something else and predicts the same', () => {
  const other = curves('2');
  const of = (all: readonly Curve[], kind: string): unknown =>
    all.slice(0, 5).map((curve) => curve.series.filter((one) => one.kind === kind));
  expect(of(other, 'predicted')).toEqual(of(made, 'predicted'));
  expect(of(other, 'measured')).not.toEqual(of(made, 'measured'));
});
