import type * as fc from 'fast-check';
import type { Layer } from '../network/layer.js';
import type { Allowance } from './allowance.js';
import type { DeterministicTheorem, LawTheorem, ProbableTheorem } from './theorem.js';

/** Other stages in place of the claim's own. */
export type Swap<Instance> = Partial<Layer> | ((instance: Instance) => Partial<Layer>);

/** A false neighbour of the statement: a constant one per cent off, n for n - 1, a hypothesis dropped. */
export interface Variant<T> {
  readonly instead: Partial<T>;
}

/** A change that must leave a claim true (`survives`) or make it false (`breaks`). */
export type Control<Instance, T> = Swap<Instance> | Variant<T>;

export type Controls<Instance, T> = Readonly<Record<string, Control<Instance, T>>>;

interface Trial<Instance, T> {
  readonly theorem: T;
  /** The domain, as a generator. Biased and shrunk for claims about every instance; drawn unbiased for probabilities. */
  readonly given: fc.Arbitrary<Instance>;
  /** Parts of the domain that must be visited; a claim that never saw one is vacuous. */
  readonly regimes?: Readonly<Record<string, (instance: Instance) => boolean>>;
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

/** How a claim about a probability or a law is tried: so many instances, so many independent draws of each. */
export interface StatisticalEvidence<Instance, T> extends Trial<Instance, T> {
  readonly instances: number;
  readonly draws: number;
  /** The budget of each control, on the first of the instances: as much as it takes to refute a claim that is plainly false. */
  readonly control: { readonly instances: number; readonly draws: number };
}

export type ProbableEvidence<Instance> = StatisticalEvidence<Instance, ProbableTheorem<Instance>>;
export type LawEvidence<Instance> = StatisticalEvidence<Instance, LawTheorem<Instance>>;

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
