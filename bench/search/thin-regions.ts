import fc from 'fast-check';
import { geometric, grid, whole } from '../../properties/arbitraries.js';
import { always, type Planted } from './planted.js';

/** Euclidean distance of a record of numbers from a centre with the same fields. */
function distance(point: Readonly<Record<string, number>>, centre: Readonly<Record<string, number>>): number {
  return Math.sqrt(Object.entries(centre).reduce((sum, [name, c]) => sum + ((point[name] ?? NaN) - c) ** 2, 0));
}

const hundredths = grid(0, 10, 0.01);

function disc(): Planted {
  const subject = always(fc.record({ a: hundredths, b: hundredths }), (at) => ({
    outside: distance(at, { a: 7.31, b: 2.64 }) - 0.03,
  }));
  return { name: 'a disc, 3e-5 of a square', fault: 'thin region', dimensions: 2, subject };
}

function box(): Planted {
  const side = grid(-10, 10, 0.05);
  const subject = always(fc.record({ a: side, b: side, c: side }), ({ a, b, c }) => ({
    outside: Math.max(Math.abs(a - 3.2), Math.abs(b + 7.1), Math.abs(c - 0.9)) - 0.22,
  }));
  return { name: 'a box, 1e-5 of a cube', fault: 'thin region', dimensions: 3, subject };
}

function ball(): Planted {
  const side = grid(-1, 1, 0.01);
  const subject = always(fc.record({ a: side, b: side, c: side, d: side }), (at) => ({
    outside: distance(at, { a: 0.31, b: -0.57, c: 0.72, d: -0.23 }) - 0.06,
  }));
  return { name: 'a ball, 4e-6 of four dimensions', fault: 'thin region', dimensions: 4, subject };
}

function sixDimensions(): Planted {
  const side = whole(0, 100);
  const given = fc.record({ a: side, b: side, c: side, d: side, e: side, f: side });
  const subject = always(given, (at) => ({ outside: distance(at, { a: 43, b: 71, c: 28, d: 66, e: 37, f: 81 }) - 9 }));
  return { name: 'a ball, 3e-6 of six dimensions', fault: 'thin region', dimensions: 6, subject };
}

/** Descent by one coordinate at a time creeps along it. */
function curvedValley(): Planted {
  const subject = always(fc.record({ x: grid(-2, 2, 0.002), y: grid(-1, 3, 0.002) }), ({ x, y }) => ({
    above: 100 * (y - x * x) * (y - x * x) + (1.3 - x) * (1.3 - x) - 0.001,
  }));
  return { name: 'the end of a curved valley', fault: 'thin region', dimensions: 2, subject };
}

/** Three numbers must move together. */
function ridge(): Planted {
  const side = whole(0, 300);
  const subject = always(fc.record({ a: side, b: side, c: side }), ({ a, b, c }) => ({
    'off the ridge': 10 * (Math.abs(a - b) + Math.abs(b - c)) + Math.abs(a + b + c - 669) - 6,
  }));
  return { name: 'a place on a diagonal ridge', fault: 'thin region', dimensions: 3, subject };
}

function shape(): Planted {
  const given = fc.record({
    points: geometric(2, 4000, 200),
    width: geometric(1, 100_000, 200),
    depth: geometric(1, 10_000, 200),
  });
  const subject = always(given, ({ points, width, depth }) => ({
    'width over points': Math.max(Math.abs(width / points - 3.7) - 0.08, Math.abs(depth / points - 0.61) - 0.012),
  }));
  return { name: 'a ratio of sizes over decades', fault: 'thin region', dimensions: 3, subject };
}

function list(): Planted {
  const subject = always(fc.record({ norms: fc.array(whole(1, 200), { minLength: 2, maxLength: 8 }) }), ({ norms }) => {
    const [most, sum] = [Math.max(...norms), norms.reduce((a, b) => a + b, 0)];
    return { 'one outweighs the rest, or few': norms.length < 5 ? 1 : (sum - most) / most - 0.036 };
  });
  return { name: 'one of five or more outweighs the rest', fault: 'thin region', dimensions: 6, subject };
}

/** The clause that fails has margins a million times those of the other, which comes nearer to 0. */
function units(): Planted {
  const side = whole(0, 400);
  const subject = always(fc.record({ a: side, b: side, c: side, d: side, e: side }), (at) => ({
    small: 1e-3 + 1e-6 * Math.abs(at.a - at.b),
    large: 1e6 * (distance(at, { a: 311, b: 122, c: 287, d: 93, e: 214 }) - 22),
  }));
  return { name: 'a clause in other units', fault: 'thin region', dimensions: 5, subject };
}

/** Most of the square slopes towards a place where the claim holds. */
function trap(): Planted {
  const subject = always(fc.record({ a: hundredths, b: hundredths }), (at) => ({
    outside: Math.min(distance(at, { a: 2.5, b: 2.5 }) + 0.5, 12 * (distance(at, { a: 8.2, b: 7.7 }) - 0.02)),
  }));
  return { name: 'a small basin beside a large one', fault: 'thin region', dimensions: 2, subject };
}

/** Violated in a small part of the domain, with a slope towards it. */
export const thinRegions: readonly Planted[] = [
  disc(),
  box(),
  ball(),
  sixDimensions(),
  curvedValley(),
  ridge(),
  shape(),
  list(),
  units(),
  trap(),
];
