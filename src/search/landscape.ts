import { leavesOf, patternOf, type Path } from './leaf.js';

/** What is known of one coordinate of the instances: the values that a sample of them had there. */
export interface Coordinate {
  /** Distinct numbers, ascending; empty for a coordinate of texts or flags. */
  readonly numbers: readonly number[];
  /** Every distinct value. */
  readonly values: readonly unknown[];
  /** Steps of the grid that the numbers lie on, in a unit: 100 for hundredths, 1 for whole numbers or none. */
  readonly perUnit: number;
  /** Positive numbers over two decades or more: moves are factors, not differences. */
  readonly logarithmic: boolean;
}

/** The schema of a claim's instances, learned from instances: fast-check's arbitraries do not tell theirs. */
export class Landscape {
  private readonly coordinates = new Map<string, Coordinate>();

  constructor(readonly sample: readonly unknown[]) {
    const seen = new Map<string, Set<unknown>>();
    for (const instance of sample) {
      for (const { path, value } of leavesOf(instance)) {
        const pattern = patternOf(path);
        const values = seen.get(pattern) ?? new Set();
        seen.set(pattern, values.add(value));
      }
    }
    for (const [pattern, values] of seen) this.coordinates.set(pattern, coordinateOf([...values]));
  }

  /** Undefined where no instance of the sample had anything. */
  at(path: Path): Coordinate | undefined {
    return this.coordinates.get(patternOf(path));
  }
}

/** Finest grid that is looked for. */
const FINEST = 1_000_000;
const DECADES = 50;

function coordinateOf(values: readonly unknown[]): Coordinate {
  const numbers = values.filter((value) => typeof value === 'number' && Number.isFinite(value)).map(Number);
  const ascending = Float64Array.from(numbers).sort();
  const [least = NaN, most = NaN] = [ascending[0], ascending.at(-1)];
  return {
    numbers: [...ascending],
    values,
    perUnit: perUnitOf(numbers),
    logarithmic: least > 0 && most / least >= DECADES,
  };
}

function perUnitOf(numbers: readonly number[]): number {
  for (let perUnit = 1; perUnit <= FINEST; perUnit *= 10) {
    for (const finer of [1, 2, 5]) {
      const steps = perUnit * finer;
      if (numbers.every((x) => Math.round(x * steps) / steps === x)) return steps;
    }
  }
  return 1;
}
