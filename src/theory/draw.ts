import type { StreamKey } from '../random/key.js';
import type { Outcome } from './outcome.js';

/** One draw that a statistical claim asks for. Plain data, so that any worker can make it, in any order. */
export interface Draw {
  /** The control that is on trial, '' for the claim itself. */
  readonly control: string;
  readonly instance: unknown;
  readonly key: StreamKey;
}

/**
 * An examination that says which draws it wants and is told what came of them: 1 or 0 for an event, an index for a law.
 *
 * Who makes the draws, where and in what order, cannot influence the outcome. Claims that need no draws ask for none.
 */
export type Examining = Generator<readonly Draw[], Outcome, readonly number[]>;
