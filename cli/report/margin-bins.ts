import type { Case } from '../../src/theory/examination.js';

/** So many margins from `from` away from zero up to the next of 1, 2, 5, 10, 20, ... 0 for margins of exactly 0. */
export interface MarginBin {
  readonly from: number;
  readonly count: number;
}

/** The margins of one clause in all cases of a run. */
export interface ClauseMargins {
  readonly clause: string;
  /** How many there were, in bins and out of them. */
  readonly count: number;
  /** Below what the allowance permits. */
  readonly failed: number;
  readonly notNumbers: number;
  /** From the most negative to the largest; empty ones left out. */
  readonly bins: readonly MarginBin[];
}

/** Margins nearer to zero than this, which no rounding in double precision leaves, are in the first bin; others in the last. */
const [LEAST, MOST] = [1e-18, 5e9];

/**
 * The edge of the bin of a margin: 1, 2 or 5 times a power of ten, with its sign.
 *
 * Read off the digits that JavaScript writes, which are the same in every engine, where a logarithm may not be.
 */
export function binOf(margin: number): number {
  if (margin === 0) return 0;
  const size = Math.min(MOST, Math.max(LEAST, Math.abs(margin)));
  const [digits = '', exponent = ''] = size.toExponential().split('e');
  const lead = Number(digits) >= 5 ? 5 : Number(digits) >= 2 ? 2 : 1;
  return Math.sign(margin) * Number(`${lead}e${exponent}`);
}

/** Collects the margins of one claim as they come, a few numbers a clause however many there are. */
export class MarginBins {
  private readonly clauses = new Map<string, { failed: number; notNumbers: number; bins: Map<number, number> }>();

  /** Counts a case of the claim itself; those of its controls are left out. A law has observations in place of margins, which none fails. */
  hear({ control, status, readings }: Case): void {
    if (control !== '') return;
    for (const { clause, margin, allowance } of readings) {
      const known = this.clauses.get(clause) ?? { failed: 0, notNumbers: 0, bins: new Map<number, number>() };
      this.clauses.set(clause, known);
      if (status === 'failed' && !(margin >= -allowance)) known.failed += 1;
      if (Number.isNaN(margin)) known.notNumbers += 1;
      else known.bins.set(binOf(margin), (known.bins.get(binOf(margin)) ?? 0) + 1);
    }
  }

  /** In the order in which the clauses were first told. */
  get read(): readonly ClauseMargins[] {
    return [...this.clauses].map(([clause, { failed, notNumbers, bins }]) => ({
      clause,
      count: notNumbers + [...bins.values()].reduce((sum, count) => sum + count, 0),
      failed,
      notNumbers,
      bins: [...bins].toSorted(([a], [b]) => a - b).map(([from, count]) => ({ from, count })),
    }));
  }
}
