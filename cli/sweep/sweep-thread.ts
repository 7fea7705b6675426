import { type DrawRange, drawRange } from '../../src/sweep/draw-cell.js';
import type { Outcomes } from './outcomes.js';

/** Makes the draws of a range. What a thread runs. */
export default function make(range: DrawRange): Outcomes {
  return drawRange(range);
}
