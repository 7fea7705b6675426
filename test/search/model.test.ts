import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/search/archive.js';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { model } from '../../src/search/model.js';
import type { Strategy } from '../../src/search/strategy.js';
import { type Answer, drawing } from './scripted.js';

/** One number, from 0 to a million. */
const line = (): Landscape => new Landscape([{ x: 0 }, { x: 1_000_000 }]);

/** An archive whose only start is at 0.05 of the range, with looks that were not generated at other parts of it. */
function archiveWith(looks: Readonly<Record<string, number>>, fitness = 95): Archive {
  const archive = new Archive(line());
  archive.add({ x: 50_000 }, fitness, true);
  // Eight neighbours that it is better than, of which no model can be made.
  for (let k = 0; k < 8; k++) archive.add({ x: 100_000 * k }, Infinity, true);
  for (const [part, value] of Object.entries(looks)) archive.add({ x: 1e6 * Number(part) }, value, false);
  return archive;
}

/** Values 100 - 100 x at parts of the range: with the start more of them than a parabola has coefficients, as many, and fewer. */
const SLOPE = { '0.01': 99, '0.02': 98, '0.1': 90 };
const THREE = { '0.01': 99, '0.1': 90 };
const FEW = { '0.01': 99 };
/** The radius doubles or halves from 0.15. Along a slope the first shift of 1.5^k / 1000 that gives a length of 1.05 at most is the 17th. */
const AHEAD = 1000 / 1.5 ** 17;

const partOf = (instance: unknown): number => Math.round(Number(at(instance, ['x'])) / 1000) / 1000;
const rounded = (part: number): number => Math.round(1000 * part) / 1000;
const proposed = (strategy: Strategy, ...draws: readonly Answer[]): unknown =>
  drawing(draws, (stream) => strategy.propose(stream));
const unseen: readonly Answer[] = Array.from({ length: 6 }, () => [[0, 2] as const, 0.5]).flat();

/** A model of two numbers from their middle, as what it looks at when the look is so good. */
function onPlane(y = 1000): (fitness: number, ...draws: readonly Answer[]) => unknown {
  const plane = new Landscape([
    { x: 0, y: 0 },
    { x: 1000, y },
  ]);
  const archive = new Archive(plane);
  archive.add({ x: 500, y: y / 2 }, 0, true);
  for (let k = 0; k < 8; k++) archive.add({ x: 100 * k, y: 0 }, Infinity, true);
  const strategy = model(plane, archive);
  return (fitness, ...draws) => {
    const instance = proposed(strategy, ...draws);
    strategy.tell(instance, fitness);
    archive.add(instance, fitness, false);
    return instance;
  };
}

/** Where it goes first, and next when told this of that. */
function next(looks: Readonly<Record<string, number>>, fitness: number, ...draws: readonly Answer[]) {
  const strategy = model(line(), archiveWith(looks));
  const first = proposed(strategy);
  strategy.tell(first, fitness);
  return [partOf(first), partOf(proposed(strategy, ...draws))];
}

describe('a model', () => {
  it('has what was not seen proposed while there is no start', () => {
    const strategy = model(line(), new Archive(line()));
    expect(strategy.name).toBe('model');
    expect(proposed(strategy, ...unseen)).toEqual({ x: 500_000 });
    strategy.tell({ x: 500_000 }, 1);
    expect(proposed(strategy, ...unseen)).toEqual({ x: 500_000 });
  });

  it('looks a radius to either side of its start first', () => {
    const around = (sign: number): unknown => proposed(model(line(), archiveWith({})), [sign, 2]);
    expect([around(1), around(0)]).toEqual([{ x: 200_000 }, { x: 0 }]);
  });

  it('looks along each number in turn, then anywhere', () => {
    const looked = onPlane();
    expect(looked(0, [1, 2])).toEqual({ x: 650, y: 500 });
    expect(looked(0, [0, 2])).toEqual({ x: 500, y: 350 });
    // All values are the same: no slope leads anywhere. 0.6 and 0.8 of the radius of 150.
    expect(looked(0, 0.8, 0.1)).toEqual({ x: 590, y: 380 });
  });

  it('looks along every number before it follows a slope, and anywhere before a second one', () => {
    const looked = onPlane();
    expect(looked(1, [1, 2])).toEqual({ x: 650, y: 500 });
    expect(looked(1, [0, 2])).toEqual({ x: 500, y: 350 });
    expect(looked(9)).toEqual({ x: 392, y: 608 }); // down both slopes: AHEAD / sqrt(2) of 150 is 107.6
    // It failed with three points, and now has four, of six.
    expect(looked(9, 0.8, 0.1)).toEqual({ x: 590, y: 380 });
  });

  it('stays where it is when no direction is drawn', () => {
    expect(next(FEW, 1e6, 0.5)).toEqual([rounded(0.05 + 0.15 * AHEAD), 0.05]);
  });

  it('steps to the bottom of the parabola through what lies around', () => {
    const parabola = (part: number): number => 100 * (part - 0.13) * (part - 0.13);
    const looks = Object.fromEntries([0.01, 0.1, 0.3].map((part) => [String(part), parabola(part)]));
    const archive = archiveWith({ ...looks, '0.9': -1e9 }, parabola(0.05)); // out of reach
    expect(partOf(proposed(model(line(), archive)))).toBe(0.13);
  });

  it('looks no farther than before after a short step, however much that brought', () => {
    const parabola = (part: number): number => 100 * (part - 0.13) * (part - 0.13);
    const looks = Object.fromEntries([0.01, 0.1, 0.3].map((part) => [String(part), parabola(part)]));
    // Within two and a half radii of 0.3, not of 0.15.
    const strategy = model(line(), archiveWith({ ...looks, '0.7': -1e9 }, parabola(0.05)));
    strategy.tell(proposed(strategy), 0);
    expect(partOf(proposed(strategy))).toBe(0.13);
  });

  it('has a parabola once what failed makes up its three points', () => {
    const parabola = (part: number): number => 100 * (part - 0.1) * (part - 0.1);
    const archive = archiveWith({ '0.01': parabola(0.01) }, parabola(0.05));
    const strategy = model(line(), archive);
    const ahead = proposed(strategy);
    expect(partOf(ahead)).toBe(rounded(0.05 + 0.15 * AHEAD));
    strategy.tell(ahead, parabola(partOf(ahead)));
    archive.add(ahead, parabola(partOf(ahead)), false);
    expect(partOf(proposed(strategy))).toBe(0.1);
  });

  it('steps a radius down a slope, and twice as far while it goes on, four tenths at most', () => {
    const archive = archiveWith(SLOPE);
    const strategy = model(line(), archive);
    const steps = Array.from({ length: 3 }, () => {
      const instance = proposed(strategy);
      strategy.tell(instance, 100 - Number(at(instance, ['x'])) / 10_000);
      archive.add(instance, 100 - Number(at(instance, ['x'])) / 10_000, false);
      return partOf(instance);
    });
    expect(steps).toEqual([0.15, 0.45, 0.85].map((length) => rounded(0.05 + AHEAD * length)));
  });

  // From 95 the slope promises 15.22 for the first step.
  it.each([
    ['twice as far after 0.72 of what was promised', 84.04, 0.15, 0.3],
    ['as far after 0.68 of it', 84.65, 0.15, 0.15],
    ['as far after 0.22 of it', 91.65, 0.15, 0.15],
    ['half as far after 0.18 of it', 92.26, 0.15, 0.075],
    ['half as far from where it was after nothing', 95, 0, 0.075],
    ['half as far from where it was after worse', 1e6, 0, 0.075],
    ['half as far from where it was after NaN', NaN, 0, 0.075],
  ])('goes %s', (_, fitness, centre, radius) => {
    expect(next(SLOPE, fitness)).toEqual([rounded(0.05 + 0.15 * AHEAD), rounded(0.05 + (centre + radius) * AHEAD)]);
  });

  it('goes half as far after it failed with as many points as a parabola needs', () => {
    expect(next(THREE, 95)).toEqual([rounded(0.05 + 0.15 * AHEAD), rounded(0.05 + 0.075 * AHEAD)]);
  });

  it('believes no model that promises something worse', () => {
    // The parabola that comes nearest to these has its least value, 74.8, at 0.09; without 0.3, which half of the radius leaves out, at 0.059.
    const strategy = model(line(), archiveWith({ ...SLOPE, '0.3': 200 }, 50));
    const first = proposed(strategy);
    strategy.tell(first, 70);
    expect([partOf(first), partOf(proposed(strategy))]).toEqual([0.09, 0.059]);
  });

  it('goes half as far after what was worse than it is, as the model had promised', () => {
    // 50 a radius downwards, and 100 times what no parabola fits in these four places, -1.6 of it here: ahead is worse than here.
    const strategy = model(line(), archiveWith({ '0.01': 527.1, '0.2': 409.2, '0.4': 271 }, 239.5));
    const first = proposed(strategy);
    strategy.tell(first, 1e6);
    // Half the radius leaves out 0.4: the parabola through the other three has its least value 0.062 from here.
    expect([partOf(first), partOf(proposed(strategy))]).toEqual([rounded(0.05 + 0.15 * AHEAD), 0.112]);
  });

  it('looks anywhere, as far, after it failed with too few points, and is blamed for the next', () => {
    expect(next(FEW, 1e6, 0.9)).toEqual([rounded(0.05 + 0.15 * AHEAD), 0.2]);
    const strategy = model(line(), archiveWith(FEW));
    strategy.tell(proposed(strategy), 1e6);
    strategy.tell(proposed(strategy, 0.9), 1e6);
    expect(partOf(proposed(strategy))).toBe(rounded(0.05 + 0.15 * AHEAD));
  });

  it('goes half as far when what it asked for was not looked at, and hears nothing of others', () => {
    const strategy = model(line(), archiveWith(SLOPE));
    proposed(strategy);
    strategy.tell({ x: 1 }, -1e9);
    expect(partOf(proposed(strategy))).toBe(rounded(0.05 + 0.075 * AHEAD));
    const told = model(line(), archiveWith(SLOPE));
    told.tell(proposed(told), 95);
    told.tell({ x: 1 }, -1e9); // nothing is asked any more
    expect(partOf(proposed(told))).toBe(rounded(0.05 + 0.075 * AHEAD));
  });

  it('ends when the radius is less than a step, and begins elsewhere', () => {
    const coarse = new Landscape([{ x: 0 }, { x: 128 }]);
    const archive = new Archive(coarse);
    archive.add({ x: 64 }, 1, true);
    for (let k = 0; k < 8; k++) archive.add({ x: 10 * k }, Infinity, true);
    const strategy = model(coarse, archive);
    // 19.2, 9.6, 4.8, 2.4, 1.2, 0.6 and less than a half.
    const proposals = Array.from({ length: 6 }, () => proposed(strategy, [1, 2]));
    expect(proposals).toEqual([83, 74, 69, 66, 65, 65].map((x) => ({ x })));
    expect(proposed(strategy, ...unseen)).toEqual({ x: 64 });
    archive.add({ x: 67 }, 0, true); // near the end
    archive.add({ x: 10 }, 0, true);
    expect(proposed(strategy, [1, 2])).toEqual({ x: 29 });
  });

  it('goes on while the radius is a step of any number', () => {
    const looked = onPlane(2);
    expect(looked(9, [1, 2])).toEqual({ x: 650, y: 1 });
    expect(looked(9, [1, 2])).toEqual({ x: 500, y: 1 }); // 0.15 of 2 is no step
  });

  it('is of eight numbers at most, and of one at least', () => {
    const of = (count: number, ...draws: readonly Answer[]): unknown => {
      const point = (value: number) => ({ at: Array.from({ length: count }, () => value), law: 'a' });
      const landscape = new Landscape([point(0), point(100)]);
      const archive = new Archive(landscape);
      archive.add(point(50), 1, true);
      for (let k = 0; k < 8; k++) archive.add(point(k), 2, true);
      return at(proposed(model(landscape, archive), ...draws), ['at', 0]);
    };
    expect(of(8, [1, 2])).toBe(65);
    const anywhere = (count: number): readonly Answer[] =>
      Array.from({ length: 6 }, () => [[0, 2] as const, ...Array.from({ length: count }, () => 0.3)]).flat();
    expect(of(9, ...anywhere(9))).toBe(30);
    expect(of(0, ...anywhere(0))).toBeUndefined();
  });
});
