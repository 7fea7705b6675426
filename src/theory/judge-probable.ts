import type { Layer } from '../network/layer.js';
import type { Counterexample } from './outcome.js';
import { holds, readings } from './reading.js';
import { estimate, type Judge } from './examine-statistical.js';
import type { ProbableTheorem } from './theorem.js';

/**
 * Judges P(event) >= probability.
 *
 * Half of the level pays for refuting, shared between the pooled draws and every single instance, and half for certifying.
 * `held` means certified: the mean probability over these instances exceeds `probability - indifference`.
 */
export function judgeProbable<Instance>(
  theorem: ProbableTheorem<Instance>,
  layerOf: (instance: Instance) => Layer,
): Judge<Instance> {
  const draw: Judge<Instance>['draw'] = (instance, key) =>
    readings(theorem.event(instance, layerOf(instance), key), () => 0).every(holds) ? 1 : 0;
  const conclude: Judge<Instance>['conclude'] = (groups, level) => {
    const draws = groups[0]?.outcomes.length ?? 0;
    const passes = groups.map(({ outcomes }) => outcomes.reduce((sum, happened) => sum + happened, 0));
    const pooled = passes.reduce((sum, count) => sum + count, 0);
    const evaluations = groups.length * draws;
    const refuting = level / 2 / (groups.length + 1);
    const tooRare = (count: number, of: number): boolean => estimate(count, of, refuting).upper < theorem.probability;
    const rare = passes.findIndex((count) => tooRare(count, draws));
    const certified = estimate(pooled, evaluations, level / 2);
    // Rounded to 12 digits, so that 0.95 - 0.15 is 0.8 and not its neighbour.
    const wanted = Number((theorem.probability - theorem.indifference).toPrecision(12));

    if (rare >= 0) {
      const count = passes[rare] ?? 0;
      const worst = estimate(count, draws, refuting);
      return {
        verdict: 'refuted',
        because: `the event happened in ${count} of ${draws} draws of one instance, so its probability is below ${theorem.probability}`,
        evaluations,
        estimate: worst,
        counterexample: exhibit(groups[rare]?.instance, worst.upper - theorem.probability),
      };
    }
    if (tooRare(pooled, evaluations)) {
      const lowest = passes.indexOf(Math.min(...passes));
      return {
        verdict: 'refuted',
        because: `the event happened in ${pooled} of ${evaluations} draws over ${groups.length} instances, so some have probability below ${theorem.probability}`,
        evaluations,
        estimate: estimate(pooled, evaluations, refuting),
        counterexample: exhibit(
          groups[lowest]?.instance,
          estimate(pooled, evaluations, refuting).upper - theorem.probability,
        ),
      };
    }
    const happened = `the event happened in ${pooled} of ${evaluations} draws over ${groups.length} instances`;
    if (certified.lower > wanted) {
      return {
        verdict: 'held',
        because: `${happened}: P > ${wanted} is certified`,
        evaluations,
        estimate: certified,
        counterexample: undefined,
      };
    }
    return {
      verdict: 'undecided',
      because: `${happened}: P lies between ${certified.lower.toPrecision(3)} and ${certified.upper.toPrecision(3)}, and P > ${wanted} was to be certified`,
      evaluations,
      estimate: certified,
      counterexample: undefined,
    };
  };
  return { draw, conclude };
}

function exhibit(instance: unknown, margin: number): Counterexample {
  return { instance, clause: 'probability', margin, allowance: 0, share: Infinity, shrinks: 0 };
}
