import { describe, expect, it } from 'vitest';
import { Archive, movingIn, type Sighted, type Tried } from '../../src/search/archive.js';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { drawing } from './scripted.js';

/** Two numbers with ranges of 1000 and of 10, a text, and a number that never moves. */
const landscape = (): Landscape =>
  new Landscape([
    { x: 0, y: 0, law: 'a', same: 4 },
    { x: 1000, y: 10, law: 'b', same: 4 },
  ]);
const point = (x: number, y = 0, law = 'a') => ({ x, y, law, same: 4 });
const archive = (): Archive => new Archive(landscape());
const afresh = (): Tried => ({ starts: new Set(), until: 0 });
const xOf = (sighted: Sighted | undefined): unknown => at(sighted?.instance, ['x']);

describe('an instance as a point', () => {
  it('has the numbers that can move as parts of their ranges, and the rest in its shape', () => {
    const { place, shape, fitness } = archive().sighted(point(250, 5, 'b'), 7);
    expect(Array.from(place)).toEqual([0.25, 0.5]);
    expect(shape).toBe('x y law=b same=4');
    expect(fitness).toBe(7);
    const other = archive().sighted({ list: [1, 'z'], x: 'text' }, 7);
    expect([Array.from(other.place), other.shape]).toEqual([[], 'list.0=1 list.1=z x=text']);
    const lists = new Archive(new Landscape([{ list: [0, 4] }]));
    expect(lists.sighted({ list: [1, 2] }, 7).shape).toBe('list.0 list.1');
  });

  it('moves in the order of its place', () => {
    const moving = movingIn({ ...point(1), z: 1 }, landscape());
    expect(moving.map(({ path, coordinate }) => [path, coordinate.numbers])).toEqual([
      [['x'], [0, 1000]],
      [['y'], [0, 10]],
    ]);
    expect(movingIn({ x: 'text' }, landscape())).toEqual([]);
  });
});

describe('what lies around a place', () => {
  it('is of its shape, finite, within the distance, nearest first, so many at most', () => {
    const seen = archive();
    for (const x of [900, 500, 400, 300, 100]) seen.add(point(x), x, false);
    seen.add(point(400, 0, 'b'), 1, false);
    seen.add(point(401), Infinity, false);
    seen.add(point(401), NaN, false);
    const { place, shape } = seen.sighted(point(400), 0);
    const around = (count: number, within: number): readonly unknown[] =>
      seen.around(place, shape, count, within).map(xOf);
    expect(around(9, 0.31)).toEqual([400, 500, 300, 100]);
    expect(around(2, 1)).toEqual([400, 500]);
    // 3 parts of ten in one, 4 in the other: 5.
    const far = seen.sighted(point(700, 4), 0);
    expect(seen.around(far.place, shape, 1, 0.5).length).toBe(1);
    expect(archive().around(far.place, shape, 9, 1)).toEqual([]);
  });

  it('is measured in all numbers together', () => {
    const seen = archive();
    seen.add(point(300, 4), 1, false);
    const { place, shape } = seen.sighted(point(0, 0), 0);
    expect(seen.around(place, shape, 1, 0.5).length).toBe(1);
    expect(seen.around(place, shape, 1, 0.4999).length).toBe(0);
  });

  it('forgets the older half of five hundred looks', () => {
    const seen = archive();
    for (let x = 0; x < 500; x++) seen.add(point(x), x, false);
    const { place, shape } = seen.sighted(point(0), 0);
    const all = (): readonly unknown[] => seen.around(place, shape, 1000, 10).map(xOf);
    expect([all().length, all()[0]]).toEqual([500, 0]);
    seen.add(point(500), 500, false);
    expect([all().length, all()[0], all().at(-1)]).toEqual([251, 250, 500]);
  });
});

describe('a start', () => {
  /** Generated at 0, 100, ... 900, least at the places given. */
  const filled = (heights: Readonly<Record<number, number>>, count = 10): Archive => {
    const seen = archive();
    for (let k = 0; k < count; k++) seen.add(point(100 * k), heights[100 * k] ?? 50, true);
    return seen;
  };

  it('is better than the eight instances nearest to it', () => {
    expect(xOf(filled({ 300: 1 }).start([], afresh()))).toBe(300);
    expect(xOf(filled({ 300: 1 }, 9).start([], afresh()))).toBe(300);
    expect(filled({ 300: 1 }, 8).start([], afresh())).toBeUndefined(); // seven others
    expect(filled({ 300: 1, 400: 1 }).start([], afresh())).toBeUndefined(); // as good
    expect(filled({ 300: NaN }).start([], afresh())).toBeUndefined();
    expect(filled({ 300: -Infinity }).start([], afresh())).toBeUndefined();
    // The ninth nearest does not count: 900 is farther from 0 than 100 to 800.
    expect(xOf(filled({ 0: 1, 900: 0 }).start([], afresh()))).toBe(900);
  });

  it('is compared with instances of its own shape', () => {
    const seen = filled({ 300: 1 });
    for (let k = 0; k < 3; k++) seen.add(point(310 + k, 0, 'b'), 0, true);
    expect(xOf(seen.start([], afresh()))).toBe(300);
  });

  it('is in turns the best, and the one farthest from where descents ended, each once', () => {
    const seen = archive();
    // Bottoms at 0, 500, 700 and 900 of 101 instances.
    for (let k = 0; k <= 100; k++) {
      const x = 10 * k;
      const height = Math.min(Math.abs(x), Math.abs(x - 500) + 2, Math.abs(x - 700) + 3, Math.abs(x - 900) + 5);
      seen.add(point(x), height, true);
    }
    const tried = afresh();
    const end = seen.sighted(point(100), 0);
    expect(xOf(seen.start([end], tried))).toBe(0);
    expect(xOf(seen.start([end], tried))).toBe(900);
    expect(xOf(seen.start([end], tried))).toBe(500); // the better, the other is farther
    expect(xOf(seen.start([end], tried))).toBe(700);
    expect(seen.start([end], tried)).toBeUndefined();
    expect(tried.starts.size).toBe(4);
    const farthest = (...ends: readonly Sighted[]): unknown =>
      xOf(seen.start(ends, { ...afresh(), starts: new Set([seen.sighted(point(1), 0)]) }));
    expect(farthest(end, seen.sighted(point(800), 0))).toBe(500); // from the nearest of them
    // To ends of another shape there is no distance: the first that there is.
    expect(farthest(seen.sighted(point(0, 0, 'b'), 0))).toBe(0);
    expect(tried.until).toBe(112); // 101 and a tenth of them, rounded up
  });

  it('is asked for in vain until a tenth more instances were generated', () => {
    const seen = filled({});
    const tried = afresh();
    expect(seen.start([], tried)).toBeUndefined();
    expect(tried.until).toBe(11);
    seen.add(point(950), 0, false); // not generated
    seen.add(undefined, 0, false);
    expect(seen.start([], tried)).toBeUndefined();
    seen.add(point(950), 0, true);
    expect(xOf(seen.start([], tried))).toBe(950);
    const asked = (until: number): unknown => xOf(filled({ 300: 1 }).start([], { ...afresh(), until }));
    expect([asked(10), asked(11)]).toEqual([300, undefined]); // though there is one
  });

  it('is not within a twentieth of each range from an end of the same shape', () => {
    const start = (x: number, y = 0, law = 'a'): unknown => {
      const seen = filled({ 300: 1 });
      return xOf(seen.start([seen.sighted(point(x, y, law), 0)], afresh()));
    };
    expect([start(250), start(350)]).toEqual([undefined, undefined]);
    expect(xOf(filled({ 0: 1 }).start([archive().sighted(point(50), 0)], afresh()))).toBeUndefined();
    expect([start(249), start(351), start(300, 1), start(300, 0, 'b')]).toEqual([300, 300, 300, 300]);
  });

  it('is one of the last four hundred instances, a hundred of which are forgotten at once', () => {
    const seen = archive();
    seen.add(point(500), 0, true);
    for (let k = 1; k < 400; k++) seen.add(point(k), k === 300 ? 10 : 50, true);
    expect(xOf(seen.start([], afresh()))).toBe(500);
    seen.add(point(1000), 50, true);
    expect(xOf(seen.start([], afresh()))).toBe(300);
  });
});

describe('an instance where little was seen', () => {
  it('is the one of six with numbers anywhere that is farthest from what was generated', () => {
    const seen = archive();
    seen.add(point(0), 1, true);
    seen.add(point(1000, 10), 1, true);
    const draws = [0.1, 0.9, 0.5, 0.2, 0.3, 0.05].flatMap((part) => [[0, 2] as const, part, part]);
    const proposal = drawing(draws, (stream) => seen.unseen(stream));
    expect(proposal).toEqual(point(500, 5)); // 0.2 is nearer to an end than 0.5
    expect(drawing(draws, (stream) => archive().unseen(stream))).toEqual(point(100, 1)); // the first, all are as far
  });

  it('is far from what was generated of its own shape', () => {
    const seen = archive();
    seen.add(point(0), 1, true);
    seen.add(point(900, 9, 'b'), 1, true);
    const draws = [0.1, 0.9, 0.5, 0.2, 0.3, 0.05].flatMap((part) => [[0, 2] as const, part, part]);
    expect(drawing(draws, (stream) => seen.unseen(stream))).toEqual(point(900, 9));
  });

  it('varies an instance of the sample, which gives the text', () => {
    const draws = Array.from({ length: 6 }, () => [[1, 2] as const, 0.5, 0.1]).flat();
    expect(drawing(draws, (stream) => archive().unseen(stream))).toEqual(point(500, 1, 'b'));
  });

  it('counts as generated when it is looked at', () => {
    const seen = archive();
    for (let k = 0; k < 8; k++) seen.add(point(100 * k), 50, true);
    const draws = Array.from({ length: 6 }, () => [[0, 2] as const, 0.5, 0.1]).flat();
    const proposal = drawing(draws, (stream) => seen.unseen(stream));
    expect(seen.start([], afresh())).toBeUndefined();
    seen.add(point(500, 1), 0, false); // another one like it
    expect(seen.start([], afresh())).toBeUndefined();
    seen.add(proposal, 0, false);
    expect(seen.start([], afresh())?.instance).toEqual(proposal);
  });

  it('is none without a sample', () => {
    expect(drawing([], (stream) => new Archive(new Landscape([])).unseen(stream))).toBeUndefined();
  });
});
