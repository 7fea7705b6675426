import type { WeightLaw } from '../network/weight-law.js';
import { gaussian } from '../network/weights.js';

/** What runs a network: the Gram chain, the weights themselves, or the map of Gram matrices at infinite width. */
export type Engine = 'chain' | 'direct' | 'limit';

/** The engine of a simulation that names none. A width of Infinity is the limit. */
export function defaultEngine(width: number, weights: WeightLaw): Engine {
  if (width === Infinity) return 'limit';
  return weights === gaussian ? 'chain' : 'direct';
}
