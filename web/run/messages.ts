import type { Frame } from './frame.js';
import type { Places } from './places.js';
import type { Prediction } from './predictions.js';
import type { RunConfig } from './run-config.js';

/** To the worker: stop what you do and run this. */
export interface RunRequest {
  readonly id: number;
  readonly config: RunConfig;
}

/** From the worker, about the run with that id. */
export type RunReply =
  | { readonly id: number; readonly kind: 'frames'; readonly frames: readonly Frame[] }
  | { readonly id: number; readonly kind: 'predictions'; readonly predictions: readonly Prediction[] }
  | { readonly id: number; readonly kind: 'done'; readonly seconds: number }
  | { readonly id: number; readonly kind: 'places'; readonly places: Places } // more than once, ever more exact
  | { readonly id: number; readonly kind: 'over' }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
