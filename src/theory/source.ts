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

const of =
  (kind: Source['kind']) =>
  (cite: string): Source => ({ kind, cite });

export const paper = of('paper');
export const literature = of('literature');
export const derived = of('derived');
export const observed = of('observed');
export const conjecture = of('conjecture');
