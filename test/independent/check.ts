/** One number computed twice: by the project, and in the obvious way. */
export interface Comparison {
  readonly quantity: string;
  readonly ours: number;
  readonly plain: number;
  /** What the two may differ by, from the roundings of both or the error that the plain way is known to have. */
  readonly allowance: number;
}

/** Quantities of one claim, on sampled instances, computed twice. */
export interface Check {
  readonly claim: string;
  /** With a slip planted in the plain way, the two must disagree. */
  readonly compare: (planted: boolean) => readonly Comparison[];
}

/** The comparisons that fail, in words. A NaN on either side fails. */
export function disagreements(found: readonly Comparison[]): readonly string[] {
  return found
    .filter(({ ours, plain, allowance }) => !(Math.abs(ours - plain) <= allowance))
    .map(({ quantity, ours, plain, allowance }) => `${quantity}: ${ours} against ${plain}, allowed ${allowance}`);
}

/** 2^-53. */
export const U = 2 ** -53;
