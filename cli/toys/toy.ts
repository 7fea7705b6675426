/** The texts of a toy claim; @id, @name and @import stand for its id, for what its theorem is called, and for its import. */
export interface Toy {
  readonly theorem: string;
  readonly evidence: string;
  /** What the evidence takes from the file of the theorem, beside the theorem itself. */
  readonly imports: readonly string[];
}

/** Comments and fields that all kinds share. */
export const HEAD = `  // REPLACE: one sentence in the field's words, the conclusion in LaTeX, and where it comes from (src/theory/source.ts).`;
export const END = `  // REPLACE: ids of the theory notes that it covers, as in \`covers: ['RC+ReLU I3']\`; leave it out when there is none.
  // REPLACE: the theorems that it rests on.
  uses: [],
  // REPLACE: every hypothesis, by name. What the generator makes must obey them all.`;
export const SOURCE = `  source: conjecture('a toy that bnd new wrote'),`;
export const BREAKS = `  // REPLACE: changes that must refute the claim, at least one: another stage, or a false neighbour of the statement.`;
export const GIVEN = `  // REPLACE: the domain, with the arbitraries of properties/arbitraries.ts.`;
