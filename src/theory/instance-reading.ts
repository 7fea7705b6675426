import type * as fc from 'fast-check';
import type { Layer } from '../network/layer.js';
import type { StreamKey } from '../random/key.js';
import {
  altered,
  type Control,
  type Controls,
  type DeterministicEvidence,
  type ExistentialEvidence,
  type LawEvidence,
  type ProbableEvidence,
} from './evidence.js';
import type { ClauseReading } from './outcome.js';
import { readings } from './reading.js';
import type { Law } from './theorem.js';

/** What a claim says of one instance, without judging it: by it two versions of a claim are compared. */
export interface InstanceReading {
  /** Whether each hypothesis holds. Where one does not, nothing else is read. */
  readonly hypotheses: Readonly<Record<string, boolean>>;
  /** Clauses with their allowances; for a probable claim, of the event in one draw. */
  readonly clauses: readonly ClauseReading[];
  /** For a law: one observation, and what the law says about it. */
  readonly observed: Readonly<Record<string, number>>;
}

/** The part of a claim that reads instances by value. */
export interface Readable {
  /** The controls that swap stages: layers in which the claim is false, or true for another reason. */
  readonly worlds: readonly string[];
  /** Whether the generator could have made a value. */
  readonly recognises: (value: unknown) => boolean;
  /**
   * Reads an instance in the claim's own layer, or in that of one of its worlds. `key` determines everything random.
   *
   * @throws RangeError when the value is no instance, or the world is not one of the claim's
   */
  readonly reading: (value: unknown, key: StreamKey, world?: string) => InstanceReading;
}

type Parts = Omit<InstanceReading, 'hypotheses'>;

export function deterministicReadable<Instance>(tried: DeterministicEvidence<Instance>): Readable {
  const { theorem, allowance } = tried;
  return readable(tried, (instance, layer) => ({
    clauses: readings(theorem.margins(instance, layer), (clause) => allowance.of(instance, clause)),
    observed: {},
  }));
}

/** Its worlds are the layers that must still have a witness, and those that have none. */
export function existentialReadable<Instance>(tried: ExistentialEvidence<Instance>): Readable {
  const { theorem, allowance } = tried;
  const breaks = Object.fromEntries(Object.entries(tried.breaks).map(([name, { change }]) => [name, change]));
  return readable({ ...tried, breaks }, (instance, layer, key) => ({
    clauses: readings(theorem.margins(instance, layer, key), (clause) => allowance.of(instance, clause)),
    observed: {},
  }));
}

export function probableReadable<Instance>(tried: ProbableEvidence<Instance>): Readable {
  const { theorem } = tried;
  return readable(tried, (instance, layer, key) => ({
    clauses: readings(theorem.event(instance, layer, key), () => 0),
    observed: {},
  }));
}

export function lawReadable<Instance>(tried: LawEvidence<Instance>): Readable {
  const { theorem } = tried;
  return readable(tried, (instance, layer, key) => {
    const observation = theorem.sample(instance, layer, key);
    return { clauses: [], observed: { observation, ...sayingOf(theorem.law, theorem.layer(instance), instance, key) } };
  });
}

/** Where a distribution function is looked at. */
const PLACES = [-2, -1, -0.5, 0, 0.25, 0.5, 0.75, 1, 2, 5];

function sayingOf<Instance>(
  law: Law<Instance>,
  layer: Layer,
  instance: Instance,
  key: StreamKey,
): Readonly<Record<string, number>> {
  switch (law.of) {
    case 'categories':
      return Object.fromEntries(law.probabilities(instance).map((p, k) => [`probability of ${k}`, p]));
    case 'continuous':
      return Object.fromEntries(PLACES.map((x) => [`P(X <= ${x})`, law.cdf(instance, x)]));
    case 'mean': {
      const [least, most] = law.range(instance);
      return { mean: law.mean(instance), least, most };
    }
    case 'same':
      return { 'other observation': law.other(instance, layer, key) };
  }
}

interface Tried<Instance, T> {
  readonly theorem: T;
  readonly given: fc.Arbitrary<Instance>;
  readonly survives?: Controls<Instance, T>;
  readonly breaks: Controls<Instance, T>;
}

interface Stated<Instance> {
  readonly id: string;
  readonly assumes: Readonly<Record<string, (instance: Instance) => boolean>>;
  readonly layer: (instance: Instance) => Layer;
}

function readable<Instance, T extends Stated<Instance>>(
  { theorem, given, survives = {}, breaks }: Tried<Instance, T>,
  read: (instance: Instance, layer: Layer, key: StreamKey) => Parts,
): Readable {
  const swaps = Object.entries<Control<Instance, T>>({ ...survives, ...breaks }).filter(([, to]) => !('instead' in to));
  const worlds = new Map<string, Control<Instance, T>>([['', {}], ...swaps]);
  return {
    worlds: swaps.map(([name]) => name),
    recognises: (value) => given.canShrinkWithoutContext(value),
    reading: (value, key, world = '') => {
      const control = worlds.get(world);
      if (control === undefined) throw new RangeError(`${theorem.id}: needs a world of its own; came "${world}".`);
      if (!given.canShrinkWithoutContext(value)) {
        throw new RangeError(`${theorem.id}: needs an instance of its own; came ${JSON.stringify(value)}.`);
      }
      const hypotheses = Object.fromEntries(
        Object.entries(theorem.assumes).map(([name, holdsFor]) => [name, holdsFor(value)]),
      );
      const nothing = { clauses: [], observed: {} };
      const met = Object.values(hypotheses).every(Boolean);
      return { hypotheses, ...(met ? read(value, altered(theorem, control).layerOf(value), key) : nothing) };
    },
  };
}
