import { describe, expect, test } from 'vitest';
import { choosePoints } from '../../src/batches/choose-points.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import { derive, rootKey } from '../../src/random/key.js';

/** Point j has the coordinates j and 100 + j. */
const numbered: Batch = build(2, 10, (i, j) => 100 * i + j);
const key = rootKey('choose');
const chosen = (x: Batch): number[] => [...x.values.slice(0, x.cols)];

describe('choosePoints', () => {
  test('It keeps whole points, once each, in their order, and the key decides which', () => {
    const x = choosePoints(numbered, 6, key);
    const found = chosen(x);
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
    expect([...x.values.slice(6)]).toEqual(found.map((j) => 100 + j));
    expect(choosePoints(numbered, 6, key)).toEqual(x);
    expect(choosePoints(numbered, 6, rootKey('else'))).not.toEqual(x);
  });

  test('All points are the batch itself', () => {
    expect(choosePoints(numbered, 10, key)).toEqual(numbered);
  });

  test('Every pair of points is as likely as any other', () => {
    // Chi-square over the 45 pairs: 44 degrees of freedom, mean 44, standard deviation 9.4; six of them, for a fixed key.
    const chiSquare = (pick: (draw: number) => number[]): number => {
      const counts = new Map<string, number>();
      for (let draw = 0; draw < 4500; draw++) {
        const pair = pick(draw).join();
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      let sum = 100 * (45 - counts.size);
      for (const count of counts.values()) sum += (count - 100) ** 2 / 100;
      return sum;
    };
    expect(chiSquare((draw) => chosen(choosePoints(numbered, 2, derive(key, draw))))).toBeLessThan(44 + 6 * 9.4);
    const biased = (draw: number): number[] => {
      const [a = 0, b = 0] = chosen(choosePoints(numbered, 2, derive(key, draw)));
      return draw % 20 === 0 ? [0, 1] : [a, b];
    };
    expect(chiSquare(biased)).toBeGreaterThan(44 + 6 * 9.4);
  });

  test('A number of points that is not there is refused', () => {
    for (const points of [0, 11, 2.5]) {
      expect(() => choosePoints(numbered, points, key)).toThrow(
        new RangeError(`choosePoints: needs an integer from 1 to 10; came ${points}.`),
      );
    }
  });
});
