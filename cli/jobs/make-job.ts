import { drawRange } from '../../src/sweep/draw-cell.js';
import type { Job, Jobs, Kind } from './job.js';

type Makers = {
  readonly [K in Kind]: (
    task: Jobs[K]['task'],
    onEvaluation?: () => void,
  ) => Jobs[K]['result'] | Promise<Jobs[K]['result']>;
};

// Claims are loaded by those who need them: a sweep needs none.
const makers: Makers = {
  range: (task) => drawRange(task),
  draws: async (task, told) => (await import('./make-draws.js')).makeDraws(task, told),
  leg: async (task, told) => (await import('./make-leg.js')).makeLeg(task, told),
};

/**
 * Makes a job here.
 * @param onEvaluation told of every evaluation of a claim that has come back
 * @throws whatever the code of a claim throws
 */
export async function makeJob<K extends Kind>(job: Job<K>, onEvaluation?: () => void): Promise<Jobs[K]['result']> {
  return makers[job.kind](job.task, onEvaluation);
}
