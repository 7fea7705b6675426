import type { LegResult } from '../../src/search/leg.js';
import type { DrawRange } from '../../src/sweep/draw-cell.js';
import type { Done } from '../deal.js';
import type { Outcomes } from '../sweep/outcomes.js';
import type { DrawTask } from './make-draws.js';
import type { LegTask } from './make-leg.js';

/** Everything that can be made elsewhere, by kind. What comes of a task is a function of the task alone: nobody can see who made it. */
export interface Jobs {
  /** Draws of one cell of a sweep. */
  readonly range: { readonly task: DrawRange; readonly result: Outcomes };
  /** Draws of one statistical claim. */
  readonly draws: { readonly task: DrawTask; readonly result: Done };
  /** A part of a search for a counterexample. */
  readonly leg: { readonly task: LegTask; readonly result: LegResult };
}

export type Kind = keyof Jobs;

/** A task with its kind. */
export type Job<K extends Kind = Kind> = {
  readonly [Each in K]: { readonly kind: Each; readonly task: Jobs[Each]['task'] };
}[K];
