import { kappa } from '../src/limit/arc-cosine.js';
import type { Contender, Job } from './contender.js';

/**
 * Three layers from points in general position end near the symmetric fixed point: leaving out a stage would move the mean
 * cosine by more than 0.3. Long runs leave it for an odd point and a cluster, and cannot be checked this way.
 * @throws Error when they do not
 */
export async function check(contender: Contender, job: Job): Promise<void> {
  const { cosine } = await contender.run({ ...job, layers: 3 });
  const limit = kappa(-1 / (job.points - 1));
  if (Math.abs(cosine - limit) <= 0.15) return;
  const where = `${contender.name} at n = ${job.points}, d = ${job.width}`;
  throw new Error(`bench: ${where} ends at mean cosine ${cosine}; the limit is ${limit}. A stage is missing or wrong.`);
}
