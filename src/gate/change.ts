import type { ChangeClass } from './classes.js';

/** An instance on which two versions of a claim part, with what each says there. Plain JSON: it replays by value. */
export interface Parting {
  readonly instance: unknown;
  /** The control whose layer it happened in, '' for the claim's own. */
  readonly world: string;
  readonly before: string;
  readonly after: string;
}

/** One thing that changed about one claim. */
export interface Change {
  readonly class: ChangeClass;
  /** The id at the head; that at the base when it is gone. */
  readonly claim: string;
  /** Which clause, control, hypothesis ...; '' when the class says it all. */
  readonly of: string;
  readonly before: string;
  readonly after: string;
  readonly witness?: Parting | undefined;
}
