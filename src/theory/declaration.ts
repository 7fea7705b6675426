import type { Allowance } from './allowance.js';
import type { DeterministicEvidence, ExistentialEvidence, LawEvidence, ProbableEvidence, Regimes } from './evidence.js';

/** What a claim declares of how it is tried, as data: for ledgers, locks and reports. */
export interface Declaration {
  /** Rates that regimes must have, by name. */
  readonly regimes: Readonly<Record<string, number>>;
  readonly survives: readonly string[];
  readonly breaks: readonly string[];
  /** Why an existential claim has no witness under a control, by its name. Empty for other kinds. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Cases or draws, by what they are for. */
  readonly budget: Readonly<Record<string, number>>;
  /** Undefined for a claim that is judged by a test at a level. */
  readonly allowance: Pick<Allowance<never>, 'kind' | 'because'> | undefined;
}

/** A regime that does not say otherwise must come up in one case of a hundred. */
export const COMMON = 0.01;

/** How a claim of any kind is tried. */
export type AnyEvidence<Instance> =
  DeterministicEvidence<Instance> | ExistentialEvidence<Instance> | ProbableEvidence<Instance> | LawEvidence<Instance>;

export function declarationOf<Instance>(tried: AnyEvidence<Instance>): Declaration {
  const { survives = {}, breaks } = tried;
  const regimes = ('regimes' in tried ? tried.regimes : undefined) ?? {};
  const existential = 'evaluations' in tried ? Object.entries(tried.breaks) : [];
  return {
    regimes: ratesOf(regimes),
    survives: Object.keys(survives),
    breaks: Object.keys(breaks),
    reasons: Object.fromEntries(existential.map(([name, { because }]) => [name, because])),
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
  if ('evaluations' in tried) return { evaluations: tried.evaluations };
  const { instances, draws, control } = tried;
  return { ...('pooled' in tried ? { pooled: tried.pooled } : {}), instances, draws, control };
}
