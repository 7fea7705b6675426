import { canonicalData, canonicalStages, canonicalWeights } from './configuration.js';
import { AXES, type Axis, cellCount, type Grid } from './grid.js';

const EXAMPLE = 'points=7..64 width=64,256,1024 stages=rc+relu,rc+rs+relu';

/** Axes that count something, with what their values may be. */
const COUNTS = { points: [2, 4096], width: [1, 1_000_000_000], depth: [1, 1_000_000] } as const;
type Count = keyof typeof COUNTS;

/** Cells of one map: as many as have an index in the store. */
const MOST_CELLS = 10_000_000;

/** What an axis is that nobody names. */
const USUAL = { points: [16], width: [256], stages: ['recenter+relu'], weights: ['gaussian'], data: ['gaussian'] };

/**
 * A grid as a user writes it: `points=7..64 width=64..4096*4 stages=rc+relu,rc+rs+relu`.
 *
 * Axes apart by spaces, values by commas. A count is a number, a range `7..64`, one with a step `8..64:8`, or one with a factor
 * `64..4096*4`; stages stand in their order with + between them. An axis that is not named has one value.
 * @param depth of an axis `depth` that is not named
 * @throws RangeError that says which axis, what is needed and what came
 */
export function parseGrid(text: string, depth: number): Grid {
  const lists = new Map<Axis, string>();
  for (const part of text.split(/\s+/).filter((word) => word !== '')) {
    const [, name = '', list = ''] = /^([^=]*)=(.*)$/.exec(part) ?? [];
    const axis = AXES.find((known) => known === name);
    if (axis === undefined || list === '') {
      throw new RangeError(
        `parseGrid: needs axes (points, width, depth, stages, weights or data) as name=values; came '${part}'. Write '${EXAMPLE}'.`,
      );
    }
    if (lists.has(axis)) {
      throw new RangeError(
        `parseGrid: needs each axis once; came '${axis}' twice. Put its values into one list, ${axis}=A,B.`,
      );
    }
    lists.set(axis, list);
  }
  const counts = (axis: Count, usual: readonly number[]): readonly number[] => {
    const list = lists.get(axis);
    return list === undefined
      ? usual
      : once(
          axis,
          list.split(',').flatMap((item) => range(axis, item)),
        );
  };
  const words = (axis: 'stages' | 'weights' | 'data', canonical: (name: string) => string): readonly string[] => {
    const list = lists.get(axis);
    return list === undefined
      ? USUAL[axis]
      : once(
          axis,
          list.split(',').map((item) => named(axis, canonical, item)),
        );
  };
  const grid = {
    points: counts('points', USUAL.points),
    width: counts('width', USUAL.width),
    depth: counts('depth', [depth]),
    stages: words('stages', canonicalStages),
    weights: words('weights', canonicalWeights),
    data: words('data', canonicalData),
  };
  const cells = cellCount(grid);
  if (cells > MOST_CELLS) {
    throw new RangeError(
      `parseGrid: needs at most ${MOST_CELLS} cells; came ${cells}. Take fewer values, or divide the map.`,
    );
  }
  return grid;
}

/** The numbers of one item of a list. */
function range(axis: Count, item: string): readonly number[] {
  const [least, most] = COUNTS[axis];
  const [, first = '', last = first, sign, by = '1'] = /^(\d+)(?:\.\.(\d+)(?:([:*])(\d+))?)?$/.exec(item) ?? [];
  const [from, to, step] = [Number(first), Number(last), Number(by)];
  if (first === '' || from < least || to > most || from > to || step < (sign === '*' ? 2 : 1)) {
    throw new RangeError(
      `parseGrid: needs whole numbers from ${least} to ${most} as ${axis}; came '${item}'. Write 16, 7..64, 8..64:8 (steps of 8) or 64..4096*4 (powers).`,
    );
  }
  if ((to - from) / step > MOST_CELLS && sign !== '*') {
    throw new RangeError(`parseGrid: needs at most ${MOST_CELLS} cells; came ${axis}=${item}. Take a larger step.`);
  }
  const numbers: number[] = [];
  for (let value = from; value <= to; value = sign === '*' ? value * step : value + step) numbers.push(value);
  return numbers;
}

function named(axis: Axis, canonical: (name: string) => string, item: string): string {
  try {
    return canonical(item);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`parseGrid: ${axis}: ${error.message.replace(/^[\w ]+: /, '')}`, { cause: error });
  }
}

/** The values as they are. @throws RangeError when one is there twice */
function once<T extends string | number>(axis: Axis, values: readonly T[]): readonly T[] {
  const seen = new Set<T>();
  for (const value of values) {
    if (seen.has(value)) {
      throw new RangeError(`parseGrid: needs each value of ${axis} once; came '${value}' twice. Leave one out.`);
    }
    seen.add(value);
  }
  return values;
}
