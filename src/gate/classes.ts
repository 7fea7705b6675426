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

/** A kind of change by what the gate does about it. */
const answeredBy =
  (level: Level) =>
  (direction: Direction, means: string): ChangeKind => ({ level, direction, means });
const [deny, warn, allow] = [answeredBy('deny'), answeredBy('warn'), answeredBy('allow')];

const kinds = {
  'claim-added': allow('stronger', 'a claim that was not there'),
  'claim-removed': deny('weaker', 'nobody claims this any more'),
  'claim-renamed': warn('neutral', 'another id for the same claim, as far as texts tell'),
  'kind-changed': deny('either', 'other things refute it now'),
  restated: warn('neutral', 'the sentence, the formula or the code reads otherwise'),
  'domain-widened': allow('stronger', 'it is tried on instances that were left out'),
  'domain-narrowed': deny('weaker', 'instances that it was tried on are left out'),
  'domain-changed': deny('either', 'its generator makes other instances'),
  'hypothesis-added': deny('weaker', 'it assumes more, so it says less'),
  'hypothesis-dropped': allow('stronger', 'it assumes less, so it says more'),
  'hypothesis-changed': warn('neutral', 'a hypothesis of the same name is another predicate'),
  'witness-domain-widened': deny('weaker', 'a witness may be an instance that would not have counted'),
  'witness-domain-narrowed': allow('stronger', 'a witness must be found among fewer instances'),
  'witness-condition-added': allow('stronger', 'a witness must meet more'),
  'witness-condition-dropped': deny('weaker', 'a witness must meet less'),
  'witness-allowance-raised': allow('stronger', 'a witness must meet its clauses by more'),
  'witness-allowance-lowered': deny('weaker', 'a witness may meet its clauses by less'),
  'bound-tightened': allow('stronger', 'the conclusion is harder to meet'),
  'bound-loosened': deny('weaker', 'the conclusion is easier to meet'),
  'bound-changed': deny('either', 'the conclusion is easier to meet here, harder there'),
  'law-changed': deny('either', 'another law, or another observation'),
  'probability-raised': allow('stronger', 'the event is claimed to be more probable'),
  'probability-lowered': deny('weaker', 'the event is claimed to be less probable'),
  'indifference-raised': deny('weaker', 'a smaller probability is certified as good enough'),
  'indifference-lowered': allow('stronger', 'less is good enough no more'),
  'allowance-raised': deny('weaker', 'a margin may be more negative without a violation'),
  'allowance-lowered': allow('stronger', 'a margin may be less negative'),
  'allowance-changed': deny('either', 'another kind of tolerance'),
  'control-removed': deny('neutral', 'one way less in which the claim could show its teeth'),
  'control-added': allow('neutral', 'one more change that must refute, or must not'),
  'regime-removed': warn('neutral', 'nobody makes sure any more that these are visited'),
  'regime-added': allow('neutral', 'one more kind of instances that must be visited'),
  'budget-cut': deny('neutral', 'it is tried on fewer cases or draws'),
  'budget-raised': allow('neutral', 'it is tried on more cases or draws'),
  'source-downgraded': deny('neutral', 'it rests on less than it did'),
  'source-upgraded': allow('neutral', 'it rests on more than it did'),
  'source-changed': allow('neutral', 'another place to look it up'),
  'support-changed': warn('neutral', 'it rests on other claims'),
  'certificate-lost': deny('neutral', 'nothing proves any more what a certificate proved'),
  'certificate-restated': deny('neutral', 'its certificate proves another statement'),
  'certificate-gained': allow('neutral', 'a certificate proves part or all of it'),
  'verdict-worse': deny('neutral', 'the judge says less for it than before'),
  'verdict-better': allow('neutral', 'the judge says more for it than before'),
  'core-disagrees': deny('either', 'untouched, and what changed below decides it otherwise'),
  'core-differs': warn('neutral', 'untouched, and what changed below computes other numbers'),
  'not-compared': deny('either', 'it changed, and the two versions could not be compared'),
  'not-loaded': { ...deny('either', 'it could not be loaded or judged'), fatal: true },
  'lock-stale': { ...deny('neutral', 'theory.lock.json says otherwise: run npx bnd lock'), fatal: true },
} satisfies Readonly<Record<string, ChangeKind>>;

export type ChangeClass = keyof typeof kinds;

/** Every class of change, with what the gate does about it unless it is told otherwise. */
export const CLASSES: Readonly<Record<ChangeClass, ChangeKind>> = kinds;

export function isChangeClass(text: string): text is ChangeClass {
  return Object.hasOwn(kinds, text);
}

export const CHANGE_CLASSES: readonly ChangeClass[] = Object.keys(kinds).filter(isChangeClass);
