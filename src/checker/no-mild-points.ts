import { type Bends, longerTests, shorterTests } from './lead.js';
import { onAll } from './notation.js';

export interface NoMildPoints {
  readonly batches: readonly Bends[];
}

const [FIRST, LAST] = [3, 51];

/** Under batch normalisation no odd point keeps its lead: K bends up on both sides of symmetry. */
export function checkNoMildPoint({ points, shorter, longer }: Bends): boolean {
  return onAll(shorter, shorterTests(points).negative) && onAll(longer, longerTests(points).positive);
}

/** All of them. */
export function checkNoMildPoints({ batches }: NoMildPoints): boolean {
  return (
    batches.length === LAST - FIRST + 1 &&
    batches.every((batch, i) => batch.points === FIRST + i && checkNoMildPoint(batch))
  );
}
