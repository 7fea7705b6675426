import { derive, type StreamKey } from '../random/key.js';
import { holds, met } from '../theory/reading.js';
import type { Subject } from '../theory/subject.js';
import type { Objective } from './objective.js';

/** Whether what was found is still there at another instance, on draws that no search has seen. */
export interface Recheck {
  /** Undefined when the draws do not say: between what stands and what plainly does not. */
  readonly stands: (instance: unknown) => boolean | undefined;
  /** Evaluations, that is draws, of one instance. */
  readonly cost: number;
}

/** Draws of a claim about a rate, the same at every instance; samples of a law. */
const RATE_DRAWS = 16;
const LAW_SAMPLES = 2;

/**
 * Asks about instances around a find. Where nothing is random, that is a look.
 *
 * Under noise the draws are the same at every instance and none of the search's, and there is hysteresis: of a rate, the shares
 * between the probability and half of the indifference below it say nothing; of a law, samples that disagree.
 */
export function recheckOf(subject: Subject, objective: Objective, key: StreamKey): Recheck {
  const { rate, seeks, random } = subject;
  if (!random) return { stands: (instance) => objective.look(instance).decisive !== undefined, cost: objective.cost };
  const cost = rate === undefined ? LAW_SAMPLES : RATE_DRAWS;
  const keys = Array.from({ length: cost }, (_, i) => derive(key, 'again', i));
  const share = (instance: unknown): number =>
    keys.filter((each) => subject.readings(instance, each).every(seeks === 'witness' ? met : holds)).length / cost;
  const [most, least] = rate === undefined ? [1, 0] : [rate.probability, rate.probability - rate.indifference / 2];
  return {
    cost,
    stands: (instance) => {
      const happened = share(instance);
      if (happened >= most) return seeks === 'witness';
      return happened <= least ? seeks !== 'witness' : undefined;
    },
  };
}
