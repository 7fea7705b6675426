import type { Variant } from '../src/theory/evidence.js';
import type { ProbableTheorem } from '../src/theory/theorem.js';

/** The event where `change` takes an instance, outside the domain: a control that shows where the domain has to end. */
export function beyond<Instance>(
  { event }: Pick<ProbableTheorem<Instance>, 'event'>,
  change: (instance: Instance) => Instance,
): Variant<ProbableTheorem<Instance>> {
  return { instead: { event: (instance, layer, key) => event(change(instance), layer, key) } };
}
