import type { Layer } from '../network/layer.js';
import type { StreamKey } from '../random/key.js';
import { type Clauses, eventClauses, marginClauses } from './clauses.js';
import {
  altered,
  type Control,
  type Controls,
  type DeterministicEvidence,
  type ExistentialEvidence,
  type LawEvidence,
  type ProbableEvidence,
} from './evidence.js';
import { instanceOf, type Instances } from './instance.js';
import type { ClauseReading } from './outcome.js';
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
type Read<Instance> = (instance: Instance, layer: Layer, key: StreamKey) => Parts;

export function deterministicReadable<Instance>(tried: DeterministicEvidence<Instance>): Readable {
  return readable(tried, clausesAlone(marginClauses(tried.theorem, tried.allowance)));
}

/** Its worlds are the layers that must still have a witness, and those that have none. */
export function existentialReadable<Instance>(tried: ExistentialEvidence<Instance>): Readable {
  const breaks = Object.fromEntries(Object.entries(tried.breaks).map(([name, { change }]) => [name, change]));
  return readable({ ...tried, breaks }, clausesAlone(marginClauses(tried.theorem, tried.allowance)));
}

export function probableReadable<Instance>(tried: ProbableEvidence<Instance>): Readable {
  return readable(tried, clausesAlone(eventClauses(tried.theorem)));
}

function clausesAlone<Instance>(clauses: Clauses<Instance>): Read<Instance> {
  return (instance, layer, key) => ({ clauses: clauses(instance, layer, key), observed: {} });
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

interface Tried<Instance, T extends Stated<Instance>> extends Instances<Instance> {
  readonly theorem: T;
  readonly survives?: Controls<Instance, T>;
  readonly breaks: Controls<Instance, T>;
}

type Stated<Instance> = Instances<Instance>['theorem'] & { readonly layer: (instance: Instance) => Layer };

function readable<Instance, T extends Stated<Instance>>(tried: Tried<Instance, T>, read: Read<Instance>): Readable {
  const { theorem, given, survives = {}, breaks } = tried;
  const swaps = Object.entries<Control<Instance, T>>({ ...survives, ...breaks }).filter(([, to]) => !('instead' in to));
  const worlds = new Map<string, Control<Instance, T>>([['', {}], ...swaps]);
  return {
    worlds: swaps.map(([name]) => name),
    recognises: (value) => given.canShrinkWithoutContext(value),
    reading: (value, key, world = '') => {
      const control = worlds.get(world);
      if (control === undefined) throw new RangeError(`${theorem.id}: needs a world of its own; came "${world}".`);
      const instance = instanceOf(tried, value);
      const hypotheses = Object.fromEntries(
        Object.entries(theorem.assumes).map(([name, holdsFor]) => [name, holdsFor(instance)]),
      );
      if (!Object.values(hypotheses).every(Boolean)) return { hypotheses, clauses: [], observed: {} };
      return { hypotheses, ...read(instance, altered(theorem, control).layerOf(instance), key) };
    },
  };
}
