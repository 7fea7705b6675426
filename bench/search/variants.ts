import fc from 'fast-check';
import { grid } from '../../properties/arbitraries.js';
import { always, type Planted } from './planted.js';

// Falsehoods of the kinds that are hardest for the search, in other dimensions, turned, and of other shapes: the strategies were
// made with the first of each kind in view, so these show whether they learned the kind or the instance.

/** A valley whose floor bends like a cubic, and with another width. */
function cubicValley(): Planted {
  const subject = always(fc.record({ x: grid(-2, 2, 0.002), y: grid(-8, 8, 0.005) }), ({ x, y }) => ({
    above: 40 * (y - x * x * x) * (y - x * x * x) + (1.4 + x) * (1.4 + x) - 0.004,
  }));
  return { name: 'the end of a cubic valley', fault: 'thin region', dimensions: 2, subject };
}

/** A parabolic valley, turned so that no number runs along it. */
function turnedValley(): Planted {
  const side = grid(-3, 3, 0.002);
  const subject = always(fc.record({ a: side, b: side }), ({ a, b }) => {
    const [x, y] = [0.8 * a + 0.6 * b, 0.8 * b - 0.6 * a];
    return { above: 60 * (y - 0.7 * x * x) * (y - 0.7 * x * x) + (1.2 - x) * (1.2 - x) - 0.003 };
  });
  return { name: 'the end of a turned valley', fault: 'thin region', dimensions: 2, subject };
}

/** A valley that bends in two planes: three numbers. */
function deepValley(): Planted {
  const given = fc.record({ x: grid(-2, 2, 0.01), y: grid(-1, 3, 0.01), z: grid(-1, 5, 0.01) });
  const subject = always(given, ({ x, y, z }) => ({
    above: 20 * (y - x * x) * (y - x * x) + 20 * (z - y * y) * (z - y * y) + (1.2 - x) * (1.2 - x) - 0.02,
  }));
  return { name: 'the end of a valley in space', fault: 'thin region', dimensions: 3, subject };
}

/** Three basins; only the smallest is false. */
function threeBasins(): Planted {
  const side = grid(0, 10, 0.01);
  const from = (at: Readonly<Record<'a' | 'b', number>>, a: number, b: number): number =>
    Math.sqrt((at.a - a) ** 2 + (at.b - b) ** 2);
  const subject = always(fc.record({ a: side, b: side }), (at) => ({
    outside: Math.min(from(at, 7, 2) + 0.4, 1.5 * from(at, 6, 8) + 0.6, 9 * (from(at, 1.6, 7.1) - 0.025)),
  }));
  return { name: 'the smallest of three basins', fault: 'thin region', dimensions: 2, subject };
}

/** A small basin beside a large one, of three numbers and smooth. */
function smoothBasin(): Planted {
  const side = grid(-1, 1, 0.01);
  const square = (at: Readonly<Record<'a' | 'b' | 'c', number>>, p: number, q: number, r: number): number =>
    (at.a - p) ** 2 + (at.b - q) ** 2 + (at.c - r) ** 2;
  const subject = always(fc.record({ a: side, b: side, c: side }), (at) => ({
    outside: Math.min(square(at, -0.5, -0.4, 0.1) + 0.1, 9 * (square(at, 0.6, 0.5, -0.5) - 0.0012)),
  }));
  return { name: 'a small smooth basin in space', fault: 'thin region', dimensions: 3, subject };
}

export const variants: readonly Planted[] = [cubicValley(), turnedValley(), deepValley(), threeBasins(), smoothBasin()];
