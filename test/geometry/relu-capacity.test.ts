import { describe, expect, it } from 'vitest';
import { raysOf, reluCapacity } from '../../src/geometry/relu-capacity.js';
import { build } from '../../src/linalg/matrix.js';

const capacity = (...points: number[][]): number =>
  reluCapacity(build<'neuron', 'point'>(points[0]?.length ?? 0, points.length, (k, i) => points[i]?.[k] ?? NaN));

const circle = (points: number): number[][] =>
  Array.from({ length: points / 2 }, (_, i) => [
    Math.cos((2 * Math.PI * i) / points),
    Math.sin((2 * Math.PI * i) / points),
  ]).flatMap(([x = NaN, y = NaN]) => [
    [x, y],
    [-x, -y],
  ]);

describe('reluCapacity', () => {
  it('is the number of points in general position', () => {
    expect(capacity([1, 0], [0, 1], [1, 1], [2, -1])).toBe(4);
  });

  it('parts two points whose products agree in every digit but not exactly', () => {
    // (1 + e)^2 is 1 + 2e + e^2, of which doubles keep 1 + 2e.
    const e = 2 ** -30;
    expect((1 + e) * (1 + e)).toBe(1 + 2 * e);
    expect(capacity([1, 1 + e], [1 + e, 1 + 2 * e])).toBe(2);
    expect(capacity([1, 1 + e], [2, 2 + 2 * e])).toBe(1);
  });

  it.each([
    ['points of one ray count once', [[1], [2], [3], [5]], 1],
    ['a point and its opposite are independent', [[1], [-1]], 2],
    [
      'three opposite pairs in a plane have one relation',
      [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
        [1, 1],
        [-1, -1],
      ],
      5,
    ],
    ['four opposite pairs in a plane have two', circle(8), 6],
    [
      'the origin counts for nothing',
      [
        [0, 0],
        [1, 0],
      ],
      1,
    ],
    [
      'a batch at the origin has none',
      [
        [0, 0],
        [0, 0],
      ],
      0,
    ],
    [
      'five points on a line off the origin are five rays',
      [
        [1, -2],
        [1, -1],
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      5,
    ],
  ])('%s', (_, points, expected) => {
    expect(capacity(...points)).toBe(expected);
  });

  it('sees a difference in the last bit', () => {
    expect(capacity([1, 1], [3, 3])).toBe(1);
    expect(capacity([1, 1], [3, 3 + 2 ** -51])).toBe(2);
    expect(capacity([0.1, 0.3], [0.3, 0.9])).toBe(2); // the doubles 0.1 : 0.3 and 0.3 : 0.9 differ
  });
});

describe('raysOf', () => {
  it('names the first point of each ray, and the pairs that make one line', () => {
    const points = [
      [0, 0],
      [1, 2],
      [2, 4],
      [-3, -6],
      [0, -1],
    ];
    const rays = raysOf(build<'neuron', 'point'>(2, 5, (k, i) => points[i]?.[k] ?? NaN));
    expect(rays).toEqual({ first: [1, 3, 4], opposite: [[1, 3]] });
  });
});
