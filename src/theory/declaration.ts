import type { Allowance } from './allowance.js';
import type { DeterministicEvidence, LawEvidence, ProbableEvidence, Regimes } from './evidence.js';

/** What a claim declares of how it is tried, as data: for ledgers, locks and reports. */
export interface Declaration {
  /** Rates that regimes must have, by name. */
  readonly regimes: Readonly<Record<string, number>>;
  readonly survives: readonly string[];
  readonly breaks: readonly string[];
  /** Cases or draws, by what they are for. */
  readonly budget: Readonly<Record<string, number>>;
  /** Undefined for a claim that is judged by a test at a level. */
  readonly allowance: Pick<Allowance<never>, 'kind' | 'because'> | undefined;
}

/** A regime that does not say otherwise must come up in one case of a hundred. */
export const COMMON = 0.01;

type AnyEvidence<Instance> = DeterministicEvidence<Instance> | ProbableEvidence<Instance> | LawEvidence<Instance>;

export function declarationOf<Instance>(tried: AnyEvidence<Instance>): Declaration {
  const { regimes = {}, survives = {}, breaks } = tried;
  return {
    regimes: ratesOf(regimes),
    survives: Object.keys(survives),
    breaks: Object.keys(breaks),
    budget: budgetOf(tried),
    allowance: 'allowance' in tried ? { kind: tried.allowance.kind, because: tried.allowance.because } : undefined,
  };
}

function ratesOf<Instance>(regimes: Regimes<Instance>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(regimes).map(([name, regime]) => [name, typeof regime === 'function' ? COMMON : regime.atLeast]),
  );
}

function budgetOf<Instance>(tried: AnyEvidence<Instance>): Declaration['budget'] {
  if ('cases' in tried) return { cases: tried.cases };
  const { instances, draws, control } = tried;
  return { ...('pooled' in tried ? { pooled: tried.pooled } : {}), instances, draws, control };
}
