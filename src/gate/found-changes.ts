import type { Change } from './change.js';
import type { ChangeClass } from './classes.js';
import type { Comparison } from './comparison.js';
import type { Found, Reason } from './partings.js';

const CLASS: Readonly<Record<Reason, ChangeClass>> = {
  'domain: left out': 'domain-narrowed',
  'domain: taken in': 'domain-widened',
  'hypothesis: added': 'hypothesis-added',
  'hypothesis: dropped': 'hypothesis-dropped',
  'conclusion: harder': 'bound-tightened',
  'conclusion: easier': 'bound-loosened',
  'margin: smaller': 'bound-tightened',
  'margin: larger': 'bound-loosened',
  'allowance: lower': 'allowance-lowered',
  'allowance: higher': 'allowance-raised',
  observation: 'law-changed',
};

/** What a search found about a claim that somebody changed, as changes with their witnesses. */
export function foundChanges(claim: string, { found }: Comparison): readonly Change[] {
  const both = new Set(
    found
      .filter(({ reason }) => reason === 'margin: larger')
      .map(({ of }) => of)
      .filter((of) => has(found, 'margin: smaller', of)),
  );
  return found.flatMap(({ reason, of, times, witness }): readonly Change[] => {
    // Margins that grow here and shrink there are one change, of no direction: another measure of the same, or another bound.
    const mixed = reason.startsWith('margin') && both.has(of);
    if (mixed && reason === 'margin: smaller') return [];
    return [
      {
        class: mixed ? 'bound-changed' : CLASS[reason],
        claim,
        of: times > 1 && of !== '' ? `${of} (${times} times)` : of,
        before: witness.before,
        after: witness.after,
        witness,
      },
    ];
  });
}

/** What a search found about a claim that nobody touched, while the core below it changed. */
export function coreChanges(claim: string, kind: string, { found }: Comparison): readonly Change[] {
  const decides = ({ reason }: Found): boolean => !/^(?:margin|allowance|observation)/.test(reason);
  const statistical = kind === 'probable' || kind === 'law';
  const [first] = [...found].sort((a, b) => Number(decides(b)) - Number(decides(a)));
  if (first === undefined) return [];
  const { reason, of, witness } = first;
  return [
    {
      // One draw of an event may come out otherwise whenever the streams do: its rate is what verdicts are about.
      class: decides(first) && !statistical ? 'core-disagrees' : 'core-differs',
      claim,
      of: of === '' ? reason : `${reason}, ${of}`,
      before: witness.before,
      after: witness.after,
      witness,
    },
  ];
}

function has(found: readonly Found[], wanted: Reason, clause: string): boolean {
  return found.some(({ reason, of }) => reason === wanted && of === clause);
}
