import fc from 'fast-check';
import { derive, rootKey, type StreamKey } from '../random/key.js';
import { clopperPearson } from '../statistics/clopper-pearson.js';
import type { Examination } from './examination.js';
import type { ControlReport, Counterexample, Estimate, Outcome, Verdict } from './outcome.js';

/** What a statistical trial found, before controls. */
export interface Finding {
  readonly verdict: 'held' | 'refuted' | 'undecided';
  readonly because: string;
  readonly evaluations: number;
  readonly estimate: Estimate | undefined;
  readonly counterexample: Counterexample | undefined;
}

/** The parts of a statistical claim that its two kinds (probability, law) share. */
export interface StatisticalTrial<Instance> {
  readonly id: string;
  readonly kind: 'probable' | 'law';
  readonly given: fc.Arbitrary<Instance>;
  readonly assumes: Readonly<Record<string, (instance: Instance) => boolean>>;
  readonly regimes: Readonly<Record<string, (instance: Instance) => boolean>>;
  readonly instances: number;
  readonly draws: number;
  readonly control: { readonly instances: number; readonly draws: number };
  readonly own: Judge<Instance>;
  readonly survives: Readonly<Record<string, Judge<Instance>>>;
  readonly breaks: Readonly<Record<string, Judge<Instance>>>;
}

/** One instance with the streams of its own draws. */
export interface Sampled<Instance> {
  readonly instance: Instance;
  readonly key: (draw: number) => StreamKey;
}

/** Judges a statistical claim, as it stands or altered, on instances with so many draws each, at an error level. */
export type Judge<Instance> = (
  sampled: readonly Sampled<Instance>[],
  draws: number,
  level: number,
  onDraw: () => void,
) => Finding;

/**
 * Draws instances from the domain without bias, gives each its own independent draws, and lets the judges decide.
 *
 * The stream of a draw follows from (seed, claim, instance, draw), never from call order. The level is halved between the claim
 * and all its controls together, so that with probability 1 - level nothing in the report is wrong.
 */
export function examineStatistical<Instance>(trial: StatisticalTrial<Instance>, how: Examination): Outcome {
  const root = derive(rootKey(how.seed), trial.id);
  const draws = Math.max(1, Math.ceil(trial.draws * how.effort));
  const controls = Object.keys(trial.survives).length + Object.keys(trial.breaks).length;
  const total = trial.instances * draws + controls * trial.control.instances * trial.control.draws;
  let done = 0;
  const onDraw = (): void => how.onProgress?.(++done, total);

  const instances = fc.sample(fc.noBias(trial.given), {
    numRuns: trial.instances,
    seed: derive(root, 'instances').low | 0,
  });
  const broken = instances.flatMap((instance) =>
    Object.entries(trial.assumes).filter(([, holdsFor]) => !holdsFor(instance)),
  );
  const regimes = Object.fromEntries(
    Object.entries(trial.regimes).map(([name, contains]) => [name, instances.filter(contains).length]),
  );
  const sampled = (label: string): readonly Sampled<Instance>[] =>
    seated(instances, derive(root, label), Math.max(draws, trial.control.draws));

  const own = trial.own(sampled(''), draws, how.level / 2, onDraw);
  let evaluations = own.evaluations;
  const report = ([name, judge]: [string, Judge<Instance>]): ControlReport => {
    const finding = judge(
      sampled(name).slice(0, trial.control.instances),
      trial.control.draws,
      how.level / 2 / controls,
      onDraw,
    );
    evaluations += finding.evaluations;
    return { name, refuted: finding.verdict === 'refuted', evaluations: finding.evaluations };
  };
  const stands = own.verdict !== 'refuted' && broken.length === 0;
  const survives = stands ? Object.entries(trial.survives).map(report) : [];
  const breaks = stands ? Object.entries(trial.breaks).map(report) : [];
  const { verdict, because } = judged(own, broken[0]?.[0], regimes, survives, breaks);
  return {
    claim: trial.id,
    kind: trial.kind,
    verdict,
    because,
    seed: how.seed,
    cases: trial.instances,
    evaluations,
    tightest: undefined,
    counterexample: own.counterexample,
    estimate: own.estimate,
    regimes,
    survives,
    breaks,
  };
}

function judged(
  own: Finding,
  brokenHypothesis: string | undefined,
  regimes: Readonly<Record<string, number>>,
  survives: readonly ControlReport[],
  breaks: readonly ControlReport[],
): { verdict: Verdict; because: string } {
  if (brokenHypothesis !== undefined)
    return { verdict: 'vacuous', because: `the generator broke the hypothesis "${brokenHypothesis}"` };
  if (own.verdict === 'refuted') return own;
  const unvisited = Object.keys(regimes).find((name) => regimes[name] === 0);
  if (unvisited !== undefined) return { verdict: 'vacuous', because: `the regime "${unvisited}" was never visited` };
  const fallen = survives.find(({ refuted }) => refuted);
  if (fallen !== undefined) return { verdict: 'refuted', because: `it does not survive "${fallen.name}"` };
  const surviving = breaks.find(({ refuted }) => !refuted);
  if (surviving !== undefined)
    return { verdict: 'untrusted', because: `the control "${surviving.name}" was not refuted` };
  if (breaks.length === 0) return { verdict: 'untrusted', because: 'it names no control that must be refuted' };
  return own;
}

/**
 * Gives every instance the keys of its draws: by its value, so that a draw can be replayed from what a report prints.
 *
 * An instance that comes up again goes on counting where it left off; the same draws twice would pass for independent ones.
 */
function seated<Instance>(instances: readonly Instance[], key: StreamKey, draws: number): readonly Sampled<Instance>[] {
  const seen = new Map<string, number>();
  return instances.map((instance) => {
    const value = JSON.stringify(instance);
    const from = (seen.get(value) ?? 0) * draws;
    seen.set(value, from / draws + 1);
    const own = derive(key, value);
    return { instance, key: (draw) => derive(own, from + draw) };
  });
}

/** Exact bounds for a probability, as the report carries them. */
export function estimate(passes: number, draws: number, level: number): Estimate {
  return { passes, draws, level, ...clopperPearson(passes, draws, level) };
}
