import { expect, test } from 'vitest';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { simplified } from '../../src/search/simplest.js';

/** What is asked about, one after the other, and what is left: of instances that are known from those seen. */
function course(start: unknown, seen: readonly unknown[], bad: (instance: unknown) => boolean, budget = 1000) {
  const asked: string[] = [];
  const landscape = new Landscape(seen, () => true);
  const { instance } = simplified(
    start,
    landscape,
    (candidate) => {
      asked.push(JSON.stringify(candidate).replaceAll('"', ''));
      return bad(candidate);
    },
    budget,
  );
  return { asked: asked.join(' '), left: instance };
}

const x = (instance: unknown, name: string | number = 'x'): number => Number(at(instance, [name]));
const seenAt = (...values: readonly unknown[]): readonly unknown[] => values.map((value) => ({ x: value }));
const text = (instance: unknown, name: string): string => String(at(instance, [name]));
const sum = (instance: unknown): number => x(instance, 'a') + x(instance, 'b');
const corners = (a: number, b: number): readonly unknown[] => [
  { a: 0, b: 0 },
  { a, b },
];

test.each<[string, () => ReturnType<typeof course>, string, unknown]>([
  [
    'of numbers seen the nearest to 0, then by bisection, then six steps one by one',
    () => course({ x: 20 }, seenAt(0, 30), (i) => x(i) >= 13),
    '{x:0} {x:10} {x:15} {x:12} {x:13} {x:11} {x:9} {x:8} {x:7} {x:6}',
    { x: 13 },
  ],
  [
    'negative numbers likewise',
    () => course({ x: -20 }, seenAt(0, -30), (i) => x(i) <= -13),
    '{x:0} {x:-10} {x:-15} {x:-12} {x:-13} {x:-11} {x:-9} {x:-8} {x:-7} {x:-6}',
    { x: -13 },
  ],
  [
    'the nearest to 0 of both signs, unless its text is longer',
    () => course({ x: 40 }, seenAt(-31, -1, 2, 40), (i) => Math.abs(x(i)) >= 30),
    '{x:-1} {x:2} {x:21} {x:30} {x:25} {x:27} {x:28} {x:29} {x:26} {x:24} {x:16} {x:23}',
    { x: 30 },
  ],
  [
    'the six steps again from each that is taken',
    () => course({ x: 21 }, seenAt(0, 30), (i) => x(i) % 2 === 1 && x(i) >= 7),
    '{x:0} {x:10} {x:15} {x:12} {x:13} {x:11} {x:9} {x:8} {x:7} {x:6} {x:5} {x:4} {x:3} {x:2} {x:1}',
    { x: 7 },
  ],
  [
    'whole numbers before tenths',
    () => course({ x: 2.4 }, seenAt(0, 0.1, 3), (i) => x(i) >= 1.35),
    '{x:0} {x:0.1} {x:3} {x:1} {x:2}',
    { x: 2 },
  ],
  [
    'of more than sixteen numbers the nearest sixteen and then ever farther ones',
    () => course({ x: 40 }, seenAt(...Array.from({ length: 40 }, (_, i) => i + 1)), (i) => x(i) >= 37, 19),
    `${Array.from({ length: 17 }, (_, i) => `{x:${i + 1}}`).join(' ')} {x:33} {x:36}`,
    { x: 40 },
  ],
  [
    'texts, shortest first',
    () => course({ x: 'long' }, seenAt('bb', 'ccc', 'a'), (i) => text(i, 'x').length >= 2),
    '{x:a} {x:bb}',
    { x: 'bb' },
  ],
  [
    'lists from their end',
    () => course({ x: [1, 2, 3] }, seenAt([0, 1, 2, 3]), (i) => JSON.stringify(i).includes('2')),
    '{x:[1,2]} {x:[1]} {x:[2]} {x:[0]} {x:[]}',
    { x: [2] },
  ],
  [
    'points before width, width before the rest',
    () =>
      course(
        { other: 1, width: 1, points: 1 },
        [
          { other: 0, width: 0, points: 0 },
          { other: 1, width: 1, points: 1 },
        ],
        () => false,
      ),
    '{other:1,width:1,points:0} {other:1,width:0,points:1} {other:0,width:1,points:1} {other:1,width:0,points:0} {other:0,width:1,points:0} {other:0,width:0,points:1}',
    { other: 1, width: 1, points: 1 },
  ],
  [
    'two numbers at once where one alone leads nowhere: the other at its ends, then by as much up or down',
    () => course({ a: 2, b: 2 }, corners(3, 3), (i) => sum(i) === 4),
    '{a:0,b:2} {a:1,b:2} {a:2,b:0} {a:2,b:1} {a:0,b:0} {a:0,b:3} {a:1,b:0} {a:1,b:3} {a:1,b:1} {a:3,b:0}',
    { a: 1, b: 3 },
  ],
  [
    'two numbers of which one is negative',
    () => course({ a: -2, b: 2 }, corners(-3, 3), (i) => x(i, 'b') - x(i, 'a') === 4),
    '{a:0,b:2} {a:-1,b:2} {a:-2,b:0} {a:-2,b:1} {a:0,b:0} {a:0,b:3} {a:-1,b:0} {a:-1,b:3} {a:-1,b:1} {a:-3,b:0}',
    { a: -1, b: 3 },
  ],
  [
    'two numbers that must be equal',
    () => course({ a: [3, 3] }, [{ a: [0, 4] }], (i) => /\[(\d),\1\]/.test(JSON.stringify(i))),
    '{a:[3]} {a:[0,3]} {a:[1,3]} {a:[2,3]} {a:[3,0]} {a:[3,1]} {a:[3,2]} {a:[0,0]} {a:[0]}',
    { a: [0, 0] },
  ],
  [
    'numbers beside a text, which nothing is traded with',
    () =>
      course(
        { a: 3, t: 'uu' },
        [
          { a: 0, t: 'uu' },
          { a: 4, t: 'v' },
        ],
        (i) => x(i, 'a') + text(i, 't').length === 5,
      ),
    '{a:0,t:uu} {a:1,t:uu} {a:2,t:uu} {a:3,t:v}',
    { a: 3, t: 'uu' },
  ],
  [
    'nothing of what no instance had',
    () => course({ x: 3, y: 2 }, seenAt(0, 5), (i) => x(i) >= 2),
    '{x:0,y:2} {x:1,y:2} {x:2,y:2}',
    { x: 2, y: 2 },
  ],
  [
    'as much as the budget allows',
    () => course({ x: 20 }, seenAt(0, 30), (i) => x(i) >= 13, 3),
    '{x:0} {x:10} {x:15}',
    { x: 15 },
  ],
  [
    'two numbers at once also where a text comes first',
    () =>
      course(
        { t: 'u', a: 2, b: 2 },
        [
          { t: 'u', a: 0, b: 0 },
          { t: 'u', a: 3, b: 3 },
        ],
        (i) => sum(i) === 4,
      ),
    '{t:u,a:0,b:2} {t:u,a:1,b:2} {t:u,a:2,b:0} {t:u,a:2,b:1} {t:u,a:0,b:0} {t:u,a:0,b:3} {t:u,a:1,b:0} {t:u,a:1,b:3} {t:u,a:1,b:1} {t:u,a:3,b:0}',
    { t: 'u', a: 1, b: 3 },
  ],
  [
    'a step up from 0 where that makes room for the other number',
    () =>
      course(
        { a: 0, b: 4 },
        [...corners(1, 4), { a: -1, b: 0 }],
        (i) => sum(i) === 4 * (1 - x(i, 'a')) + x(i, 'a') && x(i, 'a') >= 0,
      ),
    '{a:0,b:0} {a:0,b:2} {a:0,b:3} {a:0,b:1} {a:1,b:0}',
    { a: 1, b: 0 },
  ],
  [
    'tenths where no whole number will do, on a grid of thousandths',
    () => course({ x: 0.95 }, seenAt(0, 0.001, 0.95), (i) => x(i) >= 0.45 && x(i) < 1),
    '{x:0} {x:0.4} {x:0.6} {x:0.5} {x:0.2} {x:0.3}',
    { x: 0.5 },
  ],
  [
    'the nearest to 0 first, whatever its sign',
    () => course({ x: -30 }, seenAt(-30, -20, 10), (i) => x(i) <= -20 || x(i) === 10),
    '{x:10} {x:9} {x:8} {x:7} {x:6} {x:5} {x:4}',
    { x: 10 },
  ],
  [
    'of two equally far from 0 the positive',
    () => course({ x: -3 }, seenAt(-3, 0, 3), (i) => Math.abs(x(i)) === 3),
    '{x:0} {x:3} {x:1} {x:2}',
    { x: 3 },
  ],
  [
    'nothing nearer to 0 than a number that was refused, when it rounds to whole ones',
    () => course({ x: 1.4 }, seenAt(0.5, 1.4, -3), (i) => x(i) >= 0.8),
    '{x:0.5} {x:0.9} {x:0.7} {x:0.8} {x:0.6} {x:0.4} {x:0.3} {x:0.2} {x:-3} {x:-1} {x:0}',
    { x: 0.8 },
  ],
  [
    'likewise of negative ones',
    () => course({ x: -1.4 }, seenAt(-0.5, -1.4, 3), (i) => x(i) <= -0.8),
    '{x:-0.5} {x:-0.9} {x:-0.7} {x:-0.8} {x:-0.6} {x:-0.4} {x:-0.3} {x:-0.2} {x:3} {x:1} {x:0} {x:1.1} {x:0.1}',
    { x: -0.8 },
  ],
  [
    'the farthest number that was seen, where that makes room for fewer points',
    () =>
      course(
        { points: 2, b: 2 },
        [
          { points: 1, b: 0 },
          { points: 2, b: 2 },
          { points: 3, b: 5 },
        ],
        (i) => x(i, 'points') === 1 && x(i, 'b') === 5,
      ),
    '{points:1,b:2} {points:2,b:0} {points:2,b:1} {points:1,b:0} {points:1,b:5} {points:1,b:3} {points:1,b:4} {points:1,b:1}',
    { points: 1, b: 5 },
  ],
])('simplifying tries %s', (_, found, asked, left) => {
  expect(found()).toEqual({ asked, left });
});
