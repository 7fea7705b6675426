/** One thing that a claim spends error probability on, and how much compared with the others. */
export interface Use {
  readonly use: string;
  readonly weight: number;
}

/** A line of the ledger: with probability at least 1 - alpha, this use of this claim says nothing false. */
export interface LedgerEntry {
  readonly claim: string;
  readonly use: string;
  readonly alpha: number;
}

/** What may spend error probability: a claim, as far as the ledger looks at it. */
export interface Spender {
  readonly theorem: { readonly id: string };
  readonly uses: readonly Use[];
}

/** Keeps the sum of the rounded parts at or below the whole: up to a million roundings of 2^-53 each. */
const ROUNDING = 1 - 1e-10;

/**
 * Divides one family-wise error probability over everything that the claims spend it on, by fixed weights.
 *
 * The parts sum to at most `alpha`, so with probability 1 - alpha nothing that a run says is false (union bound). Give all
 * claims of the suite, whichever of them run: a claim's share, and so its verdict, does not depend on what else is selected.
 */
export function ledger(claims: readonly Spender[], alpha: number): readonly LedgerEntry[] {
  return claims.flatMap((claim) => {
    const granted = levels(claim.uses, shareOf(claim, claims, alpha));
    return claim.uses.map(({ use }) => ({ claim: claim.theorem.id, use, alpha: granted(use) }));
  });
}

/** What one claim may spend of `alpha`, the error probability of all claims together, in (0, 1). 0 for a claim that spends nothing. */
export function shareOf(claim: Spender, claims: readonly Spender[], alpha: number): number {
  const all = claims.reduce((sum, { uses }) => sum + total(uses), 0);
  return all === 0 ? 0 : ((alpha * total(claim.uses)) / all) * ROUNDING;
}

/**
 * What each use of one claim may spend, from what the claim may.
 *
 * @throws RangeError for a use that the claim does not name, at once for one that it names twice: both would spend its level
 */
export function levels(uses: readonly Use[], share: number): (use: string) => number {
  const all = total(uses);
  const granted = new Map(uses.map(({ use, weight }) => [use, all === 0 ? 0 : ((share * weight) / all) * ROUNDING]));
  const twice = uses.find(({ use }, i) => uses.findIndex((other) => other.use === use) !== i);
  if (twice !== undefined) throw new RangeError(`ledger: needs uses of different names; came "${twice.use}" twice.`);
  return (use) => {
    const level = granted.get(use);
    if (level === undefined) throw new RangeError(`ledger: needs a use that the claim names; came "${use}".`);
    return level;
  };
}

function total(uses: readonly Use[]): number {
  return uses.reduce((sum, { weight }) => sum + weight, 0);
}
