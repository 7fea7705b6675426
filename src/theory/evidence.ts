import type * as fc from 'fast-check';
import type { Layer } from '../network/layer.js';
import type { Allowance } from './allowance.js';
import type { DeterministicTheorem, ExistentialTheorem, LawTheorem, ProbableTheorem } from './theorem.js';

/** Other stages in place of the claim's own. */
export type Swap<Instance> = Partial<Layer> | ((instance: Instance) => Partial<Layer>);

/** A false neighbour of the statement: a constant one per cent off, n for n - 1, a hypothesis dropped. */
export interface Variant<T> {
  readonly instead: Partial<T>;
}

/** A change that must leave a claim true (`survives`) or make it false (`breaks`). */
export type Control<Instance, T> = Swap<Instance> | Variant<T>;

/** Controls by name, as reports print it. */
export type Controls<Instance, T> = Readonly<Record<string, Control<Instance, T>>>;

/** A part of the domain, and the rate at which cases must fall into it: 0.01 unless it says otherwise. */
export type Regime<Instance> =
  | ((instance: Instance) => boolean)
  | {
      /** Whether an instance falls into it. */
      readonly when: (instance: Instance) => boolean;
      /** In (0, 1]. */
      readonly atLeast: number;
    };

/** Regimes by name, as reports print it. */
export type Regimes<Instance> = Readonly<Record<string, Regime<Instance>>>;

/** The regimes that an instance falls into, by name. */
export function regimesOf<Instance>(regimes: Regimes<Instance>, instance: Instance): readonly string[] {
  return Object.entries(regimes)
    .filter(([, regime]) => (typeof regime === 'function' ? regime : regime.when)(instance))
    .map(([name]) => name);
}

interface Trial<Instance, T> {
  readonly theorem: T;
  /** The domain, as a generator. Biased and shrunk for claims about every instance; drawn unbiased for probabilities. */
  readonly given: fc.Arbitrary<Instance>;
  /** Parts of the domain that must be visited; a claim that hardly ever saw one is vacuous. */
  readonly regimes?: Regimes<Instance>;
  readonly survives?: Controls<Instance, T>;
  /** At least one: a claim that nothing refutes says nothing. */
  readonly breaks: Controls<Instance, T>;
}

/** How a claim that one violation refutes is tried. */
export interface DeterministicEvidence<Instance> extends Trial<Instance, DeterministicTheorem<Instance>> {
  readonly allowance: Allowance<Instance>;
  /** Instances tried. */
  readonly cases: number;
}

/** How a claim about a probability is tried. All budgets are draws, and are spent only as far as it takes to decide. */
export interface ProbableEvidence<Instance> extends Trial<Instance, ProbableTheorem<Instance>> {
  /** Draws over the domain, each on an instance of its own. Must suffice to certify the claim where it plainly holds. */
  readonly pooled: number;
  /** Instances that are tested one by one, beside the worst one that was seen. */
  readonly instances: number;
  /** Draws for each of these instances, and for the worst one. */
  readonly draws: number;
  /** Draws over the domain for each control: as many as it takes to refute a claim that is plainly false. */
  readonly control: number;
}

/** A change under which an existential claim has no witness, and why: a proof, or a universal claim that excludes them. */
export interface Excluding<Instance> {
  readonly change: Control<Instance, ExistentialTheorem<Instance>>;
  readonly because: string;
}

/**
 * How an existential claim is tried: a search for a witness, and the same search where there is none.
 *
 * It has no regimes: what a search visits, it chooses itself.
 */
export interface ExistentialEvidence<Instance> {
  readonly theorem: ExistentialTheorem<Instance>;
  /** Where a witness may lie. */
  readonly given: fc.Arbitrary<Instance>;
  /** Counts against the claim: a clause is met where its margin is at least this, so that rounding makes no witness. */
  readonly allowance: Allowance<Instance>;
  /** Evaluations of the search, for the claim and for each change. Several times what a witness takes to find. */
  readonly evaluations: number;
  /** Changes under which there still is a witness. */
  readonly survives?: Controls<Instance, ExistentialTheorem<Instance>>;
  /** At least one: a search that finds a witness of anything says nothing. */
  readonly breaks: Readonly<Record<string, Excluding<Instance>>>;
}

/** How a claim about a law is tried: so many instances, so many independent draws of each. */
export interface LawEvidence<Instance> extends Trial<Instance, LawTheorem<Instance>> {
  readonly instances: number;
  readonly draws: number;
  /** Draws of each instance for each control. */
  readonly control: number;
}

/** The theorem and the stages that a control puts on trial in place of the claim's own. */
export function altered<Instance, T extends { layer: (instance: Instance) => Layer }>(
  theorem: T,
  control: Control<Instance, T>,
): { readonly theorem: T; readonly layerOf: (instance: Instance) => Layer } {
  if ('instead' in control) {
    const variant = { ...theorem, ...control.instead };
    return { theorem: variant, layerOf: (instance) => variant.layer(instance) };
  }
  const swapOf = typeof control === 'function' ? control : () => control;
  return { theorem, layerOf: (instance) => ({ ...theorem.layer(instance), ...swapOf(instance) }) };
}
