import { type Batch, build } from '../../src/linalg/matrix.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { softRankDominates } from './soft-rank-dominates-stable-rank.js';

/** A batch by its rows, one a neuron, and a residual branch H + gWH that is 2^-halvings / d strong. */
export interface WeakBranch {
  readonly rows: readonly (readonly number[])[];
  readonly halvings: number;
}

/** g. */
function strengthOf({ rows, halvings }: WeakBranch): number {
  let strength = 1 / rows.length;
  for (let k = 0; k < halvings; k++) strength /= 2;
  return strength;
}

/** Traces of M = HH'/n and its powers, and the squares of the diagonal of M^2. */
export interface FourthMoments {
  readonly square: number;
  readonly cube: number;
  readonly diagonals: number;
}

/** These of the batch that leaves a layer. */
export function momentsOf({ rows, cols, values }: Batch): FourthMoments {
  const m = build(rows, rows, (i, j) => {
    let sum = 0;
    for (let k = 0; k < cols; k++) sum += (values[i * cols + k] ?? NaN) * (values[j * cols + k] ?? NaN);
    return sum / cols;
  });
  let [square, cube, diagonals] = [0, 0, 0];
  for (let i = 0; i < rows; i++) {
    let own = 0;
    for (let j = 0; j < rows; j++) {
      let twice = 0;
      for (let k = 0; k < rows; k++) twice += (m.values[i * rows + k] ?? NaN) * (m.values[k * rows + j] ?? NaN);
      cube += twice * (m.values[i * rows + j] ?? NaN);
      if (i === j) own = twice;
    }
    square += own;
    diagonals += own * own;
  }
  return { square, cube, diagonals };
}

/** d^2 - tr M^2 - 4 tr M^3 + 4 sum ((M^2)_ii)^2: half of what tr M^2 gains a layer, in units of g^2. */
export function gain({ square, cube, diagonals }: FourthMoments, neurons: number): number {
  return neurons * neurons - square - 4 * cube + 4 * diagonals;
}

/** The expectation of tr M'^2 over signs for weights, exactly: the mean over all 2^d signs of each row. */
function meanSquare(before: Batch, strength: number, layer: Layer): number {
  const { rows, cols, values } = before;
  const patterns = 1 << rows;
  const products = Array.from({ length: rows }, (_, i) => {
    const all: Batch = build(patterns, cols, (pattern, j) => {
      let sum = 0;
      for (let k = 0; k < rows; k++) sum += ((pattern >> k) % 2 === 0 ? 1 : -1) * (values[k * cols + j] ?? NaN);
      return (values[i * cols + j] ?? NaN) + strength * sum;
    });
    for (const stage of stagesOf(layer)) stage.onBatchInto(all);
    return meanProducts(all);
  });
  let total = 0;
  products.forEach(({ matrix, fourth }, i) => {
    total += fourth;
    products.forEach((other, j) => {
      if (i !== j) total += matrix.reduce((sum, x, m) => sum + x * (other.matrix[m] ?? NaN), 0);
    });
  });
  return total / (cols * cols);
}

/** The means of zz' and of |z|^4 over the rows z. */
function meanProducts({ rows, cols, values }: Batch): { readonly matrix: Float64Array; readonly fourth: number } {
  const matrix = new Float64Array(cols * cols);
  let fourth = 0;
  for (let p = 0; p < rows; p++) {
    let square = 0;
    for (let a = 0; a < cols; a++) {
      const x = values[p * cols + a] ?? NaN;
      square += x * x;
      for (let b = 0; b < cols; b++)
        matrix[a * cols + b] = (matrix[a * cols + b] ?? NaN) + x * (values[p * cols + b] ?? NaN);
    }
    fourth += square * square;
  }
  return { matrix: matrix.map((x) => x / rows), fourth: fourth / rows };
}

/** The conclusion for a given formula of the gain, so that a false one can be put in its place. */
export function gaining(formula: typeof gain): Pick<DeterministicTheorem<WeakBranch>, 'margins'> {
  return {
    margins: (branch, layer) => {
      const d = branch.rows.length;
      const before = build<'neuron', 'point'>(d, branch.rows[0]?.length ?? 0, (i, j) => branch.rows[i]?.[j] ?? NaN);
      for (const stage of stagesOf(layer)) stage.onBatchInto(before);
      const strength = strengthOf(branch);
      const moments = momentsOf(before);
      const gained = meanSquare(before, strength, layer) - moments.square;
      const share = d * strength;
      const rest = 1400 * d * (d - 1) * share * share * share * share;
      return { 'up to fourth order': rest - Math.abs(gained - 2 * strength * strength * formula(moments, d)) };
    },
  };
}

/** Why: Ito's formula for rows that diffuse on the sphere; odd orders vanish by sign, and what is left is a power series that converges for gd < 1. */
export const weakBranchBalancesFourthMoments = theorem<WeakBranch>({
  id: 'rescale-linear/weak-branch-balances-fourth-moments',
  kind: 'exact',
  says: "With a weak residual branch H + gWH and rescaling, tr M^2 gains 2 g^2 (d^2 - tr M^2 - 4 tr M^3 + 4 sum ((M^2)_ii)^2) a layer on average, M = HH'/n, to fourth order in g: at rest the bracket balances.",
  formula: String.raw`\big|E\,\mathrm{tr} M'^2 - \mathrm{tr} M^2 - 2g^2\big(d^2 - \mathrm{tr} M^2 - 4\,\mathrm{tr} M^3 + 4\textstyle\sum_i ((M^2)_{ii})^2\big)\big| \le 1400\, d(d-1)(gd)^4`,
  source: derived('docs/derivations.md#weak-residual-branch'),
  covers: ['contrasts A11'],
  uses: [softRankDominates],
  assumes: {
    'rows of one length, none constant': ({ rows }) =>
      rows.every((row) => row.length === rows[0]?.length && row.some((x) => x !== row[0])),
    'a weak branch: gd at most 1/16': ({ halvings }) => halvings >= 4,
  },
  layer: () => rescaleLinear,
  ...gaining(gain),
});
