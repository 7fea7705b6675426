import fc from 'fast-check';
import type { Layer } from '../network/layer.js';
import { type Regimes, regimesOf } from './evidence.js';
import type { Case } from './examination.js';
import type { ClauseReading, Witness } from './outcome.js';
import { holds, readings, tighter } from './reading.js';
import type { Margins } from './theorem.js';
import { unvisited } from './unvisited.js';

/** One deterministic claim, possibly altered, put to many instances. */
export interface Trial<Instance> {
  readonly given: fc.Arbitrary<Instance>;
  readonly assumes: Readonly<Record<string, (instance: Instance) => boolean>>;
  readonly regimes: Regimes<Instance>;
  readonly layerOf: (instance: Instance) => Layer;
  readonly margins: (instance: Instance, layer: Layer) => Margins;
  readonly allowanceOf: (instance: Instance, clause: string) => number;
  readonly cases: number;
  readonly seed: number;
  /** False for a control: that it is refuted is all that matters. */
  readonly shrink: boolean;
  readonly onCase?: ((observed: Omit<Case, 'control'>) => void) | undefined;
  readonly onEvaluation?: (() => void) | undefined;
}

export interface TrialResult<Instance> {
  readonly cases: number;
  readonly evaluations: number;
  readonly tightest: ClauseReading | undefined;
  /** The instance with the tightest reading. */
  readonly nearest: Witness | undefined;
  /** For each clause, the largest part of its allowance that was used. */
  readonly largestShares: Readonly<Record<string, number>>;
  readonly visits: Readonly<Record<string, number>>;
  readonly broken: { readonly hypothesis: string; readonly instance: Instance } | undefined;
  readonly violation: (ClauseReading & { readonly instance: Instance; readonly shrinks: number }) | undefined;
}

class Violated extends Error {}

/** The claim's own code threw. Never a verdict: a claim that cannot be computed has not been refuted. */
export class Crashed extends Error {
  constructor(
    readonly instance: unknown,
    cause: unknown,
  ) {
    super(
      `the claim could not be computed for ${fc.stringify(instance)}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
    this.name = 'Crashed';
  }
}

/**
 * Runs a trial: generates instances, reads every clause, and shrinks the first violation. Regimes that none fell into get one each.
 *
 * Shrinking keeps to one bug: only instances that violate the same clause count as smaller counterexamples, and a crash met
 * while shrinking a violation does not take its place.
 * @throws Crashed when margins, a hypothesis or a stage throws
 */
export function run<Instance>(trial: Trial<Instance>): TrialResult<Instance> {
  const visits: Record<string, number> = Object.fromEntries(Object.keys(trial.regimes).map((name) => [name, 0]));
  const largestShares: Record<string, number> = {};
  let evaluations = 0;
  let tightest: ClauseReading | undefined;
  let nearest: Witness | undefined;
  let broken: TrialResult<Instance>['broken'];
  let violation: TrialResult<Instance>['violation'];
  let crash: Crashed | undefined;

  const record = (instance: Instance, found: readonly ClauseReading[]): void => {
    for (const reading of found) {
      const before = tightest;
      tightest = tighter(tightest, reading);
      if (tightest !== before) nearest = { instance, readings: found };
      largestShares[reading.clause] = Math.max(largestShares[reading.clause] ?? 0, reading.share);
    }
  };
  const examineOne = (instance: Instance): void => {
    const searching = violation === undefined && crash === undefined;
    const regimes = searching ? regimesOf(trial.regimes, instance) : [];
    const observed = (status: Case['status'], because: string, found: readonly ClauseReading[]): void => {
      if (searching) trial.onCase?.({ instance, status, because, readings: found, regimes });
    };
    const failed = Object.entries(trial.assumes).find(([, holdsFor]) => !holdsFor(instance));
    if (failed !== undefined) {
      if (searching) broken ??= { hypothesis: failed[0], instance };
      observed('gave_up', failed[0], []);
      return;
    }
    for (const name of regimes) visits[name] = (visits[name] ?? 0) + 1;
    evaluations += 1;
    const found = readings(trial.margins(instance, trial.layerOf(instance)), (clause) =>
      trial.allowanceOf(instance, clause),
    );
    const violated = found.find(
      (reading) => !holds(reading) && (violation === undefined || reading.clause === violation.clause),
    );
    observed(violated === undefined ? 'passed' : 'failed', violated?.clause ?? '', found);
    if (violated === undefined) {
      if (searching) record(instance, found);
      return;
    }
    if (crash !== undefined) return; // a violation met while shrinking a crash: the crash comes first
    violation = { ...violated, instance, shrinks: violation === undefined ? 0 : violation.shrinks + 1 };
    throw new Violated();
  };

  const property = fc.property(trial.given, (instance) => {
    try {
      examineOne(instance);
    } catch (error) {
      if (error instanceof Violated) throw error;
      if (violation !== undefined) return; // a crash met while shrinking a violation: look elsewhere
      crash = new Crashed(instance, error);
      throw error;
    } finally {
      trial.onEvaluation?.();
    }
  });
  const settings = { seed: trial.seed, endOnFailure: !trial.shrink };
  const details = fc.check(property, { ...settings, numRuns: trial.cases });
  const missed = details.failed ? [] : unvisited(trial.given, trial.regimes, visits, trial.seed);
  const more = missed.length === 0 ? nothing : fc.check(property, { ...settings, ...only(missed) });
  if (crash !== undefined) throw crash;
  return {
    cases: details.numRuns + more.numRuns,
    evaluations,
    tightest,
    nearest,
    largestShares,
    visits,
    broken,
    violation,
  };
}

const nothing = { numRuns: 0 };

/** Settings by which fast-check runs these instances and generates none. */
function only<Instance>(instances: readonly Instance[]): { examples: [Instance][]; numRuns: number } {
  return { examples: instances.map((instance) => [instance]), numRuns: instances.length };
}
