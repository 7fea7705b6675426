/** What a change of a class does to what the theory says: makes it say more, less, or neither. */
export type Direction = 'stronger' | 'weaker' | 'neutral' | 'either';

/** How the gate answers: a denied change needs an acknowledgement, a warning is shown, what is allowed is listed. */
export const LEVELS = ['deny', 'warn', 'allow'] as const;
export type Level = (typeof LEVELS)[number];

interface ChangeKind {
  /** Unless the configuration says otherwise. */
  readonly level: Level;
  readonly direction: Direction;
  /** What it means, for people. */
  readonly means: string;
  /** True when nobody can acknowledge it: it says that the gate could not look. */
  readonly fatal?: true;
}

const kinds = {
  'claim-added': { level: 'allow', direction: 'stronger', means: 'a claim that was not there' },
  'claim-removed': { level: 'deny', direction: 'weaker', means: 'nobody claims this any more' },
  'claim-renamed': {
    level: 'warn',
    direction: 'neutral',
    means: 'another id for the same claim, as far as texts tell',
  },
  'kind-changed': { level: 'deny', direction: 'either', means: 'other things refute it now' },
  restated: { level: 'warn', direction: 'neutral', means: 'the sentence, the formula or the code reads otherwise' },
  'domain-widened': { level: 'allow', direction: 'stronger', means: 'it is tried on instances that were left out' },
  'domain-narrowed': { level: 'deny', direction: 'weaker', means: 'instances that it was tried on are left out' },
  'domain-changed': { level: 'deny', direction: 'either', means: 'its generator makes other instances' },
  'hypothesis-added': { level: 'deny', direction: 'weaker', means: 'it assumes more, so it says less' },
  'hypothesis-dropped': { level: 'allow', direction: 'stronger', means: 'it assumes less, so it says more' },
  'hypothesis-changed': {
    level: 'warn',
    direction: 'neutral',
    means: 'a hypothesis of the same name is another predicate',
  },
  'witness-domain-widened': {
    level: 'deny',
    direction: 'weaker',
    means: 'a witness may be an instance that would not have counted',
  },
  'witness-domain-narrowed': {
    level: 'allow',
    direction: 'stronger',
    means: 'a witness must be found among fewer instances',
  },
  'witness-condition-added': { level: 'allow', direction: 'stronger', means: 'a witness must meet more' },
  'witness-condition-dropped': { level: 'deny', direction: 'weaker', means: 'a witness must meet less' },
  'witness-allowance-raised': {
    level: 'allow',
    direction: 'stronger',
    means: 'a witness must meet its clauses by more',
  },
  'witness-allowance-lowered': {
    level: 'deny',
    direction: 'weaker',
    means: 'a witness may meet its clauses by less',
  },
  'bound-tightened': { level: 'allow', direction: 'stronger', means: 'the conclusion is harder to meet' },
  'bound-loosened': { level: 'deny', direction: 'weaker', means: 'the conclusion is easier to meet' },
  'bound-changed': { level: 'deny', direction: 'either', means: 'the conclusion is easier to meet here, harder there' },
  'law-changed': { level: 'deny', direction: 'either', means: 'another law, or another observation' },
  'probability-raised': { level: 'allow', direction: 'stronger', means: 'the event is claimed to be more probable' },
  'probability-lowered': { level: 'deny', direction: 'weaker', means: 'the event is claimed to be less probable' },
  'indifference-raised': {
    level: 'deny',
    direction: 'weaker',
    means: 'a smaller probability is certified as good enough',
  },
  'indifference-lowered': { level: 'allow', direction: 'stronger', means: 'less is good enough no more' },
  'allowance-raised': {
    level: 'deny',
    direction: 'weaker',
    means: 'a margin may be more negative without a violation',
  },
  'allowance-lowered': { level: 'allow', direction: 'stronger', means: 'a margin may be less negative' },
  'allowance-changed': { level: 'deny', direction: 'either', means: 'another kind of tolerance' },
  'control-removed': {
    level: 'deny',
    direction: 'neutral',
    means: 'one way less in which the claim could show its teeth',
  },
  'control-added': { level: 'allow', direction: 'neutral', means: 'one more change that must refute, or must not' },
  'regime-removed': { level: 'warn', direction: 'neutral', means: 'nobody makes sure any more that these are visited' },
  'regime-added': { level: 'allow', direction: 'neutral', means: 'one more kind of instances that must be visited' },
  'budget-cut': { level: 'deny', direction: 'neutral', means: 'it is tried on fewer cases or draws' },
  'budget-raised': { level: 'allow', direction: 'neutral', means: 'it is tried on more cases or draws' },
  'source-downgraded': { level: 'deny', direction: 'neutral', means: 'it rests on less than it did' },
  'source-upgraded': { level: 'allow', direction: 'neutral', means: 'it rests on more than it did' },
  'source-changed': { level: 'allow', direction: 'neutral', means: 'another place to look it up' },
  'support-changed': { level: 'warn', direction: 'neutral', means: 'it rests on other claims' },
  'certificate-lost': {
    level: 'deny',
    direction: 'neutral',
    means: 'nothing proves any more what a certificate proved',
  },
  'certificate-restated': { level: 'deny', direction: 'neutral', means: 'its certificate proves another statement' },
  'certificate-gained': { level: 'allow', direction: 'neutral', means: 'a certificate proves part or all of it' },
  'verdict-worse': { level: 'deny', direction: 'neutral', means: 'the judge says less for it than before' },
  'verdict-better': { level: 'allow', direction: 'neutral', means: 'the judge says more for it than before' },
  'core-disagrees': {
    level: 'deny',
    direction: 'either',
    means: 'untouched, and what changed below decides it otherwise',
  },
  'core-differs': {
    level: 'warn',
    direction: 'neutral',
    means: 'untouched, and what changed below computes other numbers',
  },
  'not-compared': {
    level: 'deny',
    direction: 'either',
    means: 'it changed, and the two versions could not be compared',
  },
  'not-loaded': { level: 'deny', direction: 'either', means: 'it could not be loaded or judged', fatal: true },
  'lock-stale': {
    level: 'deny',
    direction: 'neutral',
    means: 'theory.lock.json says otherwise: run npx bnd lock',
    fatal: true,
  },
} as const satisfies Readonly<Record<string, ChangeKind>>;

export type ChangeClass = keyof typeof kinds;

/** Every class of change, with what the gate does about it unless it is told otherwise. */
export const CLASSES: Readonly<Record<ChangeClass, ChangeKind>> = kinds;

export function isChangeClass(text: string): text is ChangeClass {
  return Object.hasOwn(kinds, text);
}

export const CHANGE_CLASSES: readonly ChangeClass[] = Object.keys(kinds).filter(isChangeClass);
