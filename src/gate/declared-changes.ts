import type { Source } from '../theory/source.js';
import type { Change } from './change.js';
import type { ChangeClass } from './classes.js';
import type { Claimed } from './claimed.js';
import { hypothesisChanges } from './hypothesis-changes.js';

/** How far a source is to be trusted: proved or printed, measured, believed. */
const STANDING: Readonly<Record<Source['kind'], number>> = {
  derived: 2,
  literature: 2,
  paper: 2,
  observed: 1,
  conjecture: 0,
};

/**
 * What changed in what two versions of a claim declare, without running either.
 *
 * @param renamed ids at the base to ids at the head
 */
export function declaredChanges(
  { claim: old }: Claimed,
  { claim: now }: Claimed,
  renamed: ReadonlyMap<string, string>,
): readonly Change[] {
  const { id } = now.theorem;
  const change = (kind: ChangeClass, of: string, before: string, after: string): readonly Change[] =>
    before === after ? [] : [{ class: kind, claim: id, of, before, after }];
  const step = (classes: readonly [ChangeClass, ChangeClass], of: string, a: number, b: number): readonly Change[] =>
    change(b < a ? classes[0] : classes[1], of, String(a), String(b));
  const supports = (names: readonly string[]): string => [...names].sort().join(', ');
  const [was, is] = [old.declared, now.declared];
  const source = STANDING[now.theorem.source.kind] - STANDING[old.theorem.source.kind];
  return [
    ...change('claim-renamed', '', old.theorem.id, id),
    ...change('kind-changed', '', old.theorem.kind, now.theorem.kind),
    ...change('restated', 'says', old.theorem.says, now.theorem.says),
    ...change('restated', 'formula', old.theorem.formula, now.theorem.formula),
    ...hypothesisChanges(id, old.theorem.assumes, now.theorem.assumes),
    ...probabilities(old, now, step),
    ...change('allowance-changed', '', was.allowance?.kind ?? 'none', is.allowance?.kind ?? 'none'),
    ...lists(id, 'control', names(was), names(is)),
    ...lists(id, 'regime', rates(was.regimes), rates(is.regimes)),
    ...Object.keys({ ...was.budget, ...is.budget }).flatMap((of) =>
      step(['budget-cut', 'budget-raised'], of, was.budget[of] ?? 0, is.budget[of] ?? 0),
    ),
    ...change(
      source < 0 ? 'source-downgraded' : source > 0 ? 'source-upgraded' : 'source-changed',
      '',
      `${old.theorem.source.kind}: ${old.theorem.source.cite}`,
      `${now.theorem.source.kind}: ${now.theorem.source.cite}`,
    ),
    ...change(
      'support-changed',
      '',
      supports(old.theorem.uses.map((used) => renamed.get(used.id) ?? used.id)),
      supports(now.theorem.uses.map((used) => used.id)),
    ),
  ];
}

type Step = (classes: readonly [ChangeClass, ChangeClass], of: string, a: number, b: number) => readonly Change[];

function probabilities(
  { theorem: old }: Claimed['claim'],
  { theorem: now }: Claimed['claim'],
  step: Step,
): readonly Change[] {
  if (old.kind !== 'probable' || now.kind !== 'probable') return [];
  return [
    ...step(['probability-lowered', 'probability-raised'], '', old.probability, now.probability),
    ...step(['indifference-lowered', 'indifference-raised'], '', old.indifference, now.indifference),
  ];
}

function names({ breaks, survives }: Claimed['claim']['declared']): readonly string[] {
  return [...breaks.map((name) => `must be refuted with: ${name}`), ...survives.map((name) => `must survive: ${name}`)];
}

function rates(regimes: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(regimes).map(([name, rate]) => `${name}, at least ${rate}`);
}

function lists(
  claim: string,
  what: 'control' | 'regime',
  before: readonly string[],
  after: readonly string[],
): readonly Change[] {
  return [
    ...before
      .filter((name) => !after.includes(name))
      .map((of): Change => ({ class: `${what}-removed`, claim, of, before: 'there', after: 'gone' })),
    ...after
      .filter((name) => !before.includes(name))
      .map((of): Change => ({ class: `${what}-added`, claim, of, before: 'absent', after: 'there' })),
  ];
}
