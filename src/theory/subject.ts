import type * as fc from 'fast-check';
import { type Layer, stagesOf } from '../network/layer.js';
import type { Stage } from '../network/stage.js';
import { derive, type StreamKey } from '../random/key.js';
import { type Clauses, eventClauses, marginClauses } from './clauses.js';
import {
  altered,
  type Control,
  type DeterministicEvidence,
  type ExistentialEvidence,
  type LawEvidence,
  type ProbableEvidence,
} from './evidence.js';
import { instanceOf, type Instances } from './instance.js';
import { lawReading } from './law-test.js';
import type { ClauseReading } from './outcome.js';
import type { ExistentialTheorem } from './theorem.js';
import { Crashed } from './trial.js';

/** A claim as a search or a replay sees it: any value may be asked about, since none has a type once it was stored. */
export interface Subject {
  /** What settles it: an instance that violates the claim, or one that shows what it says exists. */
  readonly seeks: 'counterexample' | 'witness';
  readonly given: fc.Arbitrary<unknown>;
  /**
   * What keeps a value out of the domain, in words: that its generator could not have made it, or a hypothesis that it breaks.
   * Undefined for an instance of the claim.
   */
  readonly outside: (value: unknown) => string | undefined;
  /**
   * The clauses on one instance. For a probable claim, those of the event in the draw that `key` names; for a law, the room that
   * a sample of some hundreds leaves under a mild test, relative to the critical value: a direction for a search, no verdict.
   * @throws RangeError when the value is not an instance. @throws Crashed when the claim's own code throws
   */
  readonly readings: (value: unknown, key: StreamKey) => readonly ClauseReading[];
  /** The stages that the claim is about, for an instance. @throws RangeError when the value is none */
  readonly stages: (value: unknown) => readonly Stage[];
  /** Whether readings depend on the key. */
  readonly random: boolean;
  /** What the claim says of the rate of an event; undefined where it says nothing of one. */
  readonly rate: { readonly probability: number; readonly indifference: number } | undefined;
}

/** Draws behind one reading of a law, and the level of the test that gives it a scale. 458 is the least for two samples. */
const LAW_DRAWS = 500;
const LAW_LEVEL = 0.01;

interface Tried<Instance> extends Instances<Instance> {
  readonly theorem: Instances<Instance>['theorem'] & { readonly layer: (instance: Instance) => Layer };
}

/** @param read the clauses on an instance */
function subject<Instance>(
  tried: Tried<Instance>,
  { random, rate, seeks = 'counterexample' }: Pick<Subject, 'random' | 'rate'> & Partial<Pick<Subject, 'seeks'>>,
  read: Clauses<Instance>,
): Subject {
  const { theorem, given } = tried;
  return {
    seeks,
    given,
    random,
    rate,
    outside: (value) => {
      if (!given.canShrinkWithoutContext(value)) return 'its generator does not make such a value';
      const failed = Object.entries(theorem.assumes).find(([, holdsFor]) => !holdsFor(value));
      return failed === undefined ? undefined : `it breaks the hypothesis "${failed[0]}"`;
    },
    stages: (value) => stagesOf(theorem.layer(instanceOf(tried, value))),
    readings: (value, key) => {
      const instance = instanceOf(tried, value);
      try {
        return read(instance, theorem.layer(instance), key);
      } catch (error) {
        throw new Crashed(value, error);
      }
    },
  };
}

/** The same subject, which tells of every evaluation that has come back. */
export function telling(subject: Subject, onEvaluation: () => void = () => undefined): Subject {
  return {
    ...subject,
    readings: (value, key) => {
      try {
        return subject.readings(value, key);
      } finally {
        onEvaluation();
      }
    },
  };
}

export function deterministicSubject<Instance>(tried: DeterministicEvidence<Instance>): Subject {
  return subject(tried, { random: false, rate: undefined }, marginClauses(tried.theorem, tried.allowance));
}

/** @param control a change in whose world a witness is looked for; the claim's own unless given */
export function existentialSubject<Instance>(
  { theorem, given, allowance }: ExistentialEvidence<Instance>,
  control: Control<Instance, ExistentialTheorem<Instance>> = {},
): Subject {
  const { theorem: stated, layerOf } = altered(theorem, control);
  const { rate } = stated;
  const world = { theorem: { ...stated, layer: layerOf }, given };
  const how = { random: rate !== undefined, rate, seeks: 'witness' } as const;
  return subject(world, how, marginClauses(stated, allowance));
}

export function probableSubject<Instance>(tried: ProbableEvidence<Instance>): Subject {
  return subject(tried, { random: true, rate: tried.theorem }, eventClauses(tried.theorem));
}

export function lawSubject<Instance>(tried: LawEvidence<Instance>): Subject {
  const { theorem } = tried;
  const { law } = theorem;
  return subject(tried, { random: true, rate: undefined }, (instance, layer, key) => {
    const draws = Array.from({ length: LAW_DRAWS }, (_, i) => derive(key, i));
    const sample = draws.map((each) => theorem.sample(instance, layer, each));
    const others = law.of === 'same' ? draws.map((each) => law.other(instance, layer, derive(each, 'other'))) : [];
    const { statistic, critical, name } = lawReading(law, instance, sample, others, LAW_LEVEL);
    return [{ clause: name, margin: 1 - statistic / critical, allowance: 0, share: 0 }];
  });
}
