import { log } from '../portable/log.js';

/** Largest distance between the empirical distribution functions of two samples. NaN values make it NaN. */
export function ksDistance(a: readonly number[], b: readonly number[]): number {
  if (a.some(Number.isNaN) || b.some(Number.isNaN)) return NaN;
  const [first, second] = [Float64Array.from(a).sort(), Float64Array.from(b).sort()];
  let [i, j, largest] = [0, 0, 0];
  for (const x of Float64Array.from([...a, ...b]).sort()) {
    while ((first[i] ?? NaN) <= x) i += 1;
    while ((second[j] ?? NaN) <= x) j += 1;
    largest = Math.max(largest, Math.abs(i / first.length - j / second.length));
  }
  return largest;
}

/**
 * The distance that two samples of `size` each, of one law, exceed with probability at most `level`: sqrt(ln(2/level) / size).
 *
 * Not asymptotic, and valid for laws with atoms. Range: size >= 458, where the constant 2 is proved.
 * Source: Wei and Dudley 2012, "Two-sample Dvoretzky-Kiefer-Wolfowitz inequalities", Theorem 1(b). @throws RangeError below 458
 */
export function ksCritical(size: number, level: number): number {
  if (size < 458) throw new RangeError(`ksCritical: needs samples of at least 458 each; came ${size}.`);
  return Math.sqrt(log(2 / level) / size);
}

/** Largest distance between the empirical distribution function of a sample and that of a continuous law. NaN values make it NaN. */
export function ksDistanceToLaw(sample: readonly number[], cdf: (x: number) => number): number {
  if (sample.some(Number.isNaN)) return NaN;
  const sorted = Float64Array.from(sample).sort();
  const size = sorted.length;
  return sorted.reduce((largest, x, i) => {
    const height = cdf(x);
    return Math.max(largest, height - i / size, (i + 1) / size - height);
  }, 0);
}

/**
 * The distance of a sample's distribution function to the law's that is exceeded with probability at most `level`:
 * sqrt(ln(2/level) / (2 size)), at every size and for every law.
 *
 * Source: Massart 1990, "The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality".
 */
export function ksCriticalToLaw(size: number, level: number): number {
  return Math.sqrt(log(2 / level) / (2 * size));
}
