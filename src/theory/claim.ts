import type { Examination } from './examination.js';
import {
  altered,
  type Control,
  type Controls,
  type DeterministicEvidence,
  type LawEvidence,
  type ProbableEvidence,
} from './evidence.js';
import { examineDeterministic } from './examine-deterministic.js';
import { examineStatistical, type Judge, type StatisticalTrial } from './examine-statistical.js';
import { judgeLaw } from './judge-law.js';
import { judgeProbable } from './judge-probable.js';
import type { Outcome } from './outcome.js';
import type { LawTheorem, ProbableTheorem, Theorem } from './theorem.js';

/** A theorem with its evidence. What its instances are stays inside, so that claims of all types fit into one list. */
export interface Claim {
  readonly theorem: Theorem;
  readonly regimes: readonly string[];
  readonly survives: readonly string[];
  readonly breaks: readonly string[];
  /** Judges the claim. @throws Crashed when it cannot be computed */
  readonly examine: (how: Examination) => Outcome;
}

type AnyEvidence<Instance> = DeterministicEvidence<Instance> | ProbableEvidence<Instance> | LawEvidence<Instance>;

/** Says how a theorem is tried: the other half of a claim. */
export function evidence<Instance>(tried: AnyEvidence<Instance>): Claim {
  return {
    theorem: tried.theorem,
    regimes: Object.keys(tried.regimes ?? {}),
    survives: Object.keys(tried.survives ?? {}),
    breaks: Object.keys(tried.breaks),
    examine: (how) => judgeOf(tried, how),
  };
}

function judgeOf<Instance>(tried: AnyEvidence<Instance>, how: Examination): Outcome {
  if (isDeterministic(tried)) return examineDeterministic(tried, how);
  return examineStatistical(isProbable(tried) ? probableTrial(tried) : lawTrial(tried), how);
}

function isDeterministic<Instance>(tried: AnyEvidence<Instance>): tried is DeterministicEvidence<Instance> {
  return tried.theorem.kind === 'exact' || tried.theorem.kind === 'limit';
}

function isProbable<Instance>(
  tried: ProbableEvidence<Instance> | LawEvidence<Instance>,
): tried is ProbableEvidence<Instance> {
  return tried.theorem.kind === 'probable';
}

function probableTrial<Instance>(tried: ProbableEvidence<Instance>): StatisticalTrial<Instance> {
  const judge = (control: Control<Instance, ProbableTheorem<Instance>>): Judge<Instance> => {
    const { theorem, layerOf } = altered(tried.theorem, control);
    return judgeProbable(theorem, layerOf);
  };
  return {
    ...common(tried),
    own: judge({}),
    survives: mapped(tried.survives ?? {}, judge),
    breaks: mapped(tried.breaks, judge),
  };
}

function lawTrial<Instance>(tried: LawEvidence<Instance>): StatisticalTrial<Instance> {
  const judge = (control: Control<Instance, LawTheorem<Instance>>): Judge<Instance> => {
    const { theorem, layerOf } = altered(tried.theorem, control);
    return judgeLaw(theorem, layerOf);
  };
  return {
    ...common(tried),
    own: judge({}),
    survives: mapped(tried.survives ?? {}, judge),
    breaks: mapped(tried.breaks, judge),
  };
}

function common<Instance>(
  tried: ProbableEvidence<Instance> | LawEvidence<Instance>,
): Omit<StatisticalTrial<Instance>, 'own' | 'survives' | 'breaks'> {
  const { theorem, given, regimes = {}, instances, draws, control } = tried;
  return {
    id: theorem.id,
    kind: theorem.kind,
    given,
    assumes: theorem.assumes,
    regimes,
    instances,
    draws,
    control,
  };
}

function mapped<Instance, T>(
  controls: Controls<Instance, T>,
  judge: (control: Control<Instance, T>) => Judge<Instance>,
): Readonly<Record<string, Judge<Instance>>> {
  return Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, judge(control)]));
}
