import fc from 'fast-check';

/** Integers of [min, max], every one reachable. Biased towards the ends unless fc.noBias says otherwise; shrinks to min. */
export function whole(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

/**
 * Multiples of `step` in [min, max], shrinking towards min.
 *
 * A grid, because fc.double is uniform over bit patterns: most of its draws from [0, 10] lie below 1e-100. Divides by the
 * number of steps in a unit, so that 0.1 comes out as 0.1.
 */
export function grid(min: number, max: number, step: number): fc.Arbitrary<number> {
  const perUnit = Math.round(1 / step);
  return fc.integer({ min: Math.round(min * perUnit), max: Math.round(max * perUnit) }).map(
    (k) => k / perUnit,
    // 0.57 * 100 is not 57: the nearest step counts, when it is the number.
    numeric((x) => (Math.round(x * perUnit) / perUnit === x ? Math.round(x * perUnit) : NaN)),
  );
}

/** The integers nearest to a geometric progression from min to max in so many steps, each equally likely: uniform in the logarithm. */
export function geometric(min: number, max: number, steps: number): fc.Arbitrary<number> {
  const values = Array.from({ length: steps + 1 }, (_, k) => Math.round(min * (max / min) ** (k / steps)));
  return fc.integer({ min: 0, max: steps }).map(
    (k) => values[k] ?? min,
    numeric((x) => (values.includes(x) ? values.indexOf(x) : NaN)),
  );
}

/**
 * The same values, the k-th of n in proportion to n + 1 - k: about the smaller of two draws of `geometric`.
 *
 * For sizes of networks: what needs many points or neurons fails at the smallest, and these cost least.
 */
export function mostlySmall(min: number, max: number, steps: number): fc.Arbitrary<number> {
  const values = Array.from({ length: steps + 1 }, (_, k) => Math.round(min * (max / min) ** (k / steps)));
  // In order, so that shrinking ends at the smallest.
  const weighted = values.flatMap((value, k) => Array<number>(steps + 1 - k).fill(value));
  return fc.integer({ min: 0, max: weighted.length - 1 }).map(
    (k) => weighted[k] ?? min,
    numeric((x) => (weighted.includes(x) ? weighted.indexOf(x) : NaN)),
  );
}

/** Sizes from min to max: half of them uniform among the first ten, where formulas have their corners, half spread by logarithm. */
export function sizes(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(whole(min, min + 9), geometric(min, max, 60));
}

/** A seed of weights or data. Neither biased nor shrunk: it stands for "every draw", and small seeds are not simpler. */
export function seeds(): fc.Arbitrary<number> {
  return fc.noShrink(fc.noBias(fc.nat(0xffffffff)));
}

/** Inverse of a map from integers, for values that are read back from a file and must shrink again. */
function numeric(inverse: (x: number) => number): (x: unknown) => number {
  return (x) => {
    const k = typeof x === 'number' ? inverse(x) : NaN;
    if (!Number.isInteger(k)) throw new RangeError('not a value of this arbitrary');
    return k;
  };
}
