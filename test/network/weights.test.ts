import { describe, expect, test } from 'vitest';
import type { Weights } from '../../src/linalg/matrix.js';
import { parseWeightLaw, weightLawSpellings } from '../../src/network/parse-weight-law.js';
import { sparse } from '../../src/network/sparse.js';
import type { WeightLaw } from '../../src/network/weight-law.js';
import { cauchy, gaussian, orthogonal, rademacher, studentT, uniform } from '../../src/network/weights.js';
import { rootKey } from '../../src/random/key.js';
import { boundedMeanRefutes, chiSquareRefutes, countRefutes } from '../random/levels.js';

const key = rootKey('weights');
const NEURONS = 400;
const INPUTS = 400;
const ENTRIES = NEURONS * INPUTS;

/** The entries brought back to variance (or scale) 1. */
const standard = ({ values, cols }: Weights): Float64Array => values.map((x) => x * Math.sqrt(cols));
const sumOf = (entries: Float64Array, f: (x: number) => number): number => {
  let sum = 0;
  for (const x of entries) sum += f(x);
  return sum;
};
const count = (entries: Float64Array, holds: (x: number) => boolean): number =>
  sumOf(entries, (x) => (holds(x) ? 1 : 0));

/** A statement of what a law is, as a check that refutes other laws at level 1e-9 for each of the bounds in it. */
type Refutes = (w: Weights) => boolean;

/** The sum is N(0, n): its square over n is a chi-square with 1 degree; the squares add up to one with n. */
const notGaussian = (entries: Float64Array): boolean =>
  chiSquareRefutes(sumOf(entries, (x) => x) ** 2 / entries.length, 1) ||
  chiSquareRefutes(
    sumOf(entries, (x) => x * x),
    entries.length,
  ) ||
  countRefutes(
    count(entries, (x) => Math.abs(x) < 0.6744897501960817), // the median of |N(0, 1)|
    entries.length,
    0.5,
  );

const refutes: Record<string, Refutes> = {
  gaussian: (w) => notGaussian(standard(w)),
  // 1 / sqrt(400) and its product with 20 are off by two roundings.
  rademacher: (w) =>
    standard(w).some((x) => !(Math.abs(Math.abs(x) - 1) <= 2 ** -52)) ||
    countRefutes(
      count(standard(w), (x) => x > 0),
      ENTRIES,
      0.5,
    ),
  uniform: (w) => {
    const places = standard(w).map((x) => 0.5 + x / Math.sqrt(12)); // uniform on [0, 1)
    return (
      places.some((u) => !(u >= -1e-15 && u <= 1 + 1e-15)) ||
      boundedMeanRefutes(sumOf(places, (u) => u) / ENTRIES, ENTRIES, 1 / 2, 0, 1) ||
      boundedMeanRefutes(sumOf(places, (u) => u * u) / ENTRIES, ENTRIES, 1 / 3, 0, 1) ||
      countRefutes(
        count(places, (u) => u < 0.25),
        ENTRIES,
        0.25,
      )
    );
  },
  'sparse(0.05)': (w) => {
    const present = standard(w)
      .filter((x) => x !== 0)
      .map((x) => x * Math.sqrt(0.05));
    return countRefutes(present.length, ENTRIES, 0.05) || notGaussian(present);
  },
};

/** Quantiles at 0.75, 0.9, 0.99, 0.999 of Student's t: roots of 1 - I(nu / (nu + t²); nu / 2, 1/2) / 2 by mpmath, 17 digits. */
const quantiles: Record<string, readonly [nu: number, ...edges: number[]]> = {
  'student-t(0.5)': [0.5, 1.5537739740300374, 10.270324410234512, 1028.49101047162, 102849.11563017537],
  cauchy: [1, 1, 3.077683537175254, 31.82051595377393, 318.30883898555015],
  'student-t(2.5)': [2.5, 0.7850136829923011, 1.7302509288071768, 5.3531111730308725, 13.82219311086596],
  'student-t(5)': [5, 0.7266868438004227, 1.4758840488244813, 3.364929998907218, 5.893429531356009],
};

function notStudent(w: Weights, name: string): boolean {
  const [nu = NaN, ...edges] = quantiles[name] ?? [];
  const scale = nu > 2 ? Math.sqrt(nu / (nu - 2)) : 1;
  const entries = standard(w).map((x) => x * scale);
  const above = [0.25, 0.1, 0.01, 0.001];
  return edges.some(
    (edge, i) =>
      countRefutes(
        count(entries, (x) => x > edge),
        entries.length,
        above[i] ?? NaN,
        8,
      ) ||
      countRefutes(
        count(entries, (x) => x < -edge),
        entries.length,
        above[i] ?? NaN,
        8,
      ),
  );
}
for (const name of Object.keys(quantiles)) refutes[name] = (w) => notStudent(w, name);

const laws = [gaussian, rademacher, uniform, sparse(0.05), studentT(0.5), cauchy, studentT(2.5), studentT(5)];
/** The same law with every entry times a factor. */
const times = ({ values, ...w }: Weights, factor: number): Weights => ({ ...w, values: values.map((x) => x * factor) });

describe('independent entries', () => {
  test.each(laws)('$name has the law that its name says', (law) => {
    expect((refutes[law.name] ?? (() => true))(law.draw(key, NEURONS, INPUTS))).toBe(false);
  });

  test.each(laws)(
    '$name with variance 1 / inputs², or with entries too large by 6 % (sparse: 10 %, heavy tails: 15 %), is refuted',
    (law) => {
      const refuted = refutes[law.name] ?? (() => false);
      const w = law.draw(key, NEURONS, INPUTS);
      expect(refuted(times(w, 1 / Math.sqrt(INPUTS)))).toBe(true);
      const few = law.name.startsWith('sparse'); // 8000 entries show 6 % with a power of 4 in 5 only
      expect(refuted(times(w, law.name in quantiles ? 1.15 : few ? 1.1 : 1.06))).toBe(true);
      expect(refuted(times(w, NaN))).toBe(true);
    },
  );

  test('a sparse law without its 1 / sqrt p, and one with 6 % of the entries, are refuted', () => {
    const refuted = refutes['sparse(0.05)'] ?? (() => false);
    expect(refuted(times(sparse(0.05).draw(key, NEURONS, INPUTS), Math.sqrt(0.05)))).toBe(true);
    expect(refuted(sparse(0.06).draw(key, NEURONS, INPUTS))).toBe(true);
  });

  test('no law passes for another', () => {
    for (const drawn of laws) {
      const w = drawn.draw(key, NEURONS, INPUTS);
      const credible = laws.filter((law) => refutes[law.name]?.(w) === false);
      expect(credible.map((law) => law.name)).toEqual([drawn.name]);
    }
  });

  test('variance is declared where it exists', () => {
    expect(laws.filter((law) => !law.scaled).map((law) => law.name)).toEqual(['student-t(0.5)', 'cauchy']);
    expect(studentT(2).scaled).toBe(false);
  });

  test('sparse(1) is gaussian in law and sparse(p) is exactly zero elsewhere', () => {
    expect(notGaussian(standard(sparse(1).draw(key, NEURONS, INPUTS)))).toBe(false);
    const zeros = sparse(0.05)
      .draw(key, NEURONS, INPUTS)
      .values.filter((x) => x === 0);
    expect(countRefutes(zeros.length, ENTRIES, 0.95)).toBe(false);
  });
});

describe('every law', () => {
  const all: readonly WeightLaw[] = [...laws, orthogonal];

  test.each(all)('$name is a function of the key and the shape', (law) => {
    const draw = (seed: string): readonly number[] => [...law.draw(rootKey(seed), 6, 9).values];
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(law.draw(key, 6, 9)).toMatchObject({ rows: 6, cols: 9 });
  });

  test.each(all)('$name refuses an empty layer', (law) => {
    expect(() => law.draw(key, 0, 3)).toThrow('need at least one neuron and one input; came 0×3.');
    expect(() => law.draw(key, 2, 1.5)).toThrow(RangeError);
  });

  test('parseWeightLaw reads back every name', () => {
    for (const law of all) expect(parseWeightLaw(law.name).name).toBe(law.name);
    for (const { example } of weightLawSpellings) expect(parseWeightLaw(example).name).toBe(example);
  });

  test('parseWeightLaw says what it needs and what came', () => {
    expect(() => parseWeightLaw('guassian')).toThrow(
      new RangeError(
        'parseWeightLaw: needs one of gaussian, rademacher, uniform, orthogonal, sparse(0.05), student-t(3), cauchy, ' +
          "with any number where one stands; came 'guassian'. Write one of these.",
      ),
    );
    expect(() => parseWeightLaw('sparse(2)')).toThrow(
      new RangeError('sparse: needs a probability in (0, 1]; came 2. Try sparse(0.05).'),
    );
    expect(() => parseWeightLaw('student-t(0)')).toThrow(
      new RangeError('student-t: needs degrees of freedom in [0.1, ∞); came 0. Try student-t(3).'),
    );
  });
});
