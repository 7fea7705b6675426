import type { StreamKey } from '../random/key.js';
import type { Outcome } from './outcome.js';

/** One draw that a statistical claim asks for. Plain data, so that any worker can make it, in any order. */
export interface Draw<Instance = unknown> {
  /** The control that is on trial, '' for the claim itself. */
  readonly control: string;
  readonly instance: Instance;
  readonly key: StreamKey;
  /** True for a draw of the other sample of a claim that two laws are the same. */
  readonly other?: boolean;
}

/**
 * Work that says which draws it wants and is told what came of them: the smallest margin of an event, an observation of a law.
 *
 * Who makes the draws, where and in what order, cannot influence the result. Claims that need no draws ask for none.
 */
export type Asking<T, Instance = unknown> = Generator<readonly Draw<Instance>[], T, readonly number[]>;

/** An examination as such work. */
export type Examining = Asking<Outcome>;
