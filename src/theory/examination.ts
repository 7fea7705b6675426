import type { ClauseReading } from './outcome.js';

/** How a claim is to be judged. */
export interface Examination {
  /** What the user gave; every draw of every claim follows from it. */
  readonly seed: string;
  /** The error probability granted to this claim, for all that it spends any on. In [0, 1). */
  readonly level: number;
  /** Multiplies the budgets of cases and draws. */
  readonly effort: number;
  /** Tries only the controls that must break the claim: how fast they fall is the power of the suite. */
  readonly controlsOnly?: boolean;
  /** Called after each case with what is done and what there is to do. Must not influence anything. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Told of every case that is evaluated, in order. Must not influence anything. */
  readonly onCase?: ((observed: Case) => void) | undefined;
  /** Called whenever an evaluation has come back, also of those that shrink: a sign of life. Must not influence anything. */
  readonly onEvaluation?: (() => void) | undefined;
}

/** One evaluation: of the claim, or of one of its controls. Shrinking is not among them. */
export interface Case {
  /** The control on trial, '' for the claim itself. */
  readonly control: string;
  readonly instance: unknown;
  /** `gave_up`: a hypothesis does not hold for the instance. A law has no verdict on one draw: always `passed`. */
  readonly status: 'passed' | 'failed' | 'gave_up';
  /** The violated clause or the broken hypothesis; '' when it passed. */
  readonly because: string;
  readonly readings: readonly ClauseReading[];
  readonly regimes: readonly string[];
}
