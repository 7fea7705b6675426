import fc from 'fast-check';
import { derive, rootKey, type StreamKey } from '../random/key.js';
import { clopperPearson } from '../statistics/clopper-pearson.js';
import type { Draw, Examining } from './draw.js';
import type { Examination } from './examination.js';
import type { ControlReport, Counterexample, Estimate, Verdict } from './outcome.js';

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

/** What the draws of one instance came to. */
export interface Group<Instance> {
  readonly instance: Instance;
  readonly outcomes: readonly number[];
}

/** A statistical claim, as it stands or altered: how one draw is made, and what many of them say at an error level. */
export interface Judge<Instance> {
  readonly draw: (instance: Instance, key: StreamKey) => number;
  readonly conclude: (groups: readonly Group<Instance>[], level: number) => Finding;
}

/** One instance with the keys of its own draws. */
interface Seat<Instance> {
  readonly instance: Instance;
  readonly keys: readonly StreamKey[];
}

/**
 * Draws instances from the domain without bias, asks for independent draws of each, and lets the judges decide.
 *
 * The stream of a draw follows from (seed, claim, instance, draw), never from call order. The level is halved between the claim
 * and all its controls together, so that with probability 1 - level nothing in the report is wrong.
 */
export function* examineStatistical<Instance>(trial: StatisticalTrial<Instance>, how: Examination): Examining {
  const root = derive(rootKey(how.seed), trial.id);
  const draws = Math.max(1, Math.ceil(trial.draws * how.effort));
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

  const own = trial.own.conclude(yield* tried('', seated(instances, derive(root, ''), draws)), how.level / 2);
  let evaluations = own.evaluations;
  const stands = own.verdict !== 'refuted' && broken.length === 0;
  const share = how.level / 2 / (Object.keys(trial.survives).length + Object.keys(trial.breaks).length);
  const first = instances.slice(0, trial.control.instances);
  const reports = function* (
    controls: Readonly<Record<string, Judge<Instance>>>,
  ): Generator<readonly Draw[], readonly ControlReport[], readonly number[]> {
    const made: ControlReport[] = [];
    for (const [name, judge] of Object.entries(controls)) {
      const groups = yield* tried(name, seated(first, derive(root, name), trial.control.draws));
      const finding = judge.conclude(groups, share);
      evaluations += finding.evaluations;
      made.push({ name, refuted: finding.verdict === 'refuted', evaluations: finding.evaluations });
    }
    return made;
  };
  const survives = stands ? yield* reports(trial.survives) : [];
  const breaks = stands ? yield* reports(trial.breaks) : [];
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

/** Asks for all draws of all seats at once, and groups what came of them by instance. */
function* tried<Instance>(
  control: string,
  seats: readonly Seat<Instance>[],
): Generator<readonly Draw[], readonly Group<Instance>[], readonly number[]> {
  const outcomes = yield seats.flatMap(({ instance, keys }) => keys.map((key) => ({ control, instance, key })));
  let next = 0;
  return seats.map(({ instance, keys }) => ({ instance, outcomes: outcomes.slice(next, (next += keys.length)) }));
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
function seated<Instance>(instances: readonly Instance[], key: StreamKey, draws: number): readonly Seat<Instance>[] {
  const seen = new Map<string, number>();
  return instances.map((instance) => {
    const value = JSON.stringify(instance);
    const from = seen.get(value) ?? 0;
    seen.set(value, from + draws);
    const own = derive(key, value);
    return { instance, keys: Array.from({ length: draws }, (_, draw) => derive(own, from + draw)) };
  });
}

/** Exact bounds for a probability, as the report carries them. */
export function estimate(passes: number, draws: number, level: number): Estimate {
  return { passes, draws, level, ...clopperPearson(passes, draws, level) };
}
