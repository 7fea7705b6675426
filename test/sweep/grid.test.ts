import { describe, expect, test } from 'vitest';
import { AXES, cellAt, cellCount } from '../../src/sweep/grid.js';
import { parseGrid } from '../../src/sweep/parse-grid.js';

function refusal(text: string): string {
  try {
    parseGrid(text, 300);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('a grid', () => {
  test('is every combination of lists, ranges, steps and powers, the points fastest', () => {
    const grid = parseGrid('points=7..9 width=64..4096*4 stages=rc+relu,rc+rs+relu', 400);
    expect(grid.width).toEqual([64, 256, 1024, 4096]);
    expect(cellCount(grid)).toBe(24);
    const cell = { depth: 400, weights: 'gaussian', data: 'gaussian' };
    expect(cellAt(grid, 0)).toEqual({ ...cell, points: 7, width: 64, stages: 'recenter+relu' });
    expect(cellAt(grid, 1)).toEqual({ ...cell, points: 8, width: 64, stages: 'recenter+relu' });
    expect(cellAt(grid, 23)).toEqual({ ...cell, points: 9, width: 4096, stages: 'recenter+rescale+relu' });
    const all = Array.from({ length: 24 }, (_, i) => JSON.stringify(cellAt(grid, i)));
    expect(new Set(all).size).toBe(24);
    expect(() => cellAt(grid, 24)).toThrow('cellAt: needs a cell of [0, 24); came 24.');
  });

  test('has steps, every axis, one value where none is named, and one spelling of a name', () => {
    const grid = parseGrid(' depth=10..35:10,100  data=clusters(3) weights=rademacher stages=rc+leaky(.5) ', 7);
    expect(grid).toEqual({
      points: [16],
      width: [256],
      depth: [10, 20, 30, 100],
      stages: ['recenter+leaky(0.5)'],
      weights: ['rademacher'],
      data: ['clusters(3)'],
    });
    expect(AXES.every((axis) => grid[axis].length > 0)).toBe(true);
  });

  const example = "Write 'points=7..64 width=64,256,1024 stages=rc+relu,rc+rs+relu'.";
  const numbers = (axis: string, bounds: string, came: string): string =>
    `parseGrid: needs whole numbers ${bounds} as ${axis}; came '${came}'. Write 16, 7..64, 8..64:8 (steps of 8) or 64..4096*4 (powers).`;
  test.each([
    [
      'pionts=3',
      `parseGrid: needs axes (points, width, depth, stages, weights or data) as name=values; came 'pionts=3'. ${example}`,
    ],
    [
      'points',
      `parseGrid: needs axes (points, width, depth, stages, weights or data) as name=values; came 'points'. ${example}`,
    ],
    [
      'points=3 points=4',
      "parseGrid: needs each axis once; came 'points' twice. Put its values into one list, points=A,B.",
    ],
    ['points=9..7', numbers('points', 'from 2 to 4096', '9..7')],
    ['points=1', numbers('points', 'from 2 to 4096', '1')],
    ['points=2.5', numbers('points', 'from 2 to 4096', '2.5')],
    ['points=8..64*1', numbers('points', 'from 2 to 4096', '8..64*1')],
    ['points=8..64:0', numbers('points', 'from 2 to 4096', '8..64:0')],
    [
      'width=',
      `parseGrid: needs axes (points, width, depth, stages, weights or data) as name=values; came 'width='. ${example}`,
    ],
    ['width=64,64', "parseGrid: needs each value of width once; came '64' twice. Leave one out."],
    [
      'stages=rc+relu,recenter+relu',
      "parseGrid: needs each value of stages once; came 'recenter+relu' twice. Leave one out.",
    ],
    ['width=1..1000000000', 'parseGrid: needs at most 10000000 cells; came width=1..1000000000. Take a larger step.'],
    [
      'width=1..9999 depth=1..9999',
      'parseGrid: needs at most 10000000 cells; came 99980001. Take fewer values, or divide the map.',
    ],
  ])('%s is refused in one line', (text, line) => {
    expect(refusal(text)).toBe(line);
  });

  test('a name that no catalogue has is refused with the catalogue', () => {
    expect(refusal('stages=rc+rleu')).toMatch(
      /^parseGrid: stages: needs one of recenter, rc, .* came 'rleu'\. Write one of these\.$/,
    );
    expect(refusal('weights=normal')).toMatch(/^parseGrid: weights: needs one of gaussian, .* came 'normal'\. Write/);
    expect(refusal('data=iris')).toMatch(/^parseGrid: data: needs one of gaussian, .* came "iris"\. Write/);
  });
});
