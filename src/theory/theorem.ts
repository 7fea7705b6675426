import type { Layer } from '../network/layer.js';
import type { StreamKey } from '../random/key.js';
import type { NoteId } from './notes.js';
import type { Source } from './source.js';

/** Signed distances from falsehood, one a clause: a clause holds exactly when its number is >= 0. NaN is a violation. */
export type Margins = Readonly<Record<string, number>>;

interface Statement<Instance> {
  /** `chapter/what-it-says`, the path of its file. */
  readonly id: string;
  /** One sentence in the field's words. */
  readonly says: string;
  /** The conclusion in LaTeX. */
  readonly formula: string;
  readonly source: Source;
  /** What it covers of the project's theory notes; left out by a claim that goes beyond them. */
  readonly covers?: readonly NoteId[];
  /** The claims that this one rests on. */
  readonly uses: readonly Theorem[];
  /** The hypotheses, each by name. Evidence whose instances break one is vacuous. */
  readonly assumes: Readonly<Record<string, (instance: Instance) => boolean>>;
  /** The layer that the claim is about. Controls swap its stages. */
  readonly layer: (instance: Instance) => Layer;
}

/** `exact`: of every instance and every weight draw. `limit`: of the infinite-width map. One violation refutes either. */
export interface DeterministicTheorem<Instance> extends Statement<Instance> {
  readonly kind: 'exact' | 'limit';
  /** The clauses on one instance, in this layer. */
  margins(instance: Instance, layer: Layer): Margins;
}

/** For every instance of the domain, the probability over the weights that all margins are >= 0 is at least `probability`. */
export interface ProbableTheorem<Instance> extends Statement<Instance> {
  readonly kind: 'probable';
  readonly probability: number;
  /** The claim counts as certified once the probability is known to exceed `probability - indifference`. */
  readonly indifference: number;
  /** The margins of the event for one draw of everything random, which `key` determines. */
  event(instance: Instance, layer: Layer, key: StreamKey): Margins;
}

/**
 * Some instance of the domain has all margins >= 0. A witness shows it; no search that ends without one refutes it.
 *
 * With `rate`, margins are those of one draw of everything random, which `key` determines, and an instance is a witness when the
 * probability that all of them are >= 0 is known to exceed `probability - indifference`.
 */
export interface ExistentialTheorem<Instance> extends Statement<Instance> {
  readonly kind: 'exists';
  readonly rate?: { readonly probability: number; readonly indifference: number };
  /** The clauses on one instance, in this layer; with `rate`, in the draw that `key` determines. */
  margins(instance: Instance, layer: Layer, key: StreamKey): Margins;
}

/** For every instance of the domain, what `sample` draws has the stated law. `key` determines everything random. */
export interface LawTheorem<Instance> extends Statement<Instance> {
  readonly kind: 'law';
  readonly law: Law<Instance>;
  /** One observation; `key` determines everything random. */
  sample(instance: Instance, layer: Layer, key: StreamKey): number;
}

/**
 * What a law claim says of its observations.
 *
 * - `categories`: 0, 1, ..., k-1 with these probabilities.
 * - `continuous`: this distribution function, continuous at every x. An unbounded observable is stated through its law, not its mean.
 * - `mean`: this mean, whatever the law in this range; an observation outside the range, or a NaN, is a crash.
 * - `same`: the law of another sample, drawn with the layer of the theorem even where a control swaps stages of `sample`.
 */
export type Law<Instance> =
  | {
      readonly of: 'categories';
      /** One a category; their sum is 1. */
      probabilities(instance: Instance): readonly number[];
    }
  | {
      readonly of: 'continuous';
      /** P(X <= x), in [0, 1]. */
      cdf(instance: Instance, x: number): number;
    }
  | {
      readonly of: 'mean';
      /** The mean, within the range. */
      mean(instance: Instance): number;
      /** The least and the largest observation. */
      range(instance: Instance): readonly [number, number];
    }
  | {
      readonly of: 'same';
      /** One observation of the other sample. */
      other(instance: Instance, layer: Layer, key: StreamKey): number;
    };

/**
 * A claim, whatever its instances are.
 *
 * `never` because nobody may call it with an instance of unknown type: it is for listing and linking.
 */
export type Theorem<Instance = never> =
  DeterministicTheorem<Instance> | ExistentialTheorem<Instance> | ProbableTheorem<Instance> | LawTheorem<Instance>;

/** States a claim. The identity: it exists so that the compiler checks the record where it is written. */
export function theorem<Instance>(statement: DeterministicTheorem<Instance>): DeterministicTheorem<Instance>;
export function theorem<Instance>(statement: ExistentialTheorem<Instance>): ExistentialTheorem<Instance>;
export function theorem<Instance>(statement: ProbableTheorem<Instance>): ProbableTheorem<Instance>;
export function theorem<Instance>(statement: LawTheorem<Instance>): LawTheorem<Instance>;
export function theorem<Instance>(statement: Theorem<Instance>): Theorem<Instance> {
  return statement;
}
