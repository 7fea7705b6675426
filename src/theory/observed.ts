import type { Asking, Examining } from './draw.js';
import { type Regimes, regimesOf } from './evidence.js';
import type { Examination } from './examination.js';
import type { Outcome } from './outcome.js';

interface Watched<Instance> {
  readonly theorem: { readonly kind: string };
  readonly regimes?: Regimes<Instance>;
}

/** The same examination, which tells of every draw that was made for it. */
export function* observed<Instance>(
  { theorem: { kind }, regimes = {} }: Watched<Instance>,
  examining: Asking<Outcome, Instance>,
  { onCase }: Examination,
): Examining {
  let step = examining.next();
  while (step.done !== true) {
    const draws = step.value;
    const outcomes = yield draws;
    draws.forEach(({ control, instance, other = false }, i) => {
      const outcome = outcomes[i] ?? NaN;
      const failed = kind === 'probable' && !(outcome >= 0);
      onCase?.({
        control,
        instance,
        status: failed ? 'failed' : 'passed',
        because: failed ? 'event' : '',
        readings: [{ clause: clauseOf(kind, other), margin: outcome, allowance: 0, share: 0 }],
        regimes: regimesOf(regimes, instance),
      });
    });
    step = examining.next(outcomes);
  }
  return step.value;
}

function clauseOf(kind: string, other: boolean): string {
  if (kind === 'probable') return 'event';
  return other ? 'other observation' : 'observation';
}
