import { derive, rootKey } from '../random/key.js';
import type { Allowance } from './allowance.js';
import { concluded, type Finding } from './conclude.js';
import { coverage, coverageUses } from './coverage.js';
import { altered, type Control, type DeterministicEvidence } from './evidence.js';
import type { Examination } from './examination.js';
import { levels, type Use } from './ledger.js';
import type { ControlReport, Outcome } from './outcome.js';
import { run, type TrialResult } from './trial.js';
import type { DeterministicTheorem } from './theorem.js';

/** What such a claim spends error probability on: only on knowing that its regimes are visited. */
export function deterministicUses<Instance>({ regimes = {} }: DeterministicEvidence<Instance>): readonly Use[] {
  return coverageUses(regimes, 0.05);
}

/** Judges a claim that one violation refutes: the claim itself, then what it must survive, then what must break it. */
export function examineDeterministic<Instance>(evidence: DeterministicEvidence<Instance>, how: Examination): Outcome {
  const { theorem, given, allowance, regimes = {}, survives = {}, breaks } = evidence;
  const cases = Math.max(1, Math.ceil(evidence.cases * how.effort));
  const steps = cases * (1 + Object.keys(survives).length) + Object.keys(breaks).length;
  let done = 0;
  const root = derive(rootKey(how.seed), theorem.id);
  const level = levels(deterministicUses(evidence), how.level);

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
      onEvaluation: how.onEvaluation,
      onCase: (observed) => {
        if (shrink) how.onProgress?.(Math.min(++done, steps), steps);
        how.onCase?.({ control: label, ...observed });
      },
    });
  };

  const own = how.controlsOnly === true ? untried : tryOut('', {}, true);
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
  const fair = own.violation === undefined && own.broken === undefined;
  const survived = fair && how.controlsOnly !== true ? Object.entries(survives).map(report(true)) : [];
  const broke = fair ? Object.entries(breaks).map(report(false)) : [];
  const visited = coverage({ given, regimes, biased: true }, own.visits, derive(root, 'coverage').low | 0, level);

  const findings = {
    own: judged(own),
    broken: own.broken?.hypothesis,
    cases: own.cases,
    regimes: visited,
    survives: survived,
    breaks: broke,
  };
  const violation = own.violation ?? survived.find(({ refuted }) => refuted)?.result.violation;
  return {
    claim: theorem.id,
    kind: theorem.kind,
    gates: theorem.source.kind !== 'conjecture',
    ...concluded(findings),
    seed: how.seed,
    cases: own.cases,
    evaluations,
    tightest: own.tightest,
    counterexample: violation,
    estimate: undefined,
    witness: own.nearest,
    tests: [],
    regimes: visited,
    survives: survived.map(({ name, refuted, evaluations: count }) => ({ name, refuted, evaluations: count })),
    breaks: broke.map(({ name, refuted, evaluations: count }) => ({ name, refuted, evaluations: count })),
    warnings: slackWarnings(allowance, own),
  };
}

function judged<Instance>(own: TrialResult<Instance>): Finding {
  return own.violation === undefined
    ? { verdict: 'held', because: `not refuted in ${own.cases} cases; every control was` }
    : { verdict: 'refuted', because: `the clause "${own.violation.clause}" is violated` };
}

/** In place of a trial that is not wanted. */
const untried: TrialResult<never> = {
  cases: 0,
  evaluations: 0,
  tightest: undefined,
  nearest: undefined,
  largestShares: {},
  visits: {},
  broken: undefined,
  violation: undefined,
};

/** Below this share of a rounding allowance the bound says little; above the other the next machine may break it. */
const LOOSE = 1e-4;
const TIGHT = 0.5;

/** What the used share of a rounding allowance says of it. A margin that never was negative used none, and says nothing. */
function slackWarnings<Instance>(allowance: Allowance<Instance>, own: TrialResult<Instance>): readonly string[] {
  if (allowance.kind !== 'roundoff') return [];
  return Object.entries(own.largestShares).flatMap(([clause, share]) => {
    const used = `"${clause}" used ${share < 0.01 ? share.toExponential(1) : share.toPrecision(2)} of its allowance for rounding`;
    if (share > 0 && share < LOOSE) return [`${used}, less than ${LOOSE}: too loose to mean much`];
    return share > TIGHT ? [`${used}, more than ${TIGHT}: too tight to last`] : [];
  });
}
