/** How the draws of a map are divided over its cells. */
export interface Allocation {
  /** Draws a cell on average. */
  readonly draws: number;
  /** Even: as many for each. Adaptive: in rounds, more for cells with wide intervals. */
  readonly allocation: 'even' | 'adaptive';
}

/** Rounds of an adaptive map, the first of which is even: each divides the same number of draws. */
const ROUNDS = 4;
/** A cell gets at most so many times the average. */
const MOST = 4;
/** Halvings of the interval in which the level is sought: as many as a double has bits. */
const HALVINGS = 53;

/** Draws that are made, stored and lost together: a round's share of a cell. */
export function chunkSize({ draws }: Allocation): number {
  return Math.ceil(draws / ROUNDS);
}

/** Chunks that a cell can have at most, 16 or fewer. */
export function mostChunks(plan: Allocation): number {
  const { draws, allocation } = plan;
  return Math.ceil(((allocation === 'even' ? 1 : MOST) * draws) / chunkSize(plan));
}

/**
 * How many chunks each cell gets in the next round; undefined when the map is done. A function of the rounds before alone.
 *
 * The first round gives one to each. Those after it fill like water: chunks go to the cells with the widest intervals, until all are
 * as narrow as the draws allow, if k draws in place of j narrow an interval by sqrt(j/k). A rate is widest at the boundary of a
 * phase, where it is neither 0 nor 1. A cell of width 0 gets none.
 * @param chunks that each cell has
 * @param widths of the intervals of the cells after them, as parts of their ranges
 */
export function nextRound(plan: Allocation, chunks: Int32Array, widths: Float64Array): Int32Array | undefined {
  const cells = chunks.length;
  const spent = chunks.reduce((sum, count) => sum + count, 0);
  const whole = cells * Math.ceil(plan.draws / chunkSize(plan));
  const budget = Math.min(cells, whole - spent);
  if (budget <= 0) return undefined;
  if (spent === 0 || plan.allocation === 'even') return new Int32Array(cells).fill(1);
  const most = mostChunks(plan);
  const wanted = (cell: number, level: number): number => {
    const [has, width] = [chunks[cell] ?? 0, widths[cell] ?? 0];
    if (!(width > level)) return 0;
    const narrowing = width / level;
    return Math.min(most - has, Math.ceil(has * (narrowing * narrowing - 1)));
  };
  const asked = (level: number): number => {
    let sum = 0;
    for (let cell = 0; cell < cells; cell++) sum += wanted(cell, level);
    return sum;
  };
  let [dry, full] = [widths.reduce((a, b) => Math.max(a, b), 0), 0];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (dry + full) / 2;
    if (asked(middle) <= budget) dry = middle;
    else full = middle;
  }
  const extra = Int32Array.from({ length: cells }, (_, cell) => wanted(cell, dry));
  spread(extra, budget - extra.reduce((sum, count) => sum + count, 0), chunks, widths, most);
  return extra.some((count) => count > 0) ? extra : undefined;
}

/** Gives what is left to the cells that would be widest, one each, the first of equals first. */
function spread(extra: Int32Array, left: number, chunks: Int32Array, widths: Float64Array, most: number): void {
  const after = (cell: number): number => (chunks[cell] ?? 0) + (extra[cell] ?? 0);
  const expected = (cell: number): number => (widths[cell] ?? 0) * Math.sqrt((chunks[cell] ?? 0) / after(cell));
  const open = Array.from(extra.keys()).filter((cell) => (widths[cell] ?? 0) > 0 && after(cell) < most);
  const order = open.toSorted((a, b) => expected(b) - expected(a) || a - b);
  for (const cell of order.slice(0, left)) extra[cell] = (extra[cell] ?? 0) + 1;
}
