import type { Draw, Examining } from './draw.js';
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
  /** Judges the claim step by step: the caller makes the draws that it asks for. @throws Crashed when it cannot be computed */
  readonly examining: (how: Examination) => Examining;
  /** Makes one draw that `examining` asked for. @throws RangeError when the instance or the control is not one of the claim's */
  readonly draw: (draw: Draw) => number;
}

type AnyEvidence<Instance> = DeterministicEvidence<Instance> | ProbableEvidence<Instance> | LawEvidence<Instance>;

/** Says how a theorem is tried: the other half of a claim. */
export function evidence<Instance>(tried: AnyEvidence<Instance>): Claim {
  return {
    theorem: tried.theorem,
    regimes: Object.keys(tried.regimes ?? {}),
    survives: Object.keys(tried.survives ?? {}),
    breaks: Object.keys(tried.breaks),
    ...(isDeterministic(tried) ? deterministic(tried) : statistical(tried)),
  };
}

/** Judges a claim here and now, making its draws one after the other. */
export function examine(claim: Claim, how: Examination): Outcome {
  const steps = claim.examining(how);
  let step = steps.next();
  while (step.done !== true) {
    const { value: draws } = step;
    step = steps.next(
      draws.map((draw, i) => {
        how.onProgress?.(i, draws.length);
        return claim.draw(draw);
      }),
    );
  }
  return step.value;
}

type Tried = Pick<Claim, 'examining' | 'draw'>;

function deterministic<Instance>(tried: DeterministicEvidence<Instance>): Tried {
  return {
    // eslint-disable-next-line require-yield -- a claim that one violation refutes asks for no draws
    *examining(how) {
      return examineDeterministic(tried, how);
    },
    draw: ({ control }) => {
      throw new RangeError(`${tried.theorem.id}: makes no draws; came one for "${control}".`);
    },
  };
}

function statistical<Instance>(tried: ProbableEvidence<Instance> | LawEvidence<Instance>): Tried {
  const trial = isProbable(tried) ? probableTrial(tried) : lawTrial(tried);
  const judges: Readonly<Record<string, Judge<Instance>>> = { ...trial.survives, ...trial.breaks, '': trial.own };
  return {
    examining: (how) => examineStatistical(trial, how),
    draw: ({ control, instance, key }) => {
      const judge = judges[control];
      // A value that has travelled is data again: only one that the generator could have made is an instance.
      if (judge === undefined || !tried.given.canShrinkWithoutContext(instance)) {
        throw new RangeError(
          `${trial.id}: needs a control and an instance of its own; came "${control}" on ${JSON.stringify(instance)}.`,
        );
      }
      return judge.draw(instance, key);
    },
  };
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
