import { leavesOf, patternOf, type Path, replaced } from './leaf.js';

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
  /** The claim knows no numbers between those that were seen: moves go from one of them to another. */
  readonly listed: boolean;
}

/** The schema of a claim's instances, learned from instances: fast-check's arbitraries do not tell theirs. */
export class Landscape {
  private readonly coordinates = new Map<string, Coordinate>();

  /** @param recognises whether a value could have been made like the sample: asked about values between those that were seen */
  constructor(
    readonly sample: readonly unknown[],
    recognises: (value: unknown) => boolean = () => true,
  ) {
    const seen = new Map<string, { path: Path; values: Map<unknown, unknown> }>();
    for (const instance of sample) {
      for (const { path, value } of leavesOf(instance)) {
        const pattern = patternOf(path);
        const { values } = seen.get(pattern) ?? { values: new Map<unknown, unknown>() };
        seen.set(pattern, { path, values: values.set(value, instance) });
      }
    }
    for (const [pattern, { values }] of seen) {
      const pathIn = (instance: unknown, value: unknown): Path =>
        leavesOf(instance).find((leaf) => leaf.value === value && patternOf(leaf.path) === pattern)?.path ?? [];
      const known = (near: number, between: number): boolean => {
        const host = values.get(near);
        return recognises(replaced(host, pathIn(host, near), between));
      };
      this.coordinates.set(pattern, coordinateOf([...values.keys()], known));
    }
  }

  /** Undefined where no instance of the sample had anything. */
  at(path: Path): Coordinate | undefined {
    return this.coordinates.get(patternOf(path));
  }
}

/** Finest grid that is looked for. */
const FINEST = 1_000_000;
const DECADES = 50;
/** Numbers between seen ones that are asked about. */
const PROBES = 9;

function coordinateOf(values: readonly unknown[], known: (near: number, between: number) => boolean): Coordinate {
  const found = values.filter((value) => typeof value === 'number' && Number.isFinite(value)).map(Number);
  const numbers = [...Float64Array.from(found).sort()];
  const [least = NaN, most = NaN] = [numbers[0], numbers.at(-1)];
  const perUnit = perUnitOf(numbers);
  return {
    numbers,
    values,
    perUnit,
    logarithmic: least > 0 && most / least >= DECADES,
    listed: isListed(numbers, perUnit, known),
  };
}

/** Whether most numbers of the grid that lie between seen ones are unknown to the claim. */
function isListed(
  numbers: readonly number[],
  perUnit: number,
  known: (near: number, between: number) => boolean,
): boolean {
  const gaps = numbers.flatMap((near, i) => {
    const between = Math.round(((near + (numbers[i + 1] ?? near)) / 2) * perUnit) / perUnit;
    return between > near && between < (numbers[i + 1] ?? near) ? [{ near, between }] : [];
  });
  const probes = gaps.filter((_, i) => i % Math.ceil(gaps.length / PROBES) === 0);
  return 2 * probes.filter(({ near, between }) => known(near, between)).length < probes.length;
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
