import { z } from 'zod';
import { AXES } from '../../src/sweep/grid.js';
import { parseGrid } from '../../src/sweep/parse-grid.js';
import { BadInput } from '../bad-input.js';
import { parseJson } from '../parse-json.js';
import { type SweepPlan, sweepPlan } from '../schemas/sweep.js';

/**
 * The plan that a store's text holds: of a grid that a user could have written, since a store may come from anywhere.
 * @throws BadInput that says what is wrong with it
 */
export function planOf(text: string): SweepPlan {
  try {
    const plan = sweepPlan.parse(parseJson(text));
    const { grid } = plan;
    // What the parser of --grid takes and gives back is within its bounds and in its spelling.
    const spelled = AXES.map((axis) => `${axis}=${grid[axis].join(',')}`).join(' ');
    const same = parseGrid(spelled, 1);
    if (AXES.some((axis) => grid[axis].join() !== same[axis].join())) throw new RangeError('names in another spelling');
    return plan;
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof RangeError || error instanceof SyntaxError)) throw error;
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const came =
      issue === undefined ? error.message.replace(/^parseGrid: /, '') : `${issue.path.join('.')}: ${issue.message}`;
    throw new BadInput(
      `--store: needs the plan of a sweep; this one is none (${came}). Restore the folder, or choose another.`,
      { cause: error },
    );
  }
}
