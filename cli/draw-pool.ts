import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Claim } from '../src/theory/claim.js';
import { examine } from '../src/theory/claim.js';
import type { Draw } from '../src/theory/draw.js';
import type { Examination } from '../src/theory/examination.js';
import type { Outcome } from '../src/theory/outcome.js';
import { deal, type Done } from './deal.js';
import type { DrawTask } from './draw-worker.js';

const WORKER = fileURLToPath(new URL('draw-worker.js', import.meta.url));
/** A start costs a tenth of a second; fewer draws than this are not worth it. */
const WORTH_IT = 32;

/** Threads that make the draws of statistical claims. Which thread makes which cannot be seen in any outcome. */
export class DrawPool {
  private readonly workers: number;
  private pool: Piscina<DrawTask, Done> | undefined;

  /** @param workers threads; as many as the machine has cores unless given; 1 stays in this thread */
  constructor(workers: number = availableParallelism()) {
    this.workers = existsSync(WORKER) ? workers : 1; // not compiled: run by the tests, from the sources
  }

  /** Judges a claim, its draws made by the pool. Fails as the claim fails. */
  async examine(claim: Claim, how: Examination): Promise<Outcome> {
    if (this.workers < 2) return examine(claim, how);
    const steps = claim.examining(how);
    let step = steps.next();
    while (step.done !== true) step = steps.next(await this.make(claim, step.value, how));
    return step.value;
  }

  /** Ends the threads, so that the process can end. */
  async close(): Promise<void> {
    await this.pool?.destroy();
  }

  private async make(claim: Claim, draws: readonly Draw[], how: Examination): Promise<readonly number[]> {
    if (draws.length < WORTH_IT && this.pool === undefined) return draws.map((draw) => claim.draw(draw));
    const pool = (this.pool ??= new Piscina({ filename: WORKER, minThreads: this.workers, maxThreads: this.workers }));
    const claimId = claim.theorem.id;
    return deal(draws, this.workers, (part) => pool.run({ claim: claimId, draws: part }), how.onProgress);
  }
}
