import type { Change } from './change.js';
import type { ChangeClass } from './classes.js';

/**
 * What a change of a claim about every instance is for a claim that some instance exists: leaving instances out makes the former
 * say less and the latter more, and a hypothesis or an allowance works the same way. Conclusions need no turning: what is harder
 * to meet says more of either.
 */
const TURNED: Partial<Readonly<Record<ChangeClass, ChangeClass>>> = {
  'domain-widened': 'witness-domain-widened',
  'domain-narrowed': 'witness-domain-narrowed',
  'hypothesis-added': 'witness-condition-added',
  'hypothesis-dropped': 'witness-condition-dropped',
  'allowance-raised': 'witness-allowance-raised',
  'allowance-lowered': 'witness-allowance-lowered',
};

/** The changes of an existential claim, named for what they do to it. */
export function ofExistence(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({ ...change, class: TURNED[change.class] ?? change.class }));
}
