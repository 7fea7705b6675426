/**
 * Where a claim comes from, and so how far it may be trusted.
 *
 * `paper`: stated by arXiv:2412.02843. `literature`: a named result elsewhere. `derived`: proved here, with a place in
 * docs/derivations.md. `observed`: measured only. `conjecture`: believed; a counterexample is welcome.
 */
export interface Source {
  readonly kind: 'paper' | 'literature' | 'derived' | 'observed' | 'conjecture';
  /** Where a reader lands: a citation with its version and number, a heading of docs/derivations.md, or how it was measured. */
  readonly cite: string;
}

/** Stated by arXiv:2412.02843: cite the version and where in it. */
export const paper = (cite: string): Source => ({ kind: 'paper', cite });
/** A named result elsewhere: cite it with its number. */
export const literature = (cite: string): Source => ({ kind: 'literature', cite });
/** Proved here: cite the file and the heading, `docs/derivations.md#gram-chain`. */
export const derived = (cite: string): Source => ({ kind: 'derived', cite });
/** Measured only: say how, and over what. */
export const observed = (cite: string): Source => ({ kind: 'observed', cite });
/** Believed: say why. It may be refuted without failing a run. */
export const conjecture = (cite: string): Source => ({ kind: 'conjecture', cite });
