import { derive, rootKey } from '../random/key.js';
import { altered, type Control, type DeterministicEvidence } from './evidence.js';
import type { Examination } from './examination.js';
import type { ControlReport, Outcome, Verdict } from './outcome.js';
import { run, type TrialResult } from './trial.js';
import type { DeterministicTheorem } from './theorem.js';

/** Judges a claim that one violation refutes: the claim itself, then what it must survive, then what must break it. */
export function examineDeterministic<Instance>(evidence: DeterministicEvidence<Instance>, how: Examination): Outcome {
  const { theorem, given, allowance, regimes = {}, survives = {}, breaks } = evidence;
  const cases = Math.max(1, Math.ceil(evidence.cases * how.effort));
  const steps = cases * (1 + Object.keys(survives).length) + Object.keys(breaks).length;
  let done = 0;
  const root = derive(rootKey(how.seed), theorem.id);

  const tryOut = (
    label: string,
    control: Control<Instance, DeterministicTheorem<Instance>>,
    shrink: boolean,
  ): TrialResult<Instance> => {
    const { theorem: stated, layerOf } = altered(theorem, control);
    return run({
      given,
      assumes: stated.assumes,
      regimes: label === '' ? regimes : {},
      layerOf,
      margins: (instance, layer) => stated.margins(instance, layer),
      allowanceOf: (instance, clause) => allowance.of(instance, clause),
      cases,
      seed: derive(root, label).low | 0,
      shrink,
      onCase: shrink ? () => how.onProgress?.(++done, steps) : undefined,
    });
  };

  const own = tryOut('', {}, true);
  let evaluations = own.evaluations;
  const report =
    (shrink: boolean) =>
    ([name, control]: [string, Control<Instance, DeterministicTheorem<Instance>>]): ControlReport & {
      result: TrialResult<Instance>;
    } => {
      const result = tryOut(name, control, shrink);
      evaluations += result.evaluations;
      return { name, refuted: result.violation !== undefined, evaluations: result.evaluations, result };
    };
  const judged = own.violation === undefined && own.broken === undefined;
  const survived = judged ? Object.entries(survives).map(report(true)) : [];
  const broke = judged ? Object.entries(breaks).map(report(false)) : [];

  const fallen = survived.find(({ refuted }) => refuted);
  const { verdict, because } = judge(own, fallen?.name, broke, cases);
  const violation = own.violation ?? fallen?.result.violation;
  return {
    claim: theorem.id,
    kind: theorem.kind,
    verdict,
    because,
    seed: how.seed,
    cases: own.cases,
    evaluations,
    tightest: own.tightest,
    counterexample: violation,
    estimate: undefined,
    regimes: own.visits,
    survives: survived.map(({ name, refuted, evaluations: count }) => ({ name, refuted, evaluations: count })),
    breaks: broke.map(({ name, refuted, evaluations: count }) => ({ name, refuted, evaluations: count })),
  };
}

function judge<Instance>(
  own: TrialResult<Instance>,
  fallen: string | undefined,
  broke: readonly ControlReport[],
  cases: number,
): { verdict: Verdict; because: string } {
  if (own.violation !== undefined)
    return { verdict: 'refuted', because: `the clause "${own.violation.clause}" is violated` };
  if (own.broken !== undefined)
    return { verdict: 'vacuous', because: `the generator broke the hypothesis "${own.broken.hypothesis}"` };
  const unvisited = Object.entries(own.visits).find(([, visits]) => visits === 0);
  if (unvisited !== undefined)
    return { verdict: 'vacuous', because: `the regime "${unvisited[0]}" was never visited in ${cases} cases` };
  if (fallen !== undefined) return { verdict: 'refuted', because: `it does not survive "${fallen}"` };
  const surviving = broke.find(({ refuted }) => !refuted);
  if (surviving !== undefined)
    return { verdict: 'untrusted', because: `the control "${surviving.name}" was not refuted in ${cases} cases` };
  if (broke.length === 0) return { verdict: 'untrusted', because: 'it names no control that must be refuted' };
  return { verdict: 'held', because: `not refuted in ${cases} cases; every control was` };
}
