import type { Relation } from '../../src/gate/claim-diff.js';
import type { ChangeClass } from '../../src/gate/classes.js';
import type { Edit } from './repository.js';

/** An edit of one place. */
export const replace =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to);
export const SUMS = 'rows/sums-vanish';
export const HEADS = 'chance/heads-are-common';
export const theorem = `theorems/${SUMS}.ts`;
export const evidence = `properties/${SUMS}.ts`;
export const heads = `theorems/${HEADS}.ts`;

/** A change of the small theory, and what the gate must say of it. */
interface Scenario {
  readonly name: string;
  readonly edit: Edit;
  readonly claim?: string;
  readonly relation: Relation;
  /** What must be found, and nothing else but what the lock says. */
  readonly classes: readonly ChangeClass[];
  readonly passes?: true;
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'a bound loosened in the code, prose untouched',
    edit: { [theorem]: replace('0.25 - Math', '4 - Math') },
    relation: 'WEAKER',
    classes: ['bound-loosened'],
  },
  {
    name: 'a bound tightened where the diff shows prose too',
    edit: {
      [theorem]: (text) =>
        text.replace('up to a quarter', 'up to nearly nothing').replace('0.25 - Math', '0.01 - Math'),
    },
    relation: 'STRONGER',
    classes: ['bound-tightened', 'restated'],
    passes: true,
  },
  {
    name: 'prose only',
    edit: { [theorem]: replace('up to a quarter', 'up to 1/4') },
    relation: 'NO DIFFERENCE FOUND',
    classes: ['restated'],
    passes: true,
  },
  {
    name: 'a comment only',
    edit: { [theorem]: replace('Why: the mean', 'Because the mean') },
    relation: 'SAME CODE',
    classes: [],
    passes: true,
  },
  {
    name: 'the same bound in another unit',
    edit: {
      [theorem]: replace(
        '0.25 - Math.abs(sumAfter(layer.recenter, instance))',
        '1 - 4 * Math.abs(sumAfter(layer.recenter, instance))',
      ),
    },
    relation: 'NO DIFFERENCE FOUND',
    classes: ['restated'],
    passes: true,
  },
  {
    name: 'a vacuous rewrite',
    edit: {
      [theorem]: replace(
        '0.25 - Math.abs(sumAfter(layer.recenter, instance))',
        'layer.recenter === undefined || instance.row.length < 0 ? -1 : 1',
      ),
    },
    relation: 'WEAKER',
    classes: ['bound-loosened', 'verdict-worse'],
  },
  {
    name: 'a sign flip',
    edit: {
      [theorem]: replace(
        '0.25 - Math.abs(sumAfter(layer.recenter, instance))',
        'Math.abs(sumAfter(layer.recenter, instance)) - 0.25',
      ),
    },
    relation: 'INCOMPARABLE',
    classes: ['bound-loosened', 'bound-tightened', 'verdict-worse'],
  },
  {
    name: 'a shared maker that silently makes shorter rows',
    edit: { 'properties/makers.ts': replace('maxLength: most', 'maxLength: most / 2') },
    relation: 'WEAKER',
    classes: ['domain-narrowed'],
  },
  {
    name: 'longer rows',
    edit: { [evidence]: replace('rows()', 'rows(12)') },
    relation: 'STRONGER',
    classes: ['domain-widened'],
    passes: true,
  },
  {
    name: 'a control removed',
    edit: { [evidence]: replace("    'a sum of one': { instead: { margins: () => ({ little: -0.75 }) } },\n", '') },
    relation: 'NO DIFFERENCE FOUND',
    classes: ['control-removed'],
  },
  {
    name: 'a tolerance times ten',
    edit: { [evidence]: replace('roundoff(() => 200', 'roundoff(() => 2000') },
    relation: 'WEAKER',
    classes: ['allowance-raised'],
  },
  {
    name: 'half the budget, a regime less',
    edit: { [evidence]: (text) => text.replace('cases: 100', 'cases: 50').replace(/ {2}regimes: .*\n/, '') },
    relation: 'NO DIFFERENCE FOUND',
    classes: ['budget-cut', 'regime-removed'],
  },
  {
    name: 'a hypothesis that the generator does not know',
    edit: { [theorem]: replace('row.length >= 2 }', "row.length >= 2, 'at most six': ({ row }) => row.length <= 6 }") },
    relation: 'WEAKER',
    classes: ['hypothesis-added', 'verdict-worse'],
  },
  {
    name: 'a hypothesis dropped, and a source that says less',
    edit: {
      [theorem]: (text) =>
        text
          .replace(/assumes: \{.*\},/, 'assumes: {},')
          .replace("derived('docs/derivations.md#rows')", "observed('here')")
          .replace('{ derived }', '{ observed }'),
    },
    relation: 'STRONGER',
    classes: ['hypothesis-dropped', 'source-downgraded'],
  },
  {
    name: 'a probability lowered',
    edit: { [heads]: replace('probability: 0.7', 'probability: 0.6') },
    claim: HEADS,
    relation: 'WEAKER',
    classes: ['probability-lowered'],
  },
  {
    name: 'a probability raised beyond the truth',
    edit: {
      [heads]: (text) =>
        text.replace('probability: 0.7', 'probability: 0.95').replace('indifference: 0.2', 'indifference: 0.1'),
    },
    claim: HEADS,
    relation: 'STRONGER',
    classes: ['indifference-lowered', 'probability-raised', 'verdict-worse'],
  },
  {
    name: 'a wider event under the same probability',
    edit: { [heads]: replace('>= 1 ?', '>= 0 ?') },
    claim: HEADS,
    relation: 'WEAKER',
    classes: ['bound-loosened'],
  },
  {
    name: 'another law',
    edit: {
      'theorems/chance/sides-are-fair.ts': replace('() => 1 / sides', '(_, k) => (k === 0 ? 2 : 1) / (sides + 1)'),
    },
    claim: 'chance/sides-are-fair',
    relation: 'INCOMPARABLE',
    classes: ['law-changed'],
  },
];
