/** How a claim is to be judged. */
export interface Examination {
  /** What the user gave; every draw of every claim follows from it. */
  readonly seed: string;
  /** The error probability granted to this claim; only statistical claims use it. */
  readonly level: number;
  /** Multiplies the budgets of cases and draws. */
  readonly effort: number;
  /** Called after each case with what is done and what there is to do. Must not influence anything. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}
