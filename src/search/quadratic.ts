/** A quadratic around a centre: value + gradient·s + s'·hessian·s / 2, in steps s from there. */
export interface Quadratic {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Row by row, symmetric. */
  readonly hessian: Float64Array;
}

/** Keeps what too few points leave open small, the curvature first: relative to the diagonal, far above rounding. */
const SLIGHT = 1e-9;
const CURVED = 1e-6;

/**
 * The quadratic that fits values at points best, in least squares; with too few of them the flattest that does.
 *
 * @param steps of the points from the centre, in units of about 1. Undefined when the equations are singular.
 */
export function fitted(steps: readonly Float64Array[], values: readonly number[]): Quadratic | undefined {
  const n = steps[0]?.length ?? 0;
  const rows = steps.map(monomials);
  const order = rows[0]?.length ?? 0;
  const matrix = new Float64Array(order * order);
  const right = new Float64Array(order);
  rows.forEach((row, k) => {
    for (let i = 0; i < order; i++) {
      right[i] = (right[i] ?? NaN) + (row[i] ?? NaN) * (values[k] ?? NaN);
      for (let j = 0; j < order; j++)
        matrix[i * order + j] = (matrix[i * order + j] ?? NaN) + (row[i] ?? NaN) * (row[j] ?? NaN);
    }
  });
  for (let i = 0; i < order; i++)
    matrix[i * order + i] = (matrix[i * order + i] ?? NaN) + rows.length * (i > n ? CURVED : SLIGHT);
  const solution = solved(matrix, right);
  if (solution === undefined) return undefined;
  const hessian = new Float64Array(n * n);
  let next = n + 1;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = solution[next++] ?? NaN;
      hessian[i * n + j] = entry;
      hessian[j * n + i] = entry;
    }
  }
  return { value: solution[0] ?? NaN, gradient: solution.slice(1, n + 1), hessian };
}

/** 1, the steps, and their products: so that coefficients are value, gradient and the entries of the Hessian. */
function monomials(step: Float64Array): number[] {
  const row = [1, ...step];
  for (let i = 0; i < step.length; i++) {
    for (let j = 0; j <= i; j++) row.push((step[i] ?? NaN) * (step[j] ?? NaN) * (i === j ? 0.5 : 1));
  }
  return row;
}

export function valueAt({ value, gradient, hessian }: Quadratic, step: Float64Array): number {
  const n = step.length;
  let sum = value;
  for (let i = 0; i < n; i++) {
    sum += (gradient[i] ?? NaN) * (step[i] ?? NaN);
    for (let j = 0; j < n; j++) sum += ((hessian[i * n + j] ?? NaN) * (step[i] ?? NaN) * (step[j] ?? NaN)) / 2;
  }
  return sum;
}

/** Shifts of the Hessian that are tried, ever larger ones, and then between the last two. */
const SHIFTS = 40;
const HALVINGS = 40;
/** Lengths that are taken for 1. */
const SHORT = 0.95;
const LONG = 1.05;
/** What is added to the slope, as a part of the whole: a saddle's crest, where nothing says which way is down, is left. */
const ASKEW = 1e-6;

/**
 * The step of length at most 1 at which the quadratic is least, nearly. Undefined when it has no slope.
 *
 * Source: Moré and Sorensen 1983: the shift of the Hessian that makes the step as long as the radius, unless none is needed.
 */
export function leastWithin({ gradient, hessian }: Quadratic): Float64Array | undefined {
  const n = gradient.length;
  const slope = lengthOf(gradient);
  if (!(slope > 0 && slope < Infinity)) return undefined;
  const size = Math.max(slope, ...hessian.map(Math.abs));
  const askew = gradient.map((x, i) => x + (ASKEW * size) / (i + 1));
  /** Solved only where the shifted Hessian is positive definite, so that this is the least within its own length. */
  const shifted = (shift: number): Float64Array | undefined => {
    const step = solved(
      hessian.map((entry, i) => entry + (i % (n + 1) === 0 ? shift : 0)),
      (shift === 0 ? gradient : askew).map((x) => -x),
    );
    return step !== undefined && lengthOf(step) <= LONG ? step : undefined;
  };
  let [low, high] = [0, 0];
  let step = shifted(0);
  if (step !== undefined) return step;
  for (let k = 0; k < SHIFTS && step === undefined; k++) {
    [low, high] = [high, high === 0 ? 1e-3 * size : 1.5 * high];
    step = shifted(high);
  }
  for (let k = 0; k < HALVINGS && step !== undefined && lengthOf(step) < SHORT; k++) {
    const middle = (low + high) / 2;
    const longer = shifted(middle);
    if (longer === undefined) low = middle;
    else [high, step] = [middle, longer];
  }
  return step ?? gradient.map((x) => -x / slope);
}

export function lengthOf(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
}

/** Solves a symmetric system by Cholesky's factor; undefined unless the matrix is positive definite. */
function solved(matrix: Float64Array, right: Float64Array): Float64Array | undefined {
  const n = right.length;
  const factor = new Float64Array(matrix);
  const entry = (i: number, j: number): number => factor[i * n + j] ?? NaN;
  for (let j = 0; j < n; j++) {
    let pivot = entry(j, j);
    for (let k = 0; k < j; k++) pivot -= entry(j, k) * entry(j, k);
    if (!(pivot > 0)) return undefined;
    const root = Math.sqrt(pivot);
    factor[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = entry(i, j);
      for (let k = 0; k < j; k++) sum -= entry(i, k) * entry(j, k);
      factor[i * n + j] = sum / root;
    }
  }
  const solution = new Float64Array(right);
  for (let i = 0; i < n; i++) {
    let sum = solution[i] ?? NaN;
    for (let k = 0; k < i; k++) sum -= entry(i, k) * (solution[k] ?? NaN);
    solution[i] = sum / entry(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = solution[i] ?? NaN;
    for (let k = i + 1; k < n; k++) sum -= entry(k, i) * (solution[k] ?? NaN);
    solution[i] = sum / entry(i, i);
  }
  return solution;
}
