import { exp } from '../portable/exp.js';
import type { Landscape } from './landscape.js';
import { neighbour } from './neighbour.js';
import type { Strategy } from './strategy.js';
import type { Stream } from '../random/stream.js';

/** Proposals of one descent, from hot to cold. */
const DESCENT = 80;
/** Temperature at first, as a part of the spread, and the logarithm of what is left of it at the end: 1/500. */
const HOT = 0.5;
const COOLING = -6.2146;

/**
 * Simulated annealing: neighbours of where it stands, worse ones accepted while it is hot; then again, from the best or afresh.
 *
 * Temperatures are relative to the spread of what was seen, so that the scale of a margin does not matter.
 */
export function anneal(landscape: Landscape): Strategy {
  let here: { instance: unknown; fitness: number } | undefined;
  let best = here;
  let age = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  let pending: Stream | undefined;
  return {
    name: 'annealing',
    propose(stream) {
      pending = stream;
      if (age >= DESCENT) {
        age = 0;
        here = stream.below(2) === 0 ? best : undefined;
      }
      if (here === undefined) return undefined;
      return neighbour(here.instance, landscape, 1 - (0.98 * age) / DESCENT, stream);
    },
    tell(instance, fitness) {
      age += 1;
      lowest = Math.min(lowest, fitness);
      if (fitness < Infinity) highest = Math.max(highest, fitness);
      if (best === undefined || fitness < best.fitness) best = { instance, fitness };
      const spread = highest > lowest && lowest > -Infinity ? highest - lowest : 1;
      const heat = HOT * exp((age / DESCENT) * COOLING) * spread;
      const accepted =
        here === undefined ||
        fitness <= here.fitness ||
        (pending?.uniform() ?? 1) < exp((here.fitness - fitness) / heat);
      if (accepted) here = { instance, fitness };
    },
  };
}
