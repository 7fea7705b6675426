/**
 * How far below zero a margin may lie before its clause counts as violated, and why. There are no other tolerances.
 *
 * `exact`: 0. `roundoff`: operations × unit roundoff × scale. `remainder`: an explicit bound on what a limit leaves out.
 */
export interface Allowance<Instance> {
  readonly kind: 'exact' | 'roundoff' | 'remainder';
  /** In units of the margin, at least 0; the same for every clause, or one for each. */
  readonly of: (instance: Instance, clause: string) => number;
  readonly because: string;
}

/** 2^-53: the relative error of one correctly rounded operation. */
export const UNIT_ROUNDOFF = 1.1102230246251565e-16;

/** No rounding can touch the conclusion. */
export function exactly(because: string): Allowance<unknown> {
  return { kind: 'exact', of: () => 0, because };
}

/** Rounding error of the computation, as operations × unit × scale; `operations` includes the scale. */
export function roundoff<Instance>(
  operations: (instance: Instance, clause: string) => number,
  because: string,
): Allowance<Instance> {
  return { kind: 'roundoff', of: (instance, clause) => operations(instance, clause) * UNIT_ROUNDOFF, because };
}

/** A bound on what the claim's limit leaves out at finite depth or size. */
export function remainder<Instance>(
  bound: (instance: Instance, clause: string) => number,
  because: string,
): Allowance<Instance> {
  return { kind: 'remainder', of: bound, because };
}
