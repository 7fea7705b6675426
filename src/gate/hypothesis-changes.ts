import type { Change } from './change.js';

/** Predicates by name. Only their texts are looked at, so what they take does not matter. */
type Hypotheses = Readonly<Record<string, (instance: never) => boolean>>;

/** Hypotheses that came, went, were renamed or are another predicate now. Both versions must come from one compiler. */
export function hypothesisChanges(claim: string, old: Hypotheses, now: Hypotheses): readonly Change[] {
  const gone = Object.entries(old).filter(([name]) => !(name in now));
  const came = Object.entries(now).filter(([name]) => !(name in old));
  const renamed = gone.flatMap(([before, predicate]) => {
    const twin = came.find(([, other]) => String(other) === String(predicate));
    return twin === undefined ? [] : [{ before, after: twin[0] }];
  });
  return [
    ...gone
      .filter(([name]) => renamed.every(({ before }) => before !== name))
      .map(([of]): Change => ({ class: 'hypothesis-dropped', claim, of, before: 'assumed', after: 'gone' })),
    ...came
      .filter(([name]) => renamed.every(({ after }) => after !== name))
      .map(([of]): Change => ({ class: 'hypothesis-added', claim, of, before: 'absent', after: 'assumed' })),
    ...renamed.map(({ before, after }): Change => ({ class: 'restated', claim, of: 'hypothesis', before, after })),
    ...Object.entries(old).flatMap(([of, predicate]): readonly Change[] => {
      const other = now[of];
      if (other === undefined || String(other) === String(predicate)) return [];
      return [{ class: 'hypothesis-changed', claim, of, before: oneLine(predicate), after: oneLine(other) }];
    }),
  ];
}

function oneLine(predicate: (instance: never) => boolean): string {
  return String(predicate).replaceAll(/\s+/g, ' ');
}
