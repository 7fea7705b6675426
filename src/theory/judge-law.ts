import type { Layer } from '../network/layer.js';
import { estimate, type Judge } from './examine-statistical.js';
import type { LawTheorem } from './theorem.js';

/**
 * Judges that a random outcome has a stated law: every instance's count of every outcome against exact binomial bounds.
 *
 * The level is shared by all instances, outcomes and sides. `held` means not refuted; how sharp that is, the controls show.
 * @throws RangeError when the claim's own code gives an outcome that its law does not have
 */
export function judgeLaw<Instance>(
  theorem: LawTheorem<Instance>,
  layerOf: (instance: Instance) => Layer,
): Judge<Instance> {
  const draw: Judge<Instance>['draw'] = (instance, key) => theorem.outcome(instance, layerOf(instance), key);
  const conclude: Judge<Instance>['conclude'] = (groups, level) => {
    const draws = groups[0]?.outcomes.length ?? 0;
    const evaluations = groups.length * draws;
    for (const { instance, outcomes } of groups) {
      const probabilities = theorem.probabilities(instance);
      const counts = probabilities.map(() => 0);
      for (const outcome of outcomes) {
        if (!(outcome in counts))
          throw new RangeError(`${theorem.id}: needs an outcome in 0..${counts.length - 1}; came ${outcome}.`);
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }
      const each = level / (2 * groups.length * probabilities.length);
      for (const [outcome, probability] of probabilities.entries()) {
        const count = counts[outcome] ?? 0;
        const bounds = estimate(count, draws, each);
        const margin = Math.min(bounds.upper - probability, probability - bounds.lower);
        if (!(margin >= 0)) {
          return {
            verdict: 'refuted',
            because: `outcome ${outcome} came in ${count} of ${draws} draws of one instance, which probability ${probability.toPrecision(3)} does not explain`,
            evaluations,
            estimate: bounds,
            counterexample: {
              instance,
              clause: `outcome ${outcome}`,
              margin,
              allowance: 0,
              share: Infinity,
              shrinks: 0,
            },
          };
        }
      }
    }
    return {
      verdict: 'held',
      because: `no outcome's frequency contradicts the law in ${draws} draws of each of ${groups.length} instances`,
      evaluations,
      estimate: undefined,
      counterexample: undefined,
    };
  };
  return { draw, conclude };
}
