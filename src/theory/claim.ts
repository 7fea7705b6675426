import fc from 'fast-check';
import { type AnyEvidence, type Declaration, declarationOf } from './declaration.js';
import type { Draw, Examining } from './draw.js';
import {
  altered,
  type Control,
  type Controls,
  type DeterministicEvidence,
  type ExistentialEvidence,
  type LawEvidence,
  type ProbableEvidence,
} from './evidence.js';
import { deterministicUses, examineDeterministic } from './examine-deterministic.js';
import { examineExistence, existentialUses } from './examine-existence.js';
import { examineLaw, lawUses } from './examine-law.js';
import { examineProbable, probableUses } from './examine-probable.js';
import type { Examination } from './examination.js';
import { instanceOf, type Instances } from './instance.js';
import {
  deterministicReadable,
  existentialReadable,
  lawReadable,
  probableReadable,
  type Readable,
} from './instance-reading.js';
import { observed } from './observed.js';
import type { Use } from './ledger.js';
import type { Outcome } from './outcome.js';
import { deterministicSubject, existentialSubject, lawSubject, probableSubject, type Subject } from './subject.js';
import type { LawTheorem, ProbableTheorem, Theorem } from './theorem.js';
import { visitsOf } from './unvisited.js';

/** A theorem with its evidence. What its instances are stays inside, so that claims of all types fit into one list. */
export interface Claim extends Readable {
  readonly theorem: Theorem;
  /** How it is tried, as data. */
  readonly declared: Declaration;
  /** Its instances and what it says of each, for searches and replays. */
  readonly subject: Subject;
  /** Instances as its generator makes them, with bias and all: what the domain is, by example. */
  readonly sample: (count: number, seed: number) => readonly unknown[];
  /** How many of so many instances, drawn as its judge draws them, fall into each regime. */
  readonly visits: (count: number, seed: number) => Readonly<Record<string, number>>;
  /** What it spends error probability on, for the ledger. */
  readonly uses: readonly Use[];
  /** Judges the claim step by step: the caller makes the draws that it asks for. @throws Crashed when it cannot be computed */
  readonly examining: (how: Examination) => Examining;
  /** Makes one draw that `examining` asked for. @throws RangeError when the instance or the control is not one of the claim's */
  readonly draw: (draw: Draw) => number;
}

/** Says how a theorem is tried: the other half of a claim. */
export function evidence<Instance>(tried: AnyEvidence<Instance>): Claim {
  return {
    theorem: tried.theorem,
    declared: declarationOf(tried),
    sample: (count, seed) => fc.sample(tried.given, { numRuns: count, seed }),
    visits: (count, seed) => {
      const from = isProbable(tried) || isLaw(tried) ? fc.noBias(tried.given) : tried.given;
      const regimes = ('regimes' in tried ? tried.regimes : undefined) ?? {};
      return visitsOf(regimes, fc.sample(from, { numRuns: count, seed }));
    },
    ...triedOf(tried),
  };
}

/** Judges a claim here and now, making its draws one after the other. */
export function examine(claim: Claim, how: Examination): Outcome {
  const steps = claim.examining(how);
  let step = steps.next();
  while (step.done !== true) {
    const { value: draws } = step;
    step = steps.next(
      draws.map((draw, i) => {
        how.onProgress?.(i, draws.length);
        const outcome = claim.draw(draw);
        how.onEvaluation?.();
        return outcome;
      }),
    );
  }
  return step.value;
}

type Tried = Pick<Claim, 'uses' | 'subject' | 'examining' | 'draw' | keyof Readable>;

function deterministic<Instance>(tried: DeterministicEvidence<Instance>): Tried {
  return {
    ...deterministicReadable(tried),
    uses: deterministicUses(tried),
    subject: deterministicSubject(tried),
    // eslint-disable-next-line require-yield -- a claim that one violation refutes asks for no draws
    *examining(how) {
      return examineDeterministic(tried, how);
    },
    draw: drawless(tried.theorem),
  };
}

function existential<Instance>(tried: ExistentialEvidence<Instance>): Tried {
  return {
    ...existentialReadable(tried),
    uses: existentialUses(tried),
    subject: existentialSubject(tried),
    // eslint-disable-next-line require-yield -- each step of its search follows from the last: no draws can be made beforehand
    *examining(how) {
      return examineExistence(tried, how);
    },
    draw: drawless(tried.theorem),
  };
}

function drawless({ id }: Theorem): Tried['draw'] {
  return ({ control }) => {
    throw new RangeError(`${id}: makes no draws; came one for "${control}".`);
  };
}

function probable<Instance>(tried: ProbableEvidence<Instance>): Tried {
  const controls: Controls<Instance, ProbableTheorem<Instance>> = { ...tried.survives, ...tried.breaks, '': {} };
  return {
    ...probableReadable(tried),
    uses: probableUses(tried),
    subject: probableSubject(tried),
    examining: (how) => observed(tried, examineProbable(tried, how), how),
    draw: ({ control, instance, key }) => {
      const { theorem, layerOf } = altered(tried.theorem, known(tried, controls, control));
      const own = instanceOf(tried, instance);
      // Math.min of a NaN is NaN, which is no event.
      return Math.min(...Object.values(theorem.event(own, layerOf(own), key)));
    },
  };
}

function law<Instance>(tried: LawEvidence<Instance>): Tried {
  const controls: Controls<Instance, LawTheorem<Instance>> = { ...tried.survives, ...tried.breaks, '': {} };
  return {
    ...lawReadable(tried),
    uses: lawUses(tried),
    subject: lawSubject(tried),
    examining: (how) => observed(tried, examineLaw(tried, how), how),
    draw: ({ control, instance, key, other = false }) => {
      const { theorem, layerOf } = altered(tried.theorem, known(tried, controls, control));
      const own = instanceOf(tried, instance);
      if (!other) return theorem.sample(own, layerOf(own), key);
      if (theorem.law.of === 'same') return theorem.law.other(own, theorem.layer(own), key);
      throw new RangeError(`${theorem.id}: has no other sample; came a draw for one.`);
    },
  };
}

function known<Instance, T>(
  { theorem }: Instances<Instance>,
  controls: Controls<Instance, T>,
  name: string,
): Control<Instance, T> {
  const control = controls[name];
  if (control === undefined) throw new RangeError(`${theorem.id}: needs a control of its own; came "${name}".`);
  return control;
}

function triedOf<Instance>(tried: AnyEvidence<Instance>): Tried {
  if (isProbable(tried)) return probable(tried);
  if (isLaw(tried)) return law(tried);
  return isExistential(tried) ? existential(tried) : deterministic(tried);
}

function isProbable<Instance>(tried: AnyEvidence<Instance>): tried is ProbableEvidence<Instance> {
  return tried.theorem.kind === 'probable';
}

function isLaw<Instance>(tried: AnyEvidence<Instance>): tried is LawEvidence<Instance> {
  return tried.theorem.kind === 'law';
}

function isExistential<Instance>(tried: AnyEvidence<Instance>): tried is ExistentialEvidence<Instance> {
  return tried.theorem.kind === 'exists';
}
