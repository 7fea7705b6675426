import { drawRange } from '../../src/sweep/draw-cell.js';
import type { Job, Jobs, Kind } from './job.js';

type Makers = { readonly [K in Kind]: (task: Jobs[K]['task']) => Jobs[K]['result'] | Promise<Jobs[K]['result']> };

// Claims are loaded by those who need them: a sweep needs none.
const makers: Makers = {
  range: drawRange,
  draws: async (task) => (await import('./make-draws.js')).makeDraws(task),
  leg: async (task) => (await import('./make-leg.js')).makeLeg(task),
};

/** Makes a job here. @throws whatever the code of a claim throws */
export async function makeJob<K extends Kind>(job: Job<K>): Promise<Jobs[K]['result']> {
  return makers[job.kind](job.task);
}
