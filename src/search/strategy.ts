import type { Stream } from '../random/stream.js';

/** An instance that was looked at, and how it did. Smaller is worse for the claim. */
export interface Looked {
  readonly instance: unknown;
  readonly fitness: number;
}

/** A way to look for the worst instance: it proposes, and is told how each proposal did. Smaller is worse for the claim. */
export interface Strategy {
  readonly name: string;
  /** The next instance to try; undefined leaves it to the claim's generator. */
  propose(stream: Stream): unknown;
  /** What came of an instance that it proposed, or that the generator made in its turn. */
  tell(instance: unknown, fitness: number): void;
}

/** Plain generation, as the claim's arbitrary does it. */
export function fresh(): Strategy {
  return { name: 'generation', propose: () => undefined, tell: () => undefined };
}
