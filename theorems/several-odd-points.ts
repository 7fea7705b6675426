/** A batch in which some points are odd, alike among themselves, and the others form a cluster. */
export interface SeveralOddPoints {
  readonly odd: number;
  /** Points beyond the 3 odd + 3 from which such a state exists. */
  readonly beyond: number;
}

/** Number of points. */
export function pointsWith({ odd, beyond }: SeveralOddPoints): number {
  return 3 * odd + 3 + beyond;
}
