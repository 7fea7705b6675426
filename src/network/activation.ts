/** A non-linearity, applied to every entry. */
export interface Activation {
  /** As a user writes it: `relu`, `leaky(0.1)`, `relu^2`. */
  readonly name: string;
  /** phi(z), entry by entry. NaN for NaN. */
  readonly at: (z: number) => number;
  /** The a with phi(s z) = s^a phi(z) for all s > 0, when there is one. Only such a network may be renormalised freely. */
  readonly degree?: number;
  /** The a with phi(z) = max(z, 0) + a min(z, 0), when there is one: the family whose infinite-width map has a closed form. */
  readonly slope?: number;
  /** The a with phi(z) = max(z, 0)^a, when there is one. */
  readonly power?: number;
}
