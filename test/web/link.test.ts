import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExplorerState, LIMITS, opening, runKey } from '../../web/state/explorer-state.js';
import { fromLink, toLink } from '../../web/state/link.js';

const within = ([min, max]: readonly [number, number]): fc.Arbitrary<number> => fc.integer({ min, max });
const text = fc.string({ unit: 'binary', minLength: 1 });

const states: fc.Arbitrary<ExplorerState> = fc
  .record(
    {
      points: within(LIMITS.points),
      width: fc.oneof(within(LIMITS.width), fc.constant(Infinity)),
      depth: within(LIMITS.depth),
      recenter: fc.boolean(),
      rescale: fc.boolean(),
      activate: fc.boolean(),
      activation: fc.constantFrom('relu', 'leaky(0.25)', 'relu^2', 'tanh'),
      weights: fc.constantFrom('gaussian', 'sparse(0.05)', 'cauchy'),
      data: fc.oneof(fc.constantFrom('gaussian', 'clusters(3)', 'iris'), text),
      seed: text,
      layer: fc.nat(),
      lengths: fc.constantFrom('kept' as const, 'directions' as const),
      table: text,
    },
    { noNullPrototype: true, requiredKeys: ['points', 'width', 'depth', 'recenter', 'rescale', 'activate', 'activation', 'weights', 'data', 'seed', 'layer', 'lengths'] }, // prettier-ignore
  )
  .map(({ table, ...state }) => ({
    ...state,
    layer: state.layer % (state.depth + 1),
    ...(table === undefined ? {} : { table: { name: state.data, text: table } }),
  }));

describe('a link', () => {
  test('says the whole state', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(fromLink(`#${toLink(state)}`)).toEqual(state);
      }),
    );
  });

  test('carries a table that is in use, and is not too long', () => {
    const own: ExplorerState = { ...opening, data: 'a.csv', table: { name: 'a.csv', text: '1,2\n3,4' } };
    expect(toLink(own)).toBe('data=a.csv&table=1%2C2%0A3%2C4');
    expect(toLink({ ...own, data: 'iris' })).toBe('data=iris');
    expect(toLink({ ...own, table: { name: 'a.csv', text: '1,2\n'.repeat(20_000) } })).toBe('data=a.csv');
  });

  test('of the opening is empty', () => {
    expect(toLink(opening)).toBe('');
    expect(fromLink('')).toEqual(opening);
  });

  test.each([
    ['points=1', 'link: needs a whole number of points from 2 to 128; came "1".'],
    ['width=1e3', 'link: needs a whole number of width from 1 to 16384; came "1e3".'],
    ['depth=10&layer=11', 'link: needs a whole number of layer from 0 to 10; came "11".'],
    ['rescale=yes', 'link: needs true or false as rescale; came "yes".'],
  ])('that says %s is refused', (link, line) => {
    expect(() => fromLink(link)).toThrow(new RangeError(line));
  });

  test('Two states are one run exactly when nothing differs but the view', () => {
    expect(runKey({ ...opening, layer: 7, lengths: 'directions' })).toBe(runKey(opening));
    const others: readonly Partial<ExplorerState>[] = [
      { points: 31 },
      { width: Infinity },
      { depth: 7 },
      { recenter: false },
      { rescale: true },
      { activate: false },
      { activation: 'tanh' },
      { weights: 'cauchy' },
      { data: 'iris' },
      { seed: '2' },
      { table: { name: 'a.csv', text: '1' } },
    ];
    const keys = others.map((other) => runKey({ ...opening, ...other }));
    expect(new Set([...keys, runKey(opening)]).size).toBe(others.length + 1);
  });
});
